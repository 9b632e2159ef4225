#include "catalog/catalog.h"

#include <doctest/doctest.h>

#include "catalog/random_feed.h"

using namespace bantin;

namespace {

Article article_at(Day day, int32_t second = 0) {
  Article article;
  article.published = {day, second};
  return article;
}

}  // namespace

TEST_CASE("newest first, ties in feed order, undated last") {
  Feed feed;
  feed.departments.push_back({"a", "A", {}});
  for (const auto& [day, second] :
       {std::pair{10, 5}, {kUndated, 0}, {20, 0}, {10, 9}, {10, 5}, {-5, 0}, {kUndated, 0}}) {
    feed.articles.push_back(article_at(day, second));
  }
  const Catalog catalog(feed);
  const uint32_t order[] = {2, 3, 0, 4, 5, 1, 6};
  REQUIRE(catalog.size() == 7);
  for (uint32_t row = 0; row < 7; ++row) {
    CHECK(catalog.article(row) == order[row]);
    CHECK(catalog.row_of_article(order[row]) == row);
  }
  CHECK_FALSE(catalog.row_of_article(7));
}

TEST_CASE("an empty feed makes an empty catalog") {
  CHECK(Catalog().size() == 0);
  CHECK(Catalog(Feed{}).months().empty());
  CHECK(Catalog(Feed{}).rows_between(1, 2).last == 0);
}

TEST_CASE("a range of days is the interval of exactly its rows") {
  const Feed feed = random_feed(1, 400);
  const Catalog catalog(feed);
  for (const auto& [from, to] : {std::pair<Day, Day>{19100, 19400},
                                 {kUndated, 19300},
                                 {19300, kUndated},
                                 {19500, 19500},
                                 {19500, 19400},
                                 {kUndated, kUndated},
                                 {0, 10},
                                 {30000, kUndated}}) {
    const Catalog::Interval rows = catalog.rows_between(from, to);
    for (uint32_t row = 0; row < catalog.size(); ++row) {
      const Day day = catalog.day(row);
      const bool is_open = from == kUndated && to == kUndated;
      const bool is_inside =
          is_open || (day != kUndated && (from == kUndated || day >= from) && (to == kUndated || day <= to));
      CHECK(is_inside == (row >= rows.first && row < rows.last));
    }
  }
}

TEST_CASE("departments counted by table are those counted row by row") {
  const Catalog catalog(random_feed(4, 400));
  REQUIRE(catalog.is_counted());
  for (uint32_t first = 0; first <= catalog.size(); first += 13) {
    for (uint32_t last = first; last <= catalog.size(); last += 29) {
      std::vector<uint32_t> counts(catalog.department_count());
      for (uint32_t row = first; row < last; ++row) ++counts[catalog.department(row)];
      REQUIRE(catalog.department_counts({first, last}) == counts);
    }
  }
}

TEST_CASE("a few articles of many departments are not counted ahead") {
  Feed feed = random_feed(4, 20);
  for (int i = 0; i < 5000; ++i) feed.departments.push_back({std::to_string(i), "", {}});
  CHECK_FALSE(Catalog(feed).is_counted());
}

TEST_CASE("months are the intervals of their rows, newest first") {
  const Catalog catalog(random_feed(2, 300));
  uint32_t next = 0;
  for (const Catalog::Month& month : catalog.months()) {
    CHECK(month.rows.first == next);
    for (uint32_t row = month.rows.first; row < month.rows.last; ++row)
      CHECK(month_of(catalog.day(row)) == month.month);
    next = month.rows.last;
  }
  for (uint32_t row = next; row < catalog.size(); ++row) CHECK(catalog.day(row) == kUndated);
}
