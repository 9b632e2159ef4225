#include "reader/reader.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <tuple>
#include <utility>

#include "catalog/related.h"
#include "feed/day.h"
#include "text/collation.h"
#include "text/fold.h"

namespace bantin {

namespace {

constexpr uint16_t kNoDepartment = 0xFFFF;  // an id the feed does not have: matches no article
constexpr size_t kRelated = 3;

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

std::optional<uint32_t> number_in(std::string_view text) {
  if (text.empty() || text.size() > 6) return std::nullopt;
  uint32_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<uint32_t>(digit - '0');
  }
  return number;
}

}  // namespace

void Reader::set_feed(Feed feed) {
  const std::string open_id = article() ? article()->id : std::string();
  feed_ = std::move(feed);
  catalog_ = Catalog(feed_);
  search_ = SearchText(feed_, catalog_);
  is_bundle_ = false;
  feed_changed(open_id);
}

bool Reader::set_bundle(Feed head, Columns columns, uint32_t article_count) {
  const auto departments = static_cast<uint32_t>(head.departments.size());
  for (size_t row = 0; row < columns.articles.size(); ++row) {
    if (columns.articles[row] >= article_count || columns.departments[row] >= departments) return false;
  }
  const std::string open_id = article() ? article()->id : std::string();
  feed_ = std::move(head);
  feed_.articles.resize(article_count);
  for (Article& article : feed_.articles) article.extent = Extent::none;
  catalog_ = Catalog(std::move(columns), article_count, departments);
  search_ = SearchText(catalog_.size());
  is_bundle_ = true;
  pieces_.forget();
  feed_changed(open_id);
  return true;
}

bool Reader::take_headlines(const NumberRange& range, std::vector<Article> found) {
  if (!pieces_.take_headlines(feed_, catalog_, range, std::move(found))) return false;
  changes_.pieces = true;
  return true;
}

bool Reader::take_article(uint32_t number, Article found) {
  if (!Pieces::take_article(feed_, catalog_, number, std::move(found))) return false;
  if (open_ == number) relate();
  changes_.pieces = true;
  return true;
}

void Reader::pieces_failed(const NumberRange& range) {
  Pieces::mark(feed_, range, true);
  changes_.pieces = true;
}

void Reader::look_again() {
  relate();
  if (starred_only_) refilter();
  changes_.pieces = true;
}

std::vector<std::string> Reader::missing_words() const {
  std::vector<std::string> words = search_words(filter_.query);
  if (!search_.lacks(words)) words.clear();
  return words;
}

void Reader::take_found(const std::vector<uint8_t>& by_article) {
  std::vector<uint8_t> rows(catalog_.size());
  for (uint32_t row = 0; row < catalog_.size(); ++row) {
    const uint32_t article = catalog_.article(row);
    rows[row] = article < by_article.size() && by_article[article] ? 1 : 0;
  }
  search_.give(search_words(filter_.query), std::move(rows));
  refilter();
}

void Reader::feed_changed(const std::string& open_id) {
  const bool was_open = open_.has_value();
  dates_.fit(catalog_);
  department_keys_.clear();
  for (const Department& department : feed_.departments) department_keys_.push_back(collation_key(department.name));
  has_feed_ = true;
  changes_.feed = true;
  open_ = was_open ? article_index_of(feed_, open_id) : std::nullopt;
  relate();
  changes_.article |= was_open && !open_;
  refilter();
  sort_departments();
}

bool Reader::apply(const Action& action, std::string_view text, bool committed) {
  switch (action.kind) {
    case ActionKind::open_article: return open_index(action.argument);
    case ActionKind::close_article: return open_index(std::nullopt);
    case ActionKind::toggle_department: toggle_department(action.argument); return true;
    case ActionKind::set_query:
      if (text != filter_.query) set_filter({{}, {}, {}, std::string(text)});  // leaving the field changes nothing
      return true;
    case ActionKind::set_from:
      dates_.type_from(text, committed);
      dates_changed();
      return true;
    case ActionKind::set_to:
      dates_.type_to(text, committed);
      dates_changed();
      return true;
    case ActionKind::set_range:
      if (action.argument >= dates_.presets().size()) return false;
      dates_.set(dates_.presets()[action.argument].from, dates_.presets()[action.argument].to);
      dates_.show_month(month_of(dates_.to()));
      dates_changed();
      return true;
    case ActionKind::set_from_month:
      if (const auto month = number_in(text)) {
        const int32_t first = dates_.first_month() + static_cast<int32_t>(*month);
        const Day to = dates_.to() == kUndated ? first_day(dates_.last_month() + 1) - 1 : dates_.to();
        dates_.set(first_day(first), std::max(to, first_day(first + 1) - 1));
        dates_changed();
      }
      return true;
    case ActionKind::set_to_month:
      if (const auto month = number_in(text)) {
        const int32_t last = dates_.first_month() + static_cast<int32_t>(*month);
        const Day from = dates_.from() == kUndated ? first_day(dates_.first_month()) : dates_.from();
        dates_.set(std::min(from, first_day(last)), first_day(last + 1) - 1);
        dates_changed();
      }
      return true;
    case ActionKind::pick_day:
      dates_.pick(static_cast<Day>(action.argument));
      dates_changed();
      return true;
    case ActionKind::show_month: dates_.show_month(static_cast<int32_t>(action.argument)); return true;
    case ActionKind::toggle_starred_only: set_filter({{}, {}, {}, {}, !starred_only_}); return true;
    case ActionKind::clear_filter: set_filter({std::vector<std::string>(), kUndated, kUndated, "", false}); return true;
    case ActionKind::clear_departments: set_filter({std::vector<std::string>(), {}, {}, {}}); return true;
    case ActionKind::clear_dates: set_filter({{}, kUndated, kUndated, {}}); return true;
    case ActionKind::clear_query: set_filter({{}, {}, {}, ""}); return true;
    case ActionKind::loosen: loosen(action.argument); return true;
    case ActionKind::toggle_panel: toggle_panel(static_cast<Panel>(action.argument)); return true;
    case ActionKind::set_department_query: department_query_ = text; return true;
    case ActionKind::set_theme:
    case ActionKind::set_size:
    case ActionKind::set_width:
    case ActionKind::set_line:
    case ActionKind::set_font:
    case ActionKind::reset_preferences: return set_preference(action.kind, action.argument);
    case ActionKind::toggle_star: toggle_star(action.argument); return true;
    case ActionKind::try_again: Pieces::mark(feed_, {0, UINT32_MAX}, false); return true;
    default: return false;
  }
}

void Reader::set_filter(const FilterRequest& request) {
  if (request.departments) chosen_ = *request.departments;
  if (request.from) dates_.set_from(*request.from);
  if (request.to) dates_.set_to(*request.to);
  if (request.query) filter_.query = *request.query;
  if (request.starred) starred_only_ = *request.starred;
  refilter();
}

bool Reader::open_article(std::string_view id) {
  if (id.empty()) return open_index(std::nullopt);
  const auto index = article_index_of(feed_, id);
  return index && open_index(index);
}

void Reader::set_marks(std::vector<std::string> starred, std::vector<std::string> read) {
  starred_ = {std::make_move_iterator(starred.begin()), std::make_move_iterator(starred.end())};
  read_ = {std::make_move_iterator(read.begin()), std::make_move_iterator(read.end())};
  if (starred_only_) refilter();
}

bool Reader::escape() {
  if (panel_ != Panel::none) {
    panel_ = Panel::none;
    return true;
  }
  return open_ && open_index(std::nullopt);
}

bool Reader::is_chosen(uint16_t department) const {
  return department < feed_.departments.size() &&
         std::find(chosen_.begin(), chosen_.end(), feed_.departments[department].id) != chosen_.end();
}

bool Reader::is_filtered() const {
  return !chosen_.empty() || dates_.is_set() || !filter_.query.empty() || starred_only_ ||
         !dates_.from_field().text.empty() || !dates_.to_field().text.empty();
}

std::vector<uint16_t> Reader::listed_departments() const {
  const std::string wanted = folded(department_query_);
  std::vector<uint16_t> listed;
  for (const uint16_t index : department_order_) {
    const Department& department = feed_.departments[index];
    const std::string names = folded(department.name + " " + department.short_name);
    if (names.find(wanted) != std::string::npos) listed.push_back(index);
  }
  return listed;
}

const Article* Reader::article() const { return open_ ? &feed_.articles[*open_] : nullptr; }

std::optional<uint32_t> Reader::neighbour(int step) const {
  if (!open_) return std::nullopt;
  const auto row = catalog_.row_of_article(*open_);
  const auto& rows = results_.rows;  // ascending: list order
  const auto at = std::lower_bound(rows.begin(), rows.end(), row.value_or(0));
  if (!row || at == rows.end() || *at != *row) return std::nullopt;
  const std::ptrdiff_t wanted = at - rows.begin() + step;
  if (wanted < 0 || wanted >= std::ssize(rows)) return std::nullopt;
  return catalog_.article(rows[static_cast<size_t>(wanted)]);
}

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

void Reader::toggle_panel(Panel panel) {
  panel_ = panel_ == panel ? Panel::none : panel;
  if (panel_ == Panel::none) return;
  department_query_.clear();
  sort_departments();
}

bool Reader::set_preference(ActionKind kind, uint32_t value) {
  if (value > UINT8_MAX) return false;
  Preferences wanted = preferences_;
  const auto step = static_cast<uint8_t>(value);
  switch (kind) {
    case ActionKind::set_theme: wanted.theme = step; break;
    case ActionKind::set_size: wanted.size = step; break;
    case ActionKind::set_width: wanted.width = step; break;
    case ActionKind::set_line: wanted.line = step; break;
    case ActionKind::set_font: wanted.font = step; break;
    default: wanted = usual_;
  }
  wanted = sane(wanted);
  if (wanted == preferences_) return false;
  preferences_ = wanted;
  changes_.preferences = true;
  return true;
}

void Reader::toggle_star(uint32_t article) {
  if (article >= feed_.articles.size()) return;
  const std::string& id = feed_.articles[article].id;
  if (starred_.erase(id) == 0) starred_.insert(id);
  changes_.stars = true;
  if (starred_only_) refilter();
}

bool Reader::open_index(std::optional<uint32_t> index) {
  if (index && *index >= feed_.articles.size()) return false;
  if (panel_ != Panel::departments && panel_ != Panel::dates) panel_ = Panel::none;  // those two lie beside it
  if (index == open_) return true;
  if (open_ && is_bundle_) Pieces::close(feed_.articles[*open_]);
  open_ = index;
  relate();
  if (open_) read_.insert(article()->id);
  changes_.article = true;
  return true;
}

// In a bundle most articles are not there to be compared: what an article itself names has to do.
void Reader::relate() {
  related_ = open_ ? related_articles(feed_, catalog_, *open_, kRelated, !is_bundle_) : std::vector<uint32_t>();
}

void Reader::dates_changed() {
  if (dates_.from() != filter_.from || dates_.to() != filter_.to) refilter();
}

void Reader::refilter() {
  filter_.departments = chosen_indices();
  filter_.from = dates_.from();
  filter_.to = dates_.to();
  filter_.only = starred_rows();
  results_ = bantin::filter(catalog_, search_, filter_);
  find_loosenings();
  changes_.filter = true;
}

void Reader::find_loosenings() {
  loosenings_.clear();
  const uint32_t set = set_filters();
  for (int removed = 1; removed <= std::popcount(set) && results_.rows.empty() && loosenings_.empty(); ++removed) {
    for (uint32_t filters = 1; filters <= set; ++filters) {
      if ((filters & ~set) != 0 || std::popcount(filters) != removed) continue;
      if (const uint32_t count = count_without(filters)) loosenings_.push_back({filters, count});
    }
  }
  std::stable_sort(loosenings_.begin(), loosenings_.end(),
                   [](const Loosening& a, const Loosening& b) { return a.count > b.count; });
}

uint32_t Reader::set_filters() const {
  return (chosen_.empty() ? 0u : Loosening::kDepartments) | (dates_.is_set() ? Loosening::kDates : 0u) |
         (filter_.query.empty() ? 0u : Loosening::kQuery) | (starred_only_ ? Loosening::kStarred : 0u);
}

uint32_t Reader::count_without(uint32_t filters) const {
  Filter looser = filter_;
  if (filters & Loosening::kDepartments) looser.departments.clear();
  if (filters & Loosening::kDates) looser.from = looser.to = kUndated;
  if (filters & Loosening::kQuery) looser.query.clear();
  if (filters & Loosening::kStarred) looser.only.clear();
  return static_cast<uint32_t>(bantin::filter(catalog_, search_, looser).rows.size());
}

void Reader::loosen(uint32_t filters) {
  FilterRequest request;
  if (filters & Loosening::kDepartments) request.departments.emplace();
  if (filters & Loosening::kDates) request.from = request.to = kUndated;
  if (filters & Loosening::kQuery) request.query.emplace();
  if (filters & Loosening::kStarred) request.starred = false;
  set_filter(request);
}

void Reader::sort_departments() {
  department_order_.resize(feed_.departments.size());
  for (size_t i = 0; i < department_order_.size(); ++i) department_order_[i] = static_cast<uint16_t>(i);
  std::sort(department_order_.begin(), department_order_.end(), [this](uint16_t a, uint16_t b) {
    if (is_chosen(a) != is_chosen(b)) return is_chosen(a);
    const uint32_t many = results_.by_department[a], others = results_.by_department[b];
    if (many != others) return many > others;
    return std::tie(department_keys_[a], a) < std::tie(department_keys_[b], b);
  });
}

std::vector<uint16_t> Reader::chosen_indices() const {
  std::vector<uint16_t> indices;
  indices.reserve(chosen_.size());
  for (const std::string& id : chosen_) indices.push_back(department_index(feed_, id).value_or(kNoDepartment));
  return indices;
}

std::vector<uint8_t> Reader::starred_rows() const {
  if (!starred_only_) return {};
  std::vector<uint8_t> rows(catalog_.size());
  for (uint32_t row = 0; row < catalog_.size(); ++row) rows[row] = is_starred(catalog_.article(row));
  return rows;
}

}  // namespace bantin
