#include "feed/feed_rules.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "feed/json_source.h"
#include "feed/json_walk.h"
#include "text/fold.h"

namespace bantin {

namespace {

constexpr std::string_view kItem = "/items/*", kDepartment = "/_bantin/departments/*";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool begins_with(std::string_view text, std::string_view small_letters) {
  return text.size() > small_letters.size() &&
         std::equal(small_letters.begin(), small_letters.end(), text.begin(),
                    [](char small, char c) { return small == std::tolower(static_cast<unsigned char>(c)); });
}

// A picture may stand in its own address.
std::string shortened(std::string_view address) {
  constexpr size_t kLength = 80;
  if (address.size() <= kLength) return std::string(address);
  size_t end = kLength;
  while ((static_cast<unsigned char>(address[end]) & 0xC0) == 0x80) --end;
  return std::string(address.substr(0, end)) + "…";
}

// http, https, or without a scheme.
bool is_web_address(std::string_view address) {
  if (begins_with(address, "https://") || begins_with(address, "http://")) return true;
  const size_t colon = address.find(':');
  return colon == std::string_view::npos || address.find_first_of("/?#") < colon;
}

bool is_address(std::string_view shape) {
  static constexpr std::string_view kShapes[] = {"/home_page_url", "/items/*/url", "/items/*/external_url",
                                                 "/items/*/attachments/*/url"};
  return std::find(std::begin(kShapes), std::end(kShapes), shape) != std::end(kShapes);
}

bool is_shown_text(std::string_view shape) {
  return shape == "/title" || shape.starts_with("/items/*/") || shape.starts_with("/_bantin/departments/*/");
}

// Looks at the document as it stands; the feed says what it was read as.
class Inspector : public JsonVisitor {
 public:
  Inspector(const Feed& feed, const RuleOptions& options) : feed_(feed), options_(options) {
    articles_.reserve(feed.articles.size());
    for (const Article& article : feed.articles) articles_.emplace(article.id, &article);
  }

  std::vector<Finding> findings(std::string_view text) {
    check_related();
    check_departments();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.place.position < b.place.position; });
    PlaceFinder places(text);
    std::vector<Finding> all;
    all.reserve(found_.size());
    for (Found& found : found_) {
      const Place place = places.place_of(found.place.position);
      found.finding.line = place.line;
      found.finding.column = place.column;
      all.push_back(std::move(found.finding));
    }
    return all;
  }

  void begin_object(const JsonPath& path, size_t position) override {
    const std::string shape = path.shape();
    if (shape == kItem) {
      item_ = {};
      item_.place = {path.pointer(), position};
      is_item_ = true;
    }
    if (shape == kDepartment) departments_.push_back({{path.pointer(), position}, {}});
  }

  void end_object(const JsonPath& path) override {
    if (!is_item_ || path.shape() != kItem) return;
    end_item();
    item_ = {};
    is_item_ = false;
  }

  void text(const JsonPath& path, const std::string& value, size_t position) override {
    const std::string shape = path.shape();
    const Spot spot{path.pointer(), position};
    if (shape == "/_bantin/departments/*/id") departments_.back().id = {value, spot};
    if (is_address(shape) && !value.empty() && !is_web_address(value)) note(Rule::bad_address, spot, shortened(value));
    if (is_shown_text(shape) && !item_.is_decomposed && needs_nfc(value) && options_.nfc(value) != value) {
      item_.is_decomposed = is_item_;  // told once an item
      note(Rule::decomposed_text, spot, {});
    }
    if (is_item_) item_text(std::string_view(shape).substr(kItem.size()), value, spot);
  }

 private:
  struct Spot {
    std::string pointer;
    size_t position = 0;
  };

  struct Value {
    std::string text;
    Spot place;
  };

  struct Found {
    Spot place;
    Finding finding;
  };

  struct Item {
    Spot place;
    std::string id, title;
    Value url, date;
    Spot html;
    std::vector<Value> related;
    bool is_decomposed = false;
  };

  struct Related {
    Value id;
    std::string item;
  };

  struct Declared {
    Spot place;
    Value id;
  };

  void note(Rule rule, const Spot& spot, std::string subject) { note(rule, spot, std::move(subject), {}); }

  // Within an item its id may still be to come.
  void note(Rule rule, const Spot& spot, std::string subject, std::string item) {
    found_.push_back({spot, {rule, 0, 0, spot.pointer, std::move(subject), std::move(item)}});
  }

  void item_text(std::string_view field, const std::string& value, const Spot& spot) {
    if (field == "/id") item_.id = value;
    if (field == "/title") item_.title = value;
    if (field == "/url") item_.url = {value, spot};
    if (field == "/date_published") item_.date = {value, spot};
    if (field == "/content_html") item_.html = spot;
    if (field == "/_bantin/related/*") item_.related.push_back({value, spot});
  }

  void end_item() {
    if (is_blank(item_.title)) note(Rule::item_without_title, item_.place, {});
    check_date();
    check_url();
    check_content();
    name_item();
    for (Value& related : item_.related) related_.push_back({std::move(related), item_.id});
  }

  // Gives what was found since the item began its id.
  void name_item() {
    for (; named_ < found_.size(); ++named_) {
      Finding& finding = found_[named_].finding;
      if (finding.pointer.starts_with(item_.place.pointer)) finding.item = item_.id;
    }
  }

  void check_date() {
    const Day day = parse_rfc3339(item_.date.text).day;
    if (options_.today == kUndated || day == kUndated || day <= options_.today + 1) return;
    note(Rule::future_date, item_.date.place, item_.date.text);
  }

  void check_url() {
    const Value& url = item_.url;
    if (!url.text.empty() && !urls_.insert(url.text).second) note(Rule::duplicate_url, url.place, url.text);
  }

  // Of items that were dropped there is no article.
  void check_content() {
    const auto found = articles_.find(item_.id);
    if (found == articles_.end()) return;
    const Article& article = *found->second;
    if (article.body.empty()) note(Rule::item_without_content, item_.place, {});
    for (const Picture& picture : article.pictures) {
      if (is_blank(picture.alt)) note(Rule::picture_without_alt, item_.html, shortened(picture.source));
    }
  }

  void check_related() {
    for (const Related& related : related_) {
      const auto& [id, spot] = related.id;
      if (id == related.item) {
        note(Rule::related_to_itself, spot, id, related.item);
      } else if (!articles_.contains(id)) {
        note(Rule::unknown_related, spot, id, related.item);
      }
    }
  }

  void check_departments() {
    std::vector<bool> is_used(feed_.departments.size());
    for (const Article& article : feed_.articles) is_used[article.department] = true;
    std::unordered_set<std::string_view> ids, names;
    for (size_t i = 0; i < std::min(departments_.size(), feed_.departments.size()); ++i) {
      const Department& department = feed_.departments[i];
      const Declared& declared = departments_[i];
      const std::string& id = declared.id.text;
      if (!id.empty() && slug(id) != id) note(Rule::department_id, declared.id.place, id);
      const bool has_new_id = ids.insert(department.id).second, has_new_name = names.insert(department.name).second;
      if (!has_new_id || !has_new_name) {
        note(Rule::duplicate_department, declared.place, has_new_id ? department.name : department.id);
      } else if (!is_used[i] && !feed_.articles.empty()) {
        note(Rule::unused_department, declared.place, department.name);
      }
    }
  }

  const Feed& feed_;
  const RuleOptions& options_;
  std::unordered_map<std::string_view, const Article*> articles_;
  Item item_;
  bool is_item_ = false;
  std::vector<Related> related_;
  std::vector<Declared> departments_;
  std::unordered_set<std::string> urls_;
  std::vector<Found> found_;
  size_t named_ = 0;  // of those found
};

}  // namespace

std::vector<Finding> findings_of(std::string_view json, const Feed& feed, const RuleOptions& options) {
  const JsonSource source(json);
  Inspector inspector(feed, options);
  walk_json(source.text(), inspector);
  return inspector.findings(source.text());
}

}  // namespace bantin
