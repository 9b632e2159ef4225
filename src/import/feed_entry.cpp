#include "import/feed_entry.h"

#include <algorithm>
#include <array>
#include <utility>

#include "feed/block_code.h"
#include "feed/srcset.h"
#include "import/absolute_address.h"
#include "import/department_table.h"
#include "import/feed_date.h"
#include "import/html_blocks.h"
#include "text/fold.h"

namespace bantin {

namespace {

// How the names of offices begin, as slugs.
constexpr std::array<std::string_view, 14> kOffices = {"so-",   "ban-",       "phong-", "chi-cuc-", "cuc-",
                                                       "bo-",   "van-phong-", "ubnd-",  "uy-ban-",  "trung-tam-",
                                                       "vien-", "thanh-tra-", "hdnd-",  "cong-an-"};
// "Ban Biên tập": a site's editors.
constexpr std::string_view kEditors = "ban-bien-tap";

// What WordPress ends the entries of its feeds with: "The post … appeared first on …".
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kFooters = {
    {{"the-post-", "-appeared-first-on-"}, {"bai-viet-", "-da-xuat-hien-dau-tien-"}}};

Article read_html(std::string_view html, const Nfc& nfc) {
  Article article;
  decode_blocks(html_blocks(html), nfc, article);
  return article;
}

bool is_text(const Block& block) { return block.kind != BlockKind::picture && !block.text.empty(); }

std::string text_of(const Article& article) {
  std::string text;
  for (const Block& block : article.body) {
    if (!is_text(block)) continue;
    if (!text.empty()) text += ' ';
    text += block.text;
  }
  return text;
}

void drop_footer(Article& article) {
  const auto is_footer = [](const Block& block) {
    if (block.kind != BlockKind::paragraph) return false;
    const std::string words = slug(block.text);
    return std::any_of(kFooters.begin(), kFooters.end(), [&](const auto& footer) {
      return words.starts_with(footer.first) && words.find(footer.second) != std::string::npos;
    });
  };
  while (!article.body.empty() && is_footer(article.body.back())) article.body.pop_back();
}

// More than a lead: several texts, or anything but a paragraph and pictures.
bool is_content(const Article& summary) {
  const std::vector<Block>& body = summary.body;
  const auto is_plain = [](const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::picture;
  };
  return std::count_if(body.begin(), body.end(), is_text) > 1 || !std::all_of(body.begin(), body.end(), is_plain);
}

void take_body(Article& article, Article& from) {
  article.body = std::move(from.body);
  article.pictures = std::move(from.pictures);
  article.tables = std::move(from.tables);
}

// The words at the beginning of the body, at least `length` bytes of them if there are so many.
std::string beginning_of(const Article& article, size_t length) {
  std::string words;
  for (const Block& block : article.body) {
    if (words.size() >= length) break;
    if (!is_text(block)) continue;
    if (!words.empty()) words += '-';
    words += slug(block.text);
  }
  return words;
}

// A lead stands once: a body's first paragraph of the same words goes; else a lead whose words begin the body does.
void part_lead_from_body(Article& article) {
  if (article.lead.empty()) return;
  const std::string lead = slug(article.lead);
  const auto first = std::find_if(article.body.begin(), article.body.end(), is_text);
  if (first == article.body.end()) return;
  const bool has_more = std::any_of(first + 1, article.body.end(), is_text);
  if (has_more && first->kind == BlockKind::paragraph && slug(first->text) == lead) {
    article.body.erase(first);
  } else if (beginning_of(article, lead.size()).starts_with(lead)) {
    article.lead.clear();
  }
}

void set_texts(Article& article, const FeedEntry& entry, const Nfc& nfc) {
  Article summary = read_html(entry.summary, nfc), content = read_html(entry.content, nfc);
  drop_footer(summary);
  drop_footer(content);
  const bool has_content = !content.body.empty();
  if (!has_content && is_content(summary)) return take_body(article, summary);
  article.lead = text_of(summary);
  take_body(article, content);
  part_lead_from_body(article);
}

void make_absolute(std::vector<Span>& spans, std::string_view base) {
  for (Span& span : spans) span.link = absolute_address(span.link, base);
}

void make_absolute(Article& article, std::string_view base) {
  article.url = absolute_address(article.url, base);
  for (Attachment& attachment : article.attachments) attachment.url = absolute_address(attachment.url, base);
  const auto absolute = [base](std::string_view address) { return absolute_address(address, base); };
  for (Picture& picture : article.pictures) {
    picture.source = absolute(picture.source);
    picture.srcset = with_addresses(picture.srcset, absolute);
  }
  for (Block& block : article.body) make_absolute(block.spans, base);
  for (Table& table : article.tables) {
    for (std::vector<Cell>& row : table.rows) {
      for (Cell& cell : row) make_absolute(cell.spans, base);
    }
  }
}

// Whether the table of departments has it by its id or name. One it does not have is called what was asked for.
bool is_known(std::string_view name) {
  if (name.empty()) return false;
  const Department department = department_called(name);
  return department.name != name || department.id != slug(name);
}

bool is_office(std::string_view name) {
  const std::string words = slug(name);
  return words != kEditors && std::any_of(kOffices.begin(), kOffices.end(),
                                          [&](std::string_view beginning) { return words.starts_with(beginning); });
}

// A department's own feed is called after it: "Sở Y tế tỉnh Hạ Lam". Empty: the title names none.
std::string department_in(const std::string& feed_title) {
  Article named;
  named.title = feed_title;
  const auto found = find_department(named);
  return found ? found->department.id : std::string();
}

// Empty: neither the entry nor its feed's title tells of one.
std::string department_of(const FeedEntry& entry, const std::string& feed_title, const Nfc& nfc) {
  for (const std::string& category : entry.categories) {
    std::string name = plain_text(category, nfc);
    if (is_known(name)) return name;
  }
  std::string creator = plain_text(entry.creator, nfc);
  return is_known(creator) || is_office(creator) ? creator : department_in(feed_title);
}

bool is_empty(const Article& article) { return article.title.empty() && article.lead.empty() && article.body.empty(); }

}  // namespace

std::string plain_text(std::string_view html, const Nfc& nfc) { return text_of(read_html(html, nfc)); }

std::string html_of_text(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char sign : text) {
    if (sign == '&') html += "&amp;";
    if (sign == '<') html += "&lt;";
    if (sign == '\n') html += "<br>";
    if (sign != '&' && sign != '<') html += sign;
  }
  return html;
}

Imported* add_entry(InputResult& result, const FeedEntry& entry, size_t number, const Nfc& nfc) {
  Imported imported;
  Article& article = imported.article;
  article.title = plain_text(entry.title, nfc);
  set_texts(article, entry, nfc);
  article.url = entry.url;
  article.id = entry.id;
  article.published = parse_feed_date(entry.date);
  article.attachments = entry.attachments;
  make_absolute(article, result.home_page_url);
  if (is_empty(article)) {
    result.left_out.push_back({LeftOutWhy::no_content, article.url.empty() ? article.id : article.url});
    return nullptr;
  }
  imported.department = department_of(entry, result.title, nfc);
  imported.place = "mục " + std::to_string(number);
  result.articles.push_back(std::move(imported));
  return &result.articles.back();
}

}  // namespace bantin
