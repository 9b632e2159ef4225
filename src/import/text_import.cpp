#include "import/text_import.h"

#include <algorithm>

#include "import/day_inference.h"
#include "import/department_table.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr size_t kIdLength = 60;
constexpr std::string_view kTrailingHeadings[] = {"tin lien quan", "tin cung chuyen muc", "cac tin khac",
                                                  "bai viet lien quan", "tin khac"};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else if (c != '\r') {
      lines.back().push_back(c == '\t' ? ' ' : c);
    }
  }
  return lines;
}

// Editors of web pages strew no-break spaces where none is meant.
void use_plain_spaces(std::string& text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  for (size_t at = text.find(kNoBreakSpace); at != std::string::npos; at = text.find(kNoBreakSpace, at)) {
    text.replace(at, kNoBreakSpace.size(), " ");
  }
}

std::string trimmed(const std::string& line) {
  const size_t begin = line.find_first_not_of(' '), end = line.find_last_not_of(' ');
  return begin == std::string::npos ? std::string() : line.substr(begin, end - begin + 1);
}

// Paragraphs are parted by empty lines; lines that follow each other belong together.
std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  bool joins = false;
  for (const std::string& raw : lines_of(text)) {
    const std::string line = trimmed(raw);
    if (!line.empty() && joins) {
      paragraphs.back() += " " + line;
    } else if (!line.empty()) {
      paragraphs.push_back(line);
    }
    joins = !line.empty();
  }
  return paragraphs;
}

bool is_trailing_heading(const std::string& paragraph) {
  std::string plain = folded(paragraph);
  while (!plain.empty() && (plain.back() == ':' || plain.back() == ' ')) plain.pop_back();
  return std::find(std::begin(kTrailingHeadings), std::end(kTrailingHeadings), plain) != std::end(kTrailingHeadings);
}

// What follows such a heading are titles of other articles.
void drop_trailing(std::vector<std::string>& paragraphs) {
  const auto heading = std::find_if(paragraphs.begin(), paragraphs.end(), is_trailing_heading);
  paragraphs.erase(heading, paragraphs.end());
}

// Saved pages often hold the lead twice, the second time perhaps with other spaces or a missing end mark.
bool is_repeated(const std::string& lead, const std::string& paragraph) { return slug(lead) == slug(paragraph); }

std::string id_of(const Article& article) {
  std::string id = slug(article.title);
  if (id.size() > kIdLength) {
    const size_t cut = id.rfind('-', kIdLength);
    id.resize(cut == std::string::npos ? kIdLength : cut);
  }
  return article.published.day == kUndated ? id : id + "-" + iso_day(article.published.day);
}

void settle_department(ImportResult& result, const ImportOptions& options, std::string_view text) {
  if (!options.department.empty()) {
    result.department = department_of_id(options.department);
    return;
  }
  const auto found = find_department(text);
  result.department = found ? found->department : Department{"khac", "Khác", ""};
  result.inferences.push_back(
      Inference{"department", found ? found->department.name : "", found ? found->evidence : ""});
  if (found) result.article->inferred.emplace_back("department");
}

void settle_day(ImportResult& result, const ImportOptions& options, std::string_view text) {
  Article& article = *result.article;
  if (options.day != kUndated) {
    article.published.day = options.day;
    return;
  }
  const auto found = find_day(text);
  result.inferences.push_back(
      Inference{"date_published", found ? iso_day(found->day) : "", found ? found->evidence : ""});
  if (!found) return;
  article.published.day = found->day;
  article.inferred.emplace_back("date_published");
}

}  // namespace

ImportResult import_text(std::string_view text, const ImportOptions& options, const Nfc& nfc) {
  std::string whole = repaired(text);
  use_plain_spaces(whole);
  std::vector<std::string> paragraphs = paragraphs_of(needs_nfc(whole) ? nfc(whole) : whole);
  drop_trailing(paragraphs);
  ImportResult result;
  if (paragraphs.empty()) return result;
  Article& article = result.article.emplace();
  article.title = options.title.empty() ? paragraphs[0] : options.title;
  if (paragraphs.size() > 1) article.lead = paragraphs[1];
  for (size_t i = 2; i < paragraphs.size(); ++i) {
    if (i == 2 && is_repeated(article.lead, paragraphs[i])) continue;
    article.body.push_back({BlockKind::paragraph, paragraphs[i]});
  }
  std::string told;
  for (const std::string& paragraph : paragraphs) told += paragraph + "\n";
  settle_department(result, options, told);
  settle_day(result, options, told);
  article.id = id_of(article);
  return result;
}

void add_to_feed(Feed& feed, ImportResult result) {
  const auto is_it = [&](const Department& department) { return department.id == result.department.id; };
  auto department = std::find_if(feed.departments.begin(), feed.departments.end(), is_it);
  if (department == feed.departments.end()) {
    feed.departments.push_back(result.department);
    department = std::prev(feed.departments.end());
  }
  Article article = std::move(*result.article);
  article.department = static_cast<uint16_t>(department - feed.departments.begin());
  const auto is_taken = [&](const std::string& id) {
    return std::any_of(feed.articles.begin(), feed.articles.end(),
                       [&](const Article& other) { return other.id == id; });
  };
  const std::string id = article.id;
  for (int number = 2; is_taken(article.id); ++number) article.id = id + "-" + std::to_string(number);
  feed.articles.push_back(std::move(article));
}

}  // namespace bantin
