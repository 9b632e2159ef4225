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

void check_against_plain_count(const Feed& feed, const Filter& wanted) {
  const Catalog catalog(feed);
  const Results results = filter(catalog, SearchText(feed, catalog), wanted);
  std::vector<uint32_t> departments(feed.departments.size());
  std::map<int32_t, uint32_t> months;
  size_t total = 0;
  for (const Article& each : feed.articles) {
    const bool date = in_range(each, wanted), department = in_departments(each, wanted), query = found(each, wanted);
    total += date && department && query;
    departments[each.department] += date && query;
    if (each.published.day != kUndated) months[month_of(each.published.day)] += department && query;
  }
  CHECK(results.rows.size() == total);
  CHECK(results.by_department == departments);
  std::vector<MonthCount> by_month;
  for (const auto& [month, count] : months) by_month.push_back({month, count});
  CHECK(results.by_month == by_month);
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
    check_against_plain_count(feed, wanted);
  }
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
