#include "feed/feed_builder.h"

#include <algorithm>
#include <utility>

#include "text/fold.h"

namespace bantin {

namespace {

constexpr size_t kTitleLength = 90;  // bytes, at least: of a text that stands in for a missing title
constexpr size_t kMostDepartments = 0xFFFE;
constexpr std::string_view kVersion = "https://jsonfeed.org/version/1";
constexpr const char* kOther = "Khác";

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Trimmed, every run of white space one space.
std::string single_spaced(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    if (!is_blank(c)) {
      line.push_back(c);
    } else if (!line.empty() && line.back() != ' ') {
      line.push_back(' ');
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

// The end of the paragraph that begins at `at`: a line with nothing in it, or the end of the text.
size_t paragraph_end(std::string_view text, size_t at) {
  for (size_t newline = text.find('\n', at); newline != std::string_view::npos;
       newline = text.find('\n', newline + 1)) {
    const size_t next = text.find_first_not_of(" \t\r", newline + 1);
    if (next == std::string_view::npos || text[next] == '\n') return newline;
  }
  return text.size();
}

// Links of a feed's own fields: only the web, mail and telephone may follow from a page.
bool is_web_address(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://") ||
         (address.find(':') == std::string_view::npos && !address.empty());
}

bool is_text_field(std::string_view key) {
  static constexpr std::string_view kFields[] = {"id",           "title", "summary",       "content_text",
                                                 "content_html", "url",   "date_published"};
  return std::find(std::begin(kFields), std::end(kFields), key) != std::end(kFields);
}

}  // namespace

void FeedBuilder::feed_text(std::string_view key, std::string& value) {
  if (key == "version") version_ = value;
  if (key == "title") feed_.title = clean(value);
  if (key == "language") feed_.language = value;
  if (key == "home_page_url") feed_.home_page_url = value;
}

void FeedBuilder::department_text(std::string_view key, std::string& value) {
  Department& department = feed_.departments.back();
  if (key == "id") department.id = slug(value);
  if (key == "name") department.name = clean(value);
  if (key == "short_name") department.short_name = clean(value);
}

void FeedBuilder::begin_item(size_t position) {
  note_repairs(position, nullptr);
  item_ = {};
  item_.number = item_count_;
  item_.position = position;
}

void FeedBuilder::item_text(std::string_view key, std::string& value, size_t position) {
  Article& article = item_.article;
  if (key == "id") article.id = value;
  if (key == "title") article.title = clean(value);
  if (key == "summary") article.lead = clean(value);
  if (key == "url") article.url = value;
  if (key == "content_text") article.body = paragraphs(value);
  if (key == "content_html") item_.html.swap(value);
  if (key == "date_published") {
    item_.date = value;
    item_.date_position = position;
  }
}

void FeedBuilder::item_extension_text(std::string_view key, std::string& value, size_t position) {
  if (key == "document_number") item_.article.document_number = clean(value);
  if (key == "department") {
    item_.department_id = value;
    item_.department_position = position;
  }
}

void FeedBuilder::item_author(std::string& name) {
  if (item_.author.empty()) item_.author = clean(name);
}

void FeedBuilder::item_tag(std::string& tag) {
  if (item_.tag.empty()) item_.tag = clean(tag);
}

void FeedBuilder::feed_author(std::string& name) {
  if (author_.empty()) author_ = clean(name);
}

// An address that is none is left out: an attachment is nothing but a link.
void FeedBuilder::attachment_text(std::string_view key, std::string& value) {
  Attachment& attachment = item_.article.attachments.back();
  if (key == "url" && is_web_address(value)) attachment.url = value;
  if (key == "title") attachment.title = clean(value);
  if (key == "mime_type") attachment.type = value;
}

void FeedBuilder::item_wrong_type(std::string_view key, size_t position) {
  if (is_text_field(key)) note(item_, ProblemCode::wrong_type, position, key, std::string(key));
}

void FeedBuilder::item_extension_wrong_type(std::string_view key, size_t position) {
  if (key != "department" && key != "document_number") return;
  note(item_, ProblemCode::wrong_type, position, "_bantin/" + std::string(key), std::string(key));
}

void FeedBuilder::end_item(size_t position) {
  read_date();
  read_html();
  note_repairs(position, &item_);
  const std::string& id = item_.article.id;
  if (id.empty()) {
    note(item_, ProblemCode::item_without_id, item_.position, {}, {});
  } else if (!ids_.insert(id).second) {
    note(item_, ProblemCode::duplicate_id, item_.position, "id", id);
  } else {
    name_untitled();
    kept_.push_back(std::move(item_));
  }
  ++item_count_;
}

void FeedBuilder::no_item(size_t position) {
  begin_item(position);
  note(item_, ProblemCode::item_without_id, position, {}, {});
  ++item_count_;
}

void FeedBuilder::refuse(ProblemCode code, size_t position, std::string subject, Expected expected) {
  findings_ = {{position, {code, 0, 0, {}, std::move(subject), {}, expected}}};
  is_refused_ = true;
}

FeedResult FeedBuilder::result() {
  if (!is_refused_ && !version_.starts_with(kVersion)) refuse(ProblemCode::not_a_feed, 0, "version");
  if (!is_refused_ && !has_items_) refuse(ProblemCode::not_a_feed, 0, "items");
  if (is_refused_) return {std::nullopt, problems()};
  note_repairs(source_.text().size(), nullptr);
  settle_departments();
  return {std::move(feed_), problems()};
}

// `position`: behind what is wrong.
void FeedBuilder::note(const Item& item, ProblemCode code, size_t position, std::string_view field,
                       std::string subject) {
  std::string pointer = "/items/" + std::to_string(item.number);
  if (!field.empty()) pointer += "/" + std::string(field);
  const size_t last = position > 0 ? position - 1 : 0;
  findings_.push_back({last, {code, 0, 0, std::move(pointer), std::move(subject), item.article.id}});
}

// What was mended before `end`, inside `item` or outside of all: broken characters once for all, each number apart.
void FeedBuilder::note_repairs(size_t end, const Item* item) {
  const auto& repairs = source_.repairs();
  const std::string pointer = item ? "/items/" + std::to_string(item->number) : "";
  const std::string id = item ? item->article.id : "";
  bool told = false;
  for (; next_repair_ < repairs.size() && repairs[next_repair_].position < end; ++next_repair_) {
    const auto& [position, number] = repairs[next_repair_];
    if (number.empty() && std::exchange(told, true)) continue;
    const ProblemCode code = number.empty() ? ProblemCode::bad_text : ProblemCode::number_out_of_range;
    findings_.push_back({position, {code, 0, 0, pointer, number, id}});
  }
}

// In the order of the document, with lines and columns.
std::vector<Problem> FeedBuilder::problems() {
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const Finding& a, const Finding& b) { return a.position < b.position; });
  PlaceFinder places(source_.text());
  std::vector<Problem> all;
  for (Finding& finding : findings_) {
    const Place place = places.place_of(finding.position);
    finding.problem.line = place.line;
    finding.problem.column = place.column;
    all.push_back(std::move(finding.problem));
  }
  return all;
}

void FeedBuilder::read_date() {
  if (item_.date.empty()) return;
  item_.article.published = parse_rfc3339(item_.date);
  if (item_.article.published.day == kUndated) {
    note(item_, ProblemCode::broken_date, item_.date_position, "date_published", item_.date);
  }
}

// Where an item has both, the HTML says more.
void FeedBuilder::read_html() {
  if (!item_.html.empty() && readers_.html) decode_blocks(readers_.html(item_.html), readers_.nfc, item_.article);
  std::erase_if(item_.article.attachments, [](const Attachment& attachment) { return attachment.url.empty(); });
}

void FeedBuilder::name_untitled() {
  Article& article = item_.article;
  if (!article.title.empty()) return;
  const std::string& text = !article.lead.empty() || article.body.empty() ? article.lead : article.body.front().text;
  const size_t end = text.find(' ', std::min(kTitleLength, text.size()));
  article.title = end == std::string::npos ? text : text.substr(0, end) + "…";
  if (article.title.empty()) article.title = article.id;
}

void FeedBuilder::settle_departments() {
  for (Department& department : feed_.departments) {
    if (department.id.empty()) department.id = slug(department.name);
    if (department.name.empty()) department.name = department.id;
  }
  for (size_t i = 0; i < feed_.departments.size(); ++i) {
    department_index_.emplace(feed_.departments[i].id, static_cast<uint16_t>(i));
  }
  const size_t declared = feed_.departments.size();
  for (Item& item : kept_) {
    item.article.department = department_of(item);
    if (!item.department_id.empty() && item.article.department >= declared) {
      note(item, ProblemCode::unknown_department, item.department_position, "_bantin/department", item.department_id);
    }
    feed_.articles.push_back(std::move(item.article));
  }
}

uint16_t FeedBuilder::department_of(const Item& item) {
  if (!item.department_id.empty()) return named_department(slug(item.department_id), clean(item.department_id));
  const std::string& author = item.author.empty() ? author_ : item.author;
  const std::string& name = author.empty() ? item.tag : author;
  return name.empty() ? named_department(slug(kOther), kOther) : named_department(slug(name), name);
}

uint16_t FeedBuilder::named_department(std::string id, const std::string& name) {
  const auto known = department_index_.find(id);
  if (known != department_index_.end()) return known->second;
  const size_t index = std::min(feed_.departments.size(), kMostDepartments);
  if (index == feed_.departments.size()) feed_.departments.push_back({id, name, {}});
  return department_index_.emplace(std::move(id), static_cast<uint16_t>(index)).first->second;
}

std::string FeedBuilder::clean(std::string_view text) const {
  const std::string line = single_spaced(text);
  return needs_nfc(line) ? readers_.nfc(line) : line;
}

std::vector<Block> FeedBuilder::paragraphs(std::string_view text) const {
  std::vector<Block> blocks;
  for (size_t at = 0; at < text.size();) {
    const size_t end = paragraph_end(text, at);
    std::string paragraph = clean(text.substr(at, end - at));
    if (!paragraph.empty()) blocks.push_back({BlockKind::paragraph, std::move(paragraph)});
    at = end + 1;
  }
  return blocks;
}

}  // namespace bantin
