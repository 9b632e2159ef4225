#include "text/line_break.h"

#include <string>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr uint32_t kLongAddress = 24;  // bytes: shorter things with a slash (13/1, km/h) hold together

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3000 && c <= 0x303F)) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF);
}

bool closes(char32_t c) {
  static constexpr std::u32string_view kClosing = U".,;:!?)]}%”’»…、。，）」』";
  return kClosing.find(c) != std::u32string_view::npos;
}

class RunReader {
 public:
  explicit RunReader(std::string_view text) : text_(text) {}

  std::vector<Run> all() {
    size_t at = skip_spaces(0);
    while (at < text_.size()) {
      const size_t end = end_of_run(at);
      const size_t next = skip_spaces(end);
      runs_.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end), static_cast<uint32_t>(next)});
      at = next;
    }
    return std::move(runs_);
  }

 private:
  size_t skip_spaces(size_t at) const {
    while (at < text_.size()) {
      size_t ahead = at;
      if (!is_space(decode(text_, ahead))) break;
      at = ahead;
    }
    return at;
  }

  size_t end_of_run(size_t begin) const {
    size_t at = begin;
    char32_t before = 0, current = decode(text_, at);
    while (at < text_.size()) {
      size_t ahead = at;
      const char32_t after = decode(text_, ahead);
      if (is_space(after) || breaks(before, current, after, at)) return at;
      before = current;
      current = after;
      at = ahead;
    }
    return at;
  }

  // Between `current`, which ends at `at`, and `after`, with no space between them.
  bool breaks(char32_t before, char32_t current, char32_t after, size_t at) const {
    if (closes(after)) return false;
    if (current == '-') return is_word(fold(before)) && is_letter(after);
    if (current == U'–' || current == U'—') return before != 0;
    if (current == '/') return after != '/' && length_of_word(at) > kLongAddress;
    return is_ideograph(after) && (is_ideograph(current) || closes(current));
  }

  static bool is_letter(char32_t c) {
    const char32_t plain = fold(c);
    return is_word(plain) && !(plain >= '0' && plain <= '9');
  }

  // From the space before `at` to the one behind it.
  size_t length_of_word(size_t at) const {
    const size_t space = text_.rfind(' ', at), end = text_.find(' ', at);
    return (end == std::string_view::npos ? text_.size() : end) - (space == std::string_view::npos ? 0 : space + 1);
  }

  std::string_view text_;
  std::vector<Run> runs_;
};

}  // namespace

std::vector<Run> runs(std::string_view paragraph) { return RunReader(paragraph).all(); }

}  // namespace bantin
