#include "import/wordpress_content.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace bantin {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kCaption = "caption", kOldCaption = "wp_caption";

// Shortcodes of WordPress itself that may stand without attributes.
constexpr std::array<std::string_view, 6> kKnown = {"audio", "caption", "embed", "gallery", "playlist", "video"};

bool is_name_sign(char sign) {
  return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_' || sign == '-';
}

// How long the name at the beginning of `text` is.
size_t name_length(std::string_view text) {
  if (text.empty() || text[0] < 'a' || text[0] > 'z') return 0;
  return static_cast<size_t>(std::find_if_not(text.begin(), text.end(), is_name_sign) - text.begin());
}

// What stands in a pair of brackets that looks like a shortcode.
struct Shortcode {
  std::string_view name, attributes;
  bool ends = false;  // [/name]
  size_t length = 0;  // with its brackets; 0: it is none
};

// The end of what is quoted lies behind brackets inside.
size_t closing_bracket(std::string_view text) {
  char quote = '\0';
  for (size_t at = 1; at < text.size(); ++at) {
    const char sign = text[at];
    if (quote != '\0') {
      if (sign == quote) quote = '\0';
    } else if (sign == '"' || sign == '\'') {
      quote = sign;
    } else if (sign == ']') {
      return at;
    } else if (sign == '[' || sign == '<') {
      return std::string_view::npos;
    }
  }
  return std::string_view::npos;
}

// `text` begins with a bracket.
Shortcode shortcode_at(std::string_view text) {
  Shortcode code;
  code.ends = text.substr(1).starts_with('/');
  const size_t begin = code.ends ? 2 : 1;
  const size_t length = name_length(text.substr(std::min(begin, text.size())));
  if (length == 0) return code;
  const size_t end = closing_bracket(text);
  if (end == std::string_view::npos ||
      std::string_view(" \t\r\n/]").find(text[begin + length]) == std::string_view::npos)
    return code;
  code.name = text.substr(begin, length);
  code.attributes = text.substr(begin + length, end - begin - length);
  code.length = end + 1;
  return code;
}

// The value of caption="…"; empty: there is none.
std::string_view attribute(std::string_view attributes, std::string_view name) {
  const size_t at = attributes.find(std::string(name) + "=\"");
  if (at == std::string_view::npos) return {};
  const std::string_view value = attributes.substr(at + name.size() + 2);
  return value.substr(0, value.find('"'));
}

class Writer {
 public:
  explicit Writer(std::string_view content) : rest_(content) { note_ends(); }

  std::string html() {
    while (!rest_.empty()) {
      const size_t plain = std::min(rest_.find_first_of("<[\n"), rest_.size());
      copy(plain);
      if (rest_.starts_with("<!--")) {
        pass(behind("-->"));
      } else if (rest_.starts_with('<')) {
        copy(tag_length());
      } else if (rest_.starts_with('[')) {
        bracket();
      } else if (!rest_.empty()) {
        html_ += "<br>";
        pass(1);
      }
    }
    return std::move(html_);
  }

 private:
  // Names that are ended somewhere: [name]…[/name] is a shortcode even without attributes.
  void note_ends() {
    for (size_t at = rest_.find("[/"); at != std::string_view::npos; at = rest_.find("[/", at + 2)) {
      const std::string_view name = rest_.substr(at + 2);
      ended_.insert(name.substr(0, name_length(name)));
    }
  }

  void pass(size_t length) { rest_.remove_prefix(length); }

  void copy(size_t length) {
    html_ += rest_.substr(0, length);
    pass(length);
  }

  size_t behind(std::string_view end) const {
    const size_t at = rest_.find(end);
    return at == std::string_view::npos ? rest_.size() : at + end.size();
  }

  // A "<" that begins no tag is text.
  size_t tag_length() const {
    const char next = rest_.size() > 1 ? rest_[1] : ' ';
    const bool begins = next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    return begins ? behind(">") : 1;
  }

  void bracket() {
    const Shortcode code = shortcode_at(rest_);
    if (rest_.starts_with("[[")) {
      escaped();
    } else if (code.length == 0 || !is_shortcode(code)) {
      copy(1);
    } else {
      pass(code.length);
      if (!code.ends && (code.name == kCaption || code.name == kOldCaption)) figure(code);
    }
  }

  // [[name]] shows [name].
  void escaped() {
    const Shortcode code = shortcode_at(rest_.substr(1));
    if (code.length == 0) return copy(1);
    pass(1);
    copy(code.length);
    if (rest_.starts_with(']')) pass(1);
  }

  bool is_shortcode(const Shortcode& code) const {
    return code.ends || code.attributes.find('=') != std::string_view::npos ||
           code.name.find_first_of("_-") != std::string_view::npos || ended_.contains(code.name) ||
           std::find(kKnown.begin(), kKnown.end(), code.name) != kKnown.end();
  }

  // What a caption's shortcode encloses: a picture, maybe in a link, and the words below it.
  void figure(const Shortcode& code) {
    const std::string end_mark = "[/" + std::string(code.name) + "]";
    const size_t end = ended_.contains(code.name) ? rest_.find(end_mark) : std::string_view::npos;
    if (end == std::string_view::npos) {
      ended_.erase(code.name);  // nor will the next one be
      return;
    }
    const std::string_view inner = rest_.substr(0, end);
    const size_t picture = picture_length(inner);
    std::string_view words = inner.substr(picture);
    if (words.find_first_not_of(kBlanks) == std::string_view::npos) words = attribute(code.attributes, kCaption);
    html_.append("<figure>").append(inner.substr(0, picture));
    html_.append("<figcaption>").append(words).append("</figcaption></figure>");
    pass(end + end_mark.size());
  }

  static size_t picture_length(std::string_view inner) {
    const size_t image = inner.find("<img");
    const size_t end = image == std::string_view::npos ? image : inner.find('>', image);
    if (end == std::string_view::npos) return 0;
    const size_t next = inner.find_first_not_of(kBlanks, end + 1);
    const bool is_linked = next != std::string_view::npos && inner.substr(next).starts_with("</a>");
    return is_linked ? next + 4 : end + 1;
  }

  std::string_view rest_;
  std::set<std::string_view> ended_;
  std::string html_;
};

}  // namespace

std::string wordpress_html(std::string_view content) { return Writer(content).html(); }

}  // namespace bantin
