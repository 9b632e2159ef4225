#include "catalog/filter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

#include "text/fold.h"

using namespace bantin;

namespace {

Article article(uint16_t department, Day day, int32_t second, std::string title) {
  Article made;
  made.id = title;
  made.title = std::move(title);
  made.department = department;
  made.published = {day, second};
  return made;
}

Feed random_feed(std::mt19937& random, uint32_t articles) {
  const char* words[] = {"đường", "làng", "Hội nghị", "tiêm", "chuyển", "đổi", "số", "mạn", "an", "toàn"};
  Feed feed;
  for (int i = 0; i < 6; ++i) feed.departments.push_back({"d" + std::to_string(i), "D", ""});
  for (uint32_t i = 0; i < articles; ++i) {
    const Day day = random() % 20 == 0 ? kUndated : static_cast<Day>(18000 + random() % 900);
    std::string title;
    for (int w = 0; w < 4; ++w) title += std::string(words[random() % 10]) + " ";
    feed.articles.push_back(
        article(static_cast<uint16_t>(random() % 6), day, static_cast<int32_t>(random() % 3), title));
  }
  return feed;
}

bool in_range(const Article& article, const Filter& filter) {
  const Day day = article.published.day;
  if (filter.from == kUndated && filter.to == kUndated) return true;
  return day != kUndated && (filter.from == kUndated || day >= filter.from) &&
         (filter.to == kUndated || day <= filter.to);
}

bool in_departments(const Article& article, const Filter& filter) {
  const auto& chosen = filter.departments;
  return chosen.empty() || std::find(chosen.begin(), chosen.end(), article.department) != chosen.end();
}

// `row` of the catalog stands in `only`.
bool kept(const Filter& filter, uint32_t row) { return filter.only.empty() || filter.only[row] != 0; }

bool found(const Article& article, const Filter& filter) {
  const auto wanted = search_words(filter.query), words = search_words(article.title);
  for (size_t i = 0; i < wanted.size(); ++i) {
    const bool is_last = i + 1 == wanted.size();
    if (std::none_of(words.begin(), words.end(), [&](const std::string& word) {
          return is_last ? word.substr(0, wanted[i].size()) == wanted[i] : word == wanted[i];
        })) {
      return false;
    }
  }
  return true;
}

void check_against_plain_count(const Feed& feed, const Catalog& catalog, const Filter& wanted) {
  const Results results = filter(catalog, SearchText(feed, catalog), wanted);
  std::vector<uint32_t> departments(feed.departments.size());
  std::map<int32_t, uint32_t> months;
  std::map<std::pair<int32_t, uint16_t>, uint32_t> both;
  size_t total = 0;
  for (uint32_t row = 0; row < catalog.size(); ++row) {
    const Article& each = feed.articles[catalog.article(row)];
    const bool date = in_range(each, wanted), department = in_departments(each, wanted);
    const bool query = found(each, wanted) && kept(wanted, row);
    total += date && department && query;
    departments[each.department] += date && query;
    if (each.published.day == kUndated) continue;
    months[month_of(each.published.day)] += department && query;
    const uint16_t shown = catalog.is_counted() ? each.department : uint16_t{0};
    if (department && query) ++both[{-month_of(each.published.day), shown}];
  }
  CHECK(results.rows.size() == total);
  CHECK(results.by_department == departments);
  std::vector<MonthCount> by_month;
  for (const auto& [month, count] : months) by_month.push_back({month, count});
  CHECK(results.by_month == by_month);
  std::map<std::pair<int32_t, uint16_t>, uint32_t> told;
  std::vector<std::pair<int32_t, uint16_t>> order;  // newest first, then by department, none twice
  for (const DepartmentMonth& one : months_by_department(catalog, results)) {
    order.emplace_back(-one.month, one.department);
    told[order.back()] = one.count;
  }
  CHECK(told == both);
  CHECK(told.size() == order.size());
  CHECK(std::is_sorted(order.begin(), order.end()));
  CHECK(std::is_sorted(results.rows.begin(), results.rows.end()));
}

}  // namespace

TEST_CASE("results agree with a plain count for random feeds and filters") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const Feed feed = random_feed(random, 200);
    Filter wanted;
    for (uint32_t i = random() % 4; i > 0; --i) wanted.departments.push_back(static_cast<uint16_t>(random() % 8));
    if (random() % 2) wanted.from = static_cast<Day>(18000 + random() % 900);
    if (random() % 2) wanted.to = static_cast<Day>(18000 + random() % 900);
    const char* queries[] = {"", "duong", "chuyen do", "AN", "hoi nghi to", "không"};
    wanted.query = queries[random() % 6];
    const Catalog catalog(feed);
    check_against_plain_count(feed, catalog, wanted);
    for (uint32_t row = 0; row < catalog.size(); ++row) wanted.only.push_back(random() % 3 > 0);
    check_against_plain_count(feed, catalog, wanted);
  }
}

TEST_CASE("results agree with a plain count where months are not counted by department ahead") {
  std::mt19937 random(8);
  for (int round = 0; round < 4; ++round) {
    Feed feed = random_feed(random, 100);
    for (int i = 0; i < 2000; ++i) feed.departments.push_back({std::to_string(i), "", ""});
    const Catalog catalog(feed);
    REQUIRE_FALSE(catalog.is_counted());
    Filter wanted;
    if (round % 2 == 0) wanted.query = "duong";
    wanted.departments = {1, 3};
    check_against_plain_count(feed, catalog, wanted);
  }
}

TEST_CASE("rows that are hidden are counted nowhere") {
  Feed feed;
  feed.departments = {{"d", "D", ""}, {"e", "E", ""}};
  feed.articles = {article(0, 200, 0, "a"), article(1, 100, 0, "b"), article(0, 50, 0, "c")};
  const Catalog catalog(feed);
  Filter wanted;
  wanted.only = {0, 1, 1};
  const Results results = filter(catalog, SearchText(feed, catalog), wanted);
  CHECK(results.rows == std::vector<uint32_t>{1, 2});
  CHECK(results.by_department == std::vector<uint32_t>{1, 1});
  wanted.only = {0, 0, 0};
  CHECK(filter(catalog, SearchText(feed, catalog), wanted).rows.empty());
  CHECK(months_by_department(catalog, filter(catalog, SearchText(feed, catalog), wanted)).empty());
}

TEST_CASE("months by department leave the dates out of the filter") {
  Feed feed;
  feed.departments = {{"d", "D", ""}, {"e", "E", ""}};
  feed.articles = {article(0, 200, 0, "a"), article(1, 100, 0, "b"), article(1, 101, 0, "c")};
  const Catalog catalog(feed);
  const Results results = filter(catalog, SearchText(feed, catalog), {{}, 200, 200, ""});
  CHECK(results.rows.size() == 1);
  const auto months = months_by_department(catalog, results);
  REQUIRE(months.size() == 2);
  CHECK(months[0].month == month_of(200));
  CHECK(months[0].count == 1);
  CHECK(months[1].month == month_of(100));
  CHECK(months[1].department == 1);
  CHECK(months[1].count == 2);
}

TEST_CASE("rows are newest first, ties in feed order, undated last") {
  Feed feed;
  feed.departments = {{"d", "D", ""}};
  feed.articles = {article(0, kUndated, 0, "u"), article(0, 100, 0, "a"), article(0, 200, 5, "b"),
                   article(0, 200, 9, "c"), article(0, 100, 0, "e")};
  const Catalog catalog(feed);
  std::string order;
  for (uint32_t row = 0; row < catalog.size(); ++row) order += feed.articles[catalog.article(row)].id;
  CHECK(order == "cbaeu");
  CHECK(catalog.row_of_article(1) == 2);
  CHECK_FALSE(catalog.row_of_article(9));
}

TEST_CASE("undated articles are outside every date filter and inside none") {
  Feed feed;
  feed.departments = {{"d", "D", ""}};
  feed.articles = {article(0, kUndated, 0, "u"), article(0, 100, 0, "a")};
  const Catalog catalog(feed);
  const SearchText search(feed, catalog);
  CHECK(filter(catalog, search, {{}, kUndated, 500, ""}).rows.size() == 1);
  CHECK(filter(catalog, search, {{}, 0, kUndated, ""}).rows.size() == 1);
  CHECK(filter(catalog, search, {}).rows.size() == 2);
}

TEST_CASE("a range that ends before it begins holds nothing") {
  Feed feed;
  feed.departments = {{"d", "D", ""}};
  feed.articles = {article(0, 100, 0, "a")};
  const Catalog catalog(feed);
  CHECK(filter(catalog, SearchText(feed, catalog), {{}, 200, 50, ""}).rows.empty());
}

TEST_CASE("an empty catalog filters to nothing") {
  CHECK(filter(Catalog(), SearchText(), {{}, 5, 6, "x"}).rows.empty());
}
