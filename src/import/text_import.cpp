#include "import/text_import.h"

#include <algorithm>

#include "import/day_inference.h"
#include "import/department_table.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kIdLength = 60;
constexpr std::string_view kTrailingHeadings[] = {"tin lien quan", "tin cung chuyen muc", "cac tin khac",
                                                  "bai viet lien quan", "tin khac"};

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

bool is_trailing_heading(const std::string& line) {
  std::string plain = folded(line);
  while (!plain.empty() && (plain.back() == ':' || plain.back() == '.' || plain.back() == ' ')) plain.pop_back();
  return std::find(std::begin(kTrailingHeadings), std::end(kTrailingHeadings), plain) != std::end(kTrailingHeadings);
}

// Up to a trailing heading: what follows one are titles of other articles.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(trimmed(text.substr(begin, end - begin)));
    if (is_trailing_heading(lines.back())) {
      lines.pop_back();
      break;
    }
    begin = end + 1;
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

// Paragraphs are parted by blank lines, and lines that follow each other belong together; but where nothing is parted,
// every line is a paragraph.
std::vector<std::string> paragraphs_of(std::string_view text) {
  const std::vector<std::string> lines = lines_of(text);
  const auto first = std::find_if(lines.begin(), lines.end(), [](const std::string& line) { return !line.empty(); });
  const bool has_blank_lines = std::find(first, lines.end(), "") != lines.end();
  std::vector<std::string> paragraphs;
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

// Saved pages often hold title and lead twice, the second time perhaps with other spaces or a missing end mark.
void drop_repetitions(std::vector<std::string>& paragraphs) {
  constexpr size_t kTitleAndLead = 2;
  for (size_t at = 0; at < kTitleAndLead && at + 1 < paragraphs.size(); ++at) {
    const auto next = paragraphs.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    if (slug(paragraphs[at]) == slug(*next)) paragraphs.erase(next);
  }
}

std::string id_of(const Article& article) {
  std::string id = slug(article.title);
  if (id.size() > kIdLength) {
    const size_t cut = id.rfind('-', kIdLength);
    id.resize(cut == std::string::npos ? kIdLength : cut);
  }
  return article.published.day == kUndated ? id : id + "-" + iso_day(article.published.day);
}

void settle_department(ImportResult& result, const ImportOptions& options) {
  if (!options.department.empty()) {
    result.department = department_called(options.department);
    return;
  }
  const auto found = find_department(*result.article);
  result.department = found ? found->department : Department{"khac", "Khác", ""};
  result.inferences.push_back(
      Inference{"department", found ? found->department.name : "", found ? found->evidence : ""});
  if (found) result.article->inferred.emplace_back("department");
}

void settle_day(ImportResult& result, const ImportOptions& options) {
  Article& article = *result.article;
  if (options.day != kUndated) {
    article.published.day = options.day;
    return;
  }
  const auto found = find_day(article);
  result.inferences.push_back(
      Inference{"date_published", found ? iso_day(found->day) : "", found ? found->evidence : ""});
  if (!found) return;
  article.published.day = found->day;
  article.inferred.emplace_back("date_published");
}

}  // namespace

ImportResult import_text(std::string_view text, const ImportOptions& options, const Nfc& nfc) {
  ImportResult result;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string whole = repaired(text, &result.replaced);
  use_plain_spaces(whole);
  std::vector<std::string> paragraphs = paragraphs_of(needs_nfc(whole) ? nfc(whole) : whole);
  drop_repetitions(paragraphs);
  if (paragraphs.empty()) return result;
  Article& article = result.article.emplace();
  article.title = paragraphs[0];
  if (paragraphs.size() > 1) article.lead = paragraphs[1];
  for (size_t i = 2; i < paragraphs.size(); ++i) article.body.push_back({BlockKind::paragraph, paragraphs[i]});
  settle_department(result, options);
  settle_day(result, options);
  if (!options.title.empty()) article.title = nfc(repaired(options.title));
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
