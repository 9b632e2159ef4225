// What can be filtered of a feed, as compact columns in list order: newest first (by the date and time each article
// carries, in its own offset), ties in feed order, undated last.
// Units: a row is a place in the list; an article is an index in Feed::articles.
// Owns its columns; the feed may go.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "feed/model.h"

namespace bantin {

/// What is known of every article before any is there, in list order; all three of one length.
struct Columns {
  std::vector<uint32_t> articles;  ///< each once
  std::vector<Day> days;           ///< falling, undated last
  std::vector<uint16_t> departments;
};

class Catalog {
 public:
  Catalog() = default;
  explicit Catalog(const Feed& feed);
  /// `article_count`: more than any index in `columns`; those that are not in there have no row.
  Catalog(Columns columns, uint32_t article_count, uint32_t department_count);

  uint32_t size() const { return static_cast<uint32_t>(articles_.size()); }
  uint32_t article(uint32_t row) const { return articles_[row]; }
  Day day(uint32_t row) const { return days_[row]; }
  uint16_t department(uint32_t row) const { return departments_[row]; }
  std::optional<uint32_t> row_of_article(uint32_t article) const;
  uint32_t department_count() const { return department_count_; }

  /// Rows [first, last) of the days from `from` to `to`, both included; kUndated: no bound. With any bound the undated
  /// are outside. A date range is always one interval of rows, since rows are in the order of days.
  struct Interval {
    uint32_t first = 0, last = 0;
  };
  Interval rows_between(Day from, Day to) const;

  /// A month that occurs, with its rows.
  struct Month {
    int32_t month = 0;
    Interval rows;
  };
  /// Newest first.
  const std::vector<Month>& months() const { return months_; }

  /// Whether articles are counted by month and department already. They are not where such a table would be large and
  /// longer than the catalog itself, as with thousands of departments.
  bool is_counted() const { return !counts_.empty(); }
  /// Articles of each department in months()[month]; only where is_counted().
  std::span<const uint32_t> month_counts(size_t month) const;
  /// Articles of each department in `rows`: whole months from the table where there is one, the rest row by row.
  std::vector<uint32_t> department_counts(const Interval& rows) const;

 private:
  void find_rows(uint32_t article_count);
  void find_months();
  void count_months();

  std::vector<uint32_t> articles_, rows_;  // rows_: by article
  std::vector<Day> days_;
  std::vector<uint16_t> departments_;
  std::vector<Month> months_;
  std::vector<uint32_t> counts_;  // by month, then by department
  uint32_t department_count_ = 0;
};

}  // namespace bantin
