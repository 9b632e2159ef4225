#include "catalog/catalog.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

namespace bantin {

namespace {

constexpr uint32_t kNoRow = UINT32_MAX;
constexpr size_t kSmallTable = 1 << 14;  // counts that cost nothing to keep: twenty years of sixty departments

}  // namespace

Catalog::Catalog(const Feed& feed) : department_count_(static_cast<uint32_t>(feed.departments.size())) {
  articles_.resize(feed.articles.size());
  std::iota(articles_.begin(), articles_.end(), 0u);
  const auto moment = [&](uint32_t article) {
    const Moment& published = feed.articles[article].published;
    return std::tuple(published.day, published.second);
  };
  std::stable_sort(articles_.begin(), articles_.end(), [&](uint32_t a, uint32_t b) { return moment(a) > moment(b); });
  for (const uint32_t number : articles_) {
    days_.push_back(feed.articles[number].published.day);
    departments_.push_back(feed.articles[number].department);
  }
  find_rows(size());
}

Catalog::Catalog(Columns columns, uint32_t article_count, uint32_t department_count)
    : articles_(std::move(columns.articles)),
      days_(std::move(columns.days)),
      departments_(std::move(columns.departments)),
      department_count_(department_count) {
  find_rows(article_count);
}

std::optional<uint32_t> Catalog::row_of_article(uint32_t article) const {
  if (article >= rows_.size() || rows_[article] == kNoRow) return std::nullopt;
  return rows_[article];
}

Catalog::Interval Catalog::rows_between(Day from, Day to) const {
  if (from == kUndated && to == kUndated) return {0, size()};
  const auto row_of = [this](auto at) { return static_cast<uint32_t>(at - days_.begin()); };
  const auto newer_than = [](Day bound) { return [bound](Day day) { return day > bound; }; };
  const uint32_t first = to == kUndated ? 0 : row_of(std::partition_point(days_.begin(), days_.end(), newer_than(to)));
  // Where there is no lower bound, the last row is the last that has a date at all.
  const Day below = from == kUndated ? kUndated : from - 1;
  const uint32_t last = row_of(std::partition_point(days_.begin(), days_.end(), newer_than(below)));
  return {first, std::max(first, last)};
}

std::span<const uint32_t> Catalog::month_counts(size_t month) const {
  return std::span(counts_).subspan(month * department_count_, department_count_);
}

std::vector<uint32_t> Catalog::department_counts(const Interval& rows) const {
  std::vector<uint32_t> counts(department_count_);
  const auto count = [&](uint32_t first, uint32_t last) {
    for (uint32_t row = first; row < last; ++row) ++counts[departments_[row]];
  };
  uint32_t next = rows.first;  // everything before it is counted
  for (size_t i = 0; i < months_.size() && is_counted(); ++i) {
    const Interval month = months_[i].rows;
    if (month.first < next || month.last > rows.last) continue;
    count(next, month.first);
    const std::span<const uint32_t> whole = month_counts(i);
    std::transform(counts.begin(), counts.end(), whole.begin(), counts.begin(), std::plus<>());
    next = month.last;
  }
  count(next, rows.last);
  return counts;
}

void Catalog::find_rows(uint32_t article_count) {
  rows_.assign(article_count, kNoRow);
  for (uint32_t row = 0; row < size(); ++row) rows_[articles_[row]] = row;
  find_months();
  count_months();
}

void Catalog::count_months() {
  const size_t size = months_.size() * department_count_;
  if (size > std::max<size_t>(articles_.size(), kSmallTable)) return;
  counts_.resize(size);
  for (size_t i = 0; i < months_.size(); ++i) {
    const Interval rows = months_[i].rows;
    for (uint32_t row = rows.first; row < rows.last; ++row) ++counts_[i * department_count_ + departments_[row]];
  }
}

void Catalog::find_months() {
  for (uint32_t row = 0; row < days_.size() && days_[row] != kUndated; ++row) {
    const int32_t month = month_of(days_[row]);
    if (months_.empty() || months_.back().month != month) months_.push_back({month, {row, row}});
    months_.back().rows.last = row + 1;
  }
}

}  // namespace bantin
