#include "import/text_splitter.h"

#include <algorithm>
#include <iterator>

namespace bantin {

namespace {

constexpr size_t kFewestSigns = 5;
constexpr char kFormFeed = '\f';
constexpr std::string_view kBlank = " \t\r\f\v";

enum class LineKind : unsigned char { blank, text, signs, feed };

struct Line {
  size_t begin = 0, end = 0;  ///< without its line break
  LineKind kind = LineKind::blank;
};

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

LineKind kind_of(std::string_view line) {
  const std::string_view inner = trimmed(line);
  if (inner.empty()) return LineKind::blank;
  const bool is_sign = std::string_view("=-*_").find(inner.front()) != std::string_view::npos;
  const bool is_even = inner.find_first_not_of(inner.front()) == std::string_view::npos;
  return is_sign && is_even && inner.size() >= kFewestSigns ? LineKind::signs : LineKind::text;
}

// A form feed is a line of its own here, wherever it stands.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find_first_of("\n\f", at), text.size());
    lines.push_back({at, end, kind_of(text.substr(at, end - at))});
    if (end < text.size() && text[end] == kFormFeed) lines.push_back({end, end, LineKind::feed});
    at = end + 1;
  }
  return lines;
}

bool is_text(const std::vector<Line>& lines, size_t index) {
  return index < lines.size() && lines[index].kind == LineKind::text;
}

bool is_underline(const std::vector<Line>& lines, size_t index) {
  if (index == 0 || lines[index].kind != LineKind::signs) return false;
  const bool is_below_one = is_text(lines, index - 1) && (index < 2 || !is_text(lines, index - 2));
  return is_below_one && is_text(lines, index + 1);
}

// Below the file's first line of text only a title's underline makes sense: it would part off an article of one line.
bool begins_with_title(const std::vector<Line>& lines, size_t first_signs) {
  const auto first =
      std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.kind == LineKind::text; });
  return first != lines.end() && static_cast<size_t>(first - lines.begin()) + 1 == first_signs;
}

std::vector<size_t> parting_lines(const std::vector<Line>& lines) {
  std::vector<size_t> all, parting;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind == LineKind::signs) all.push_back(i);
  }
  std::copy_if(all.begin(), all.end(), std::back_inserter(parting), [&](size_t i) { return !is_underline(lines, i); });
  const bool is_all_underlined = parting.empty() && !all.empty();
  return is_all_underlined && !begins_with_title(lines, all.front()) ? all : parting;
}

// `text` from its first line that is not blank; without any text: empty.
TextPart without_blank_lines(std::string_view text, size_t line) {
  const size_t begin = text.find_first_not_of(" \t\r\n\f\v");
  if (begin == std::string_view::npos) return {{}, line};
  const size_t break_before = text.substr(0, begin).rfind('\n');
  if (break_before == std::string_view::npos) return {text, line};
  const std::string_view skipped = text.substr(0, break_before + 1);
  return {text.substr(skipped.size()), line + static_cast<size_t>(std::count(skipped.begin(), skipped.end(), '\n'))};
}

}  // namespace

std::vector<TextPart> split_texts(std::string_view utf8) {
  const std::vector<Line> lines = lines_of(utf8);
  const std::vector<size_t> parting = parting_lines(lines);
  std::vector<TextPart> parts;
  parts.reserve(parting.size() + 1);
  size_t number = 1, begin = 0, begin_number = 1;
  const auto close = [&](size_t end) {
    const TextPart part = without_blank_lines(utf8.substr(begin, end - begin), begin_number);
    if (!part.text.empty()) parts.push_back(part);
  };
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool breaks = line.end < utf8.size() && utf8[line.end] == '\n';
    number += breaks;
    if (line.kind != LineKind::feed && !std::binary_search(parting.begin(), parting.end(), i)) continue;
    close(line.begin);
    begin = std::min(line.end + 1, utf8.size());
    begin_number = number;
  }
  close(utf8.size());
  return parts;
}

}  // namespace bantin
