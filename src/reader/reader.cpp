#include "reader/reader.h"

#include <algorithm>
#include <utility>

#include "feed/day.h"

namespace bantin {

namespace {

constexpr uint16_t kNoDepartment = 0xFFFF;  // an id the feed does not have: matches no article

std::optional<uint16_t> department_index(const Feed& feed, std::string_view id) {
  for (size_t i = 0; i < feed.departments.size(); ++i) {
    if (feed.departments[i].id == id) return static_cast<uint16_t>(i);
  }
  return std::nullopt;
}

std::optional<uint32_t> article_index_of(const Feed& feed, std::string_view id) {
  for (size_t i = 0; i < feed.articles.size(); ++i) {
    if (feed.articles[i].id == id) return static_cast<uint32_t>(i);
  }
  return std::nullopt;
}

DateField field_of(Day day) { return {day == kUndated ? std::string() : vi_day(day), false}; }

}  // namespace

void Reader::set_feed(Feed feed) {
  const std::string open_id = article() ? article()->id : std::string();
  const bool was_open = open_.has_value();
  feed_ = std::move(feed);
  catalog_ = Catalog(feed_);
  search_ = SearchText(feed_, catalog_);
  has_feed_ = true;
  changes_.feed = true;
  open_ = was_open ? article_index_of(feed_, open_id) : std::nullopt;
  changes_.article |= was_open && !open_;
  refilter();
}

bool Reader::apply(const Action& action, std::string_view text, bool committed) {
  switch (action.kind) {
    case ActionKind::none: return false;
    case ActionKind::open_article: return open_index(action.argument);
    case ActionKind::close_article: return open_index(std::nullopt);
    case ActionKind::toggle_department: toggle_department(action.argument); return true;
    case ActionKind::set_query: set_filter({{}, {}, {}, std::string(text)}); return true;
    case ActionKind::set_from: type_date(from_field_, filter_.from, text, committed); return true;
    case ActionKind::set_to: type_date(to_field_, filter_.to, text, committed); return true;
    case ActionKind::clear_filter: set_filter({std::vector<std::string>(), kUndated, kUndated, ""}); return true;
    case ActionKind::toggle_filters: filters_open_ = !filters_open_; return true;
  }
  return false;
}

void Reader::set_filter(const FilterRequest& request) {
  if (request.departments) chosen_ = *request.departments;
  if (request.from) {
    filter_.from = *request.from;
    from_field_ = field_of(filter_.from);
  }
  if (request.to) {
    filter_.to = *request.to;
    to_field_ = field_of(filter_.to);
  }
  if (request.query) filter_.query = *request.query;
  refilter();
}

bool Reader::open_article(std::string_view id) {
  if (id.empty()) return open_index(std::nullopt);
  const auto index = article_index_of(feed_, id);
  return index && open_index(index);
}

bool Reader::is_chosen(uint16_t department) const {
  return department < feed_.departments.size() &&
         std::find(chosen_.begin(), chosen_.end(), feed_.departments[department].id) != chosen_.end();
}

bool Reader::is_filtered() const {
  return !chosen_.empty() || filter_.from != kUndated || filter_.to != kUndated || !filter_.query.empty() ||
         !from_field_.text.empty() || !to_field_.text.empty();
}

const Article* Reader::article() const { return open_ ? &feed_.articles[*open_] : nullptr; }

Reader::Changes Reader::take_changes() { return std::exchange(changes_, {}); }

void Reader::toggle_department(uint32_t department) {
  if (department >= feed_.departments.size()) return;
  const std::string& id = feed_.departments[department].id;
  const auto at = std::find(chosen_.begin(), chosen_.end(), id);
  if (at == chosen_.end()) {
    chosen_.push_back(id);
  } else {
    chosen_.erase(at);
  }
  refilter();
}

// Half a date is no bound: the list is not emptied while somebody types, and the field is only called wrong once left.
void Reader::type_date(DateField& field, Day& bound, std::string_view text, bool committed) {
  field.text = text;
  const Day day = parse_vi_day(text);
  field.invalid = committed && !text.empty() && day == kUndated;
  if (day == bound) return;
  bound = day;
  refilter();
}

bool Reader::open_index(std::optional<uint32_t> index) {
  if (index && *index >= feed_.articles.size()) return false;
  if (index == open_) return true;
  open_ = index;
  changes_.article = true;
  return true;
}

void Reader::refilter() {
  filter_.departments = chosen_indices();
  results_ = bantin::filter(catalog_, search_, filter_);
  changes_.filter = true;
}

std::vector<uint16_t> Reader::chosen_indices() const {
  std::vector<uint16_t> indices;
  indices.reserve(chosen_.size());
  for (const std::string& id : chosen_) indices.push_back(department_index(feed_, id).value_or(kNoDepartment));
  return indices;
}

}  // namespace bantin
