#include "import/text_import.h"

#include <algorithm>

#include "import/related_heading.h"
#include "import/text_splitter.h"

namespace bantin {

namespace {

using Lines = std::vector<std::string>;

// Editors of web pages strew no-break spaces where none is meant.
void use_plain_spaces(std::string& text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  for (size_t at = text.find(kNoBreakSpace); at != std::string::npos; at = text.find(kNoBreakSpace, at)) {
    text.replace(at, kNoBreakSpace.size(), " ");
  }
}

std::string trimmed(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r";
  const size_t begin = line.find_first_not_of(kBlanks), end = line.find_last_not_of(kBlanks);
  return begin == std::string_view::npos ? std::string() : std::string(line.substr(begin, end - begin + 1));
}

Lines lines_of(std::string_view text) {
  Lines lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return lines;
}

// Lines that follow each other belong together; but where nothing is parted, every line is a paragraph.
Lines paragraphs_of(const Lines& lines) {
  const auto is_filled = [](const std::string& line) { return !line.empty(); };
  const auto first = std::find_if(lines.begin(), lines.end(), is_filled);
  const auto last = std::find_if(lines.rbegin(), lines.rend(), is_filled).base();
  if (first == lines.end()) return {};
  const bool has_blank_lines = std::find(first, last, "") != last;
  Lines paragraphs;
  bool joins = false;
  for (const std::string& line : lines) {
    if (!line.empty() && joins) {
      paragraphs.back() += " " + line;
    } else if (!line.empty()) {
      paragraphs.push_back(line);
    }
    joins = has_blank_lines && !line.empty();
  }
  return paragraphs;
}

// What follows the first heading of other news are their titles.
std::vector<RelatedLink> cut_related(Lines& lines) {
  const auto heading = std::find_if(lines.begin(), lines.end(), is_related_heading);
  std::vector<RelatedLink> related;
  for (auto line = heading; line != lines.end(); ++line) {
    std::string title = listed_title(*line);
    if (!title.empty() && !is_related_heading(*line)) related.push_back({"", std::move(title)});
  }
  lines.erase(heading, lines.end());
  return related;
}

Imported article_of(std::string_view text) {
  Lines lines = lines_of(text);
  Imported imported;
  imported.related = cut_related(lines);
  Article& article = imported.article;
  for (std::string& paragraph : paragraphs_of(lines)) {
    if (article.title.empty()) {
      article.title = std::move(paragraph);
    } else {
      article.body.push_back({BlockKind::paragraph, std::move(paragraph)});
    }
  }
  return imported;
}

}  // namespace

InputResult import_text(std::string_view utf8, const Nfc& nfc) {
  std::string whole(utf8);
  use_plain_spaces(whole);
  if (needs_nfc(whole)) whole = nfc(whole);
  const std::vector<TextPart> parts = split_texts(whole);
  InputResult result;
  for (const TextPart& part : parts) {
    Imported imported = article_of(part.text);
    if (imported.article.title.empty()) continue;
    if (parts.size() > 1) imported.place = "dòng " + std::to_string(part.line);
    result.articles.push_back(std::move(imported));
  }
  return result;
}

}  // namespace bantin
