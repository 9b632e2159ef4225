// The reader's filter: departments as they are listed, dates, and what to loosen where nothing is left.
#include <doctest/doctest.h>

#include <algorithm>
#include <bit>

#include "catalog/random_feed.h"
#include "reader/small_feed.h"

using namespace bantin;

namespace {

std::vector<std::string> listed_names(const Reader& reader) {
  std::vector<std::string> names;
  for (const uint16_t index : reader.listed_departments()) names.push_back(reader.feed().departments[index].name);
  return names;
}

// One article each of departments with these names, two of the last one.
Reader reader_of_departments(const std::vector<std::string>& names) {
  Feed made;
  for (size_t i = 0; i < names.size(); ++i) {
    made.departments.push_back({"d" + std::to_string(i), names[i], ""});
    made.articles.push_back(dated_article("a" + std::to_string(i), "Bài", static_cast<uint16_t>(i), "2022-01-01"));
  }
  made.articles.push_back(dated_article("b", "Bài", static_cast<uint16_t>(names.size() - 1), "2022-01-02"));
  Reader reader;
  reader.set_feed(made);
  return reader;
}

Action panel(Panel which) { return {ActionKind::toggle_panel, static_cast<uint32_t>(which)}; }

// What of the filters set in `wanted` an article does not pass, as bits of Loosening::Filters.
uint32_t failed_by(const Reader& reader, const Article& article) {
  const Filter& wanted = reader.filter();
  const Day day = article.published.day;
  const bool is_dated = reader.dates().is_set();
  const bool is_in_time = !is_dated || (day != kUndated && (wanted.from == kUndated || day >= wanted.from) &&
                                        (wanted.to == kUndated || day <= wanted.to));
  const auto& chosen = wanted.departments;
  const bool is_of_one = chosen.empty() || std::find(chosen.begin(), chosen.end(), article.department) != chosen.end();
  const auto words = search_words(article.title + " " + article.body[0].text), sought = search_words(wanted.query);
  const bool is_found = std::all_of(sought.begin(), sought.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
  const bool is_starred = !reader.shows_starred_only() || reader.starred().contains(article.id);
  return (is_of_one ? 0u : Loosening::kDepartments) | (is_in_time ? 0u : Loosening::kDates) |
         (is_found ? 0u : Loosening::kQuery) | (is_starred ? 0u : Loosening::kStarred);
}

}  // namespace

TEST_CASE("departments are listed by the number of their articles, then in the order of Vietnamese") {
  const Reader reader = reader_of_departments({"Đông Anh", "Dương Xá", "Ân Thi", "Ba Vì", "An Khê", "Ứng Hòa"});
  CHECK(listed_names(reader) ==
        std::vector<std::string>{"Ứng Hòa", "An Khê", "Ân Thi", "Ba Vì", "Dương Xá", "Đông Anh"});
}

TEST_CASE("chosen departments come first, but nothing moves while the panel is open") {
  Reader reader = reader_of_departments({"Một", "Hai", "Ba"});
  const std::vector<std::string> before = {"Ba", "Hai", "Một"};
  reader.apply(panel(Panel::departments));
  CHECK(listed_names(reader) == before);
  reader.apply({ActionKind::toggle_department, 0});
  reader.set_filter({{}, {}, {}, "bai"});
  CHECK(listed_names(reader) == before);
  reader.apply(panel(Panel::departments));
  reader.apply(panel(Panel::departments));
  CHECK(listed_names(reader) == std::vector<std::string>{"Một", "Ba", "Hai"});
}

TEST_CASE("departments are found by any part of either name, with or without accents") {
  Reader reader = reader_of_feed();
  reader.apply(panel(Panel::departments));
  reader.apply({ActionKind::set_department_query}, "truyen");
  CHECK(listed_names(reader) == std::vector<std::string>{"Sở Thông tin và Truyền thông"});
  reader.apply({ActionKind::set_department_query}, "TT&TT");
  CHECK(reader.listed_departments().size() == 1);
  reader.apply({ActionKind::set_department_query}, "khác");
  CHECK(reader.listed_departments().empty());
  reader.apply(panel(Panel::departments));
  reader.apply(panel(Panel::departments));
  CHECK(reader.department_query().empty());
  CHECK(reader.listed_departments().size() == 2);
}

TEST_CASE("a range ready to be taken sets both dates and shows its month") {
  Reader reader = reader_of_feed();
  const auto& presets = reader.dates().presets();
  const auto year = std::find_if(presets.begin(), presets.end(), [](const DateRange& it) { return it.number == 2021; });
  REQUIRE(year != presets.end());
  CHECK(reader.apply({ActionKind::set_range, static_cast<uint32_t>(year - presets.begin())}));
  CHECK(reader.results().rows.size() == 1);
  CHECK(reader.dates().from_field().text == "01/01/2021");
  CHECK(reader.dates().to_field().text == "31/12/2021");
  CHECK(reader.dates().month() == month_of(day_of(2021, 12, 1)));
  CHECK_FALSE(reader.apply({ActionKind::set_range, 99}));
}

TEST_CASE("a picked day filters at once") {
  Reader reader = reader_of_feed();
  reader.apply({ActionKind::pick_day, static_cast<uint32_t>(day_of(2022, 1, 13))});
  CHECK(reader.results().rows.size() == 1);
  reader.apply({ActionKind::pick_day, static_cast<uint32_t>(day_of(2021, 12, 1))});
  CHECK(reader.results().rows.size() == 2);
}

TEST_CASE("the timeline's first month, moved alone, keeps everything after it") {
  Reader reader = reader_of_feed();  // December 2021 to March 2022
  reader.apply({ActionKind::set_from_month}, "1");
  CHECK(reader.dates().from() == day_of(2022, 1, 1));
  CHECK(reader.results().rows.size() == 2);
}

TEST_CASE("the timeline's last month, moved alone, keeps everything before it") {
  Reader reader = reader_of_feed();
  reader.apply({ActionKind::set_to_month}, "1");
  CHECK(reader.dates().to() == day_of(2022, 1, 31));
  CHECK(reader.results().rows.size() == 2);
}

TEST_CASE("a month moved past the other one takes it along") {
  Reader reader = reader_of_feed();
  reader.apply({ActionKind::set_to_month}, "1");
  reader.apply({ActionKind::set_from_month}, "2");
  CHECK(reader.dates().from() == day_of(2022, 2, 1));
  CHECK(reader.dates().to() == day_of(2022, 2, 28));
  reader.apply({ActionKind::set_to_month}, "0");
  CHECK(reader.dates().from() == day_of(2021, 12, 1));
  CHECK(reader.dates().to() == day_of(2021, 12, 31));
}

TEST_CASE("what is no month of the timeline changes nothing") {
  Reader reader = reader_of_feed();
  for (const char* text : {"", "-1", "1.5", "một", "99999999"}) {
    reader.apply({ActionKind::set_from_month}, text);
    CHECK_FALSE(reader.dates().is_set());
  }
}

TEST_CASE("each part of the filter can be taken away alone") {
  Reader reader = reader_of_feed();
  reader.set_filter({std::vector<std::string>{"so-yt"}, day_of(2022, 1, 1), day_of(2022, 12, 31), "tiem", true});
  reader.apply({ActionKind::clear_query});
  CHECK(reader.filter().query.empty());
  reader.apply({ActionKind::clear_dates});
  CHECK_FALSE(reader.dates().is_set());
  reader.apply({ActionKind::toggle_starred_only});
  CHECK(reader.is_filtered());
  reader.apply({ActionKind::clear_departments});
  CHECK_FALSE(reader.is_filtered());
}

TEST_CASE("where something is left nothing is to be loosened") {
  Reader reader = reader_of_feed();
  reader.set_filter({std::vector<std::string>{"so-yt"}, {}, {}, "tiem"});
  CHECK(reader.results().rows.size() == 1);
  CHECK(reader.loosenings().empty());
}

TEST_CASE("what to loosen is as little as will do, and the counts are those of a plain count") {
  int offered = 0, together = 0;
  for (uint32_t seed = 0; seed < 150; ++seed) {
    Reader reader;
    reader.set_feed(random_feed(seed, 12));
    reader.set_marks({"1", "5"}, {});
    FilterRequest request;
    if (seed % 2 == 0) request.departments = {"a"};
    if (seed % 3 != 0) request.from = request.to = 19000 + static_cast<Day>(seed * 7 % 1000);
    if (seed % 5 != 0) request.query = "hóa cao";
    if (seed % 7 < 4) request.starred = true;
    reader.set_filter(request);
    if (!reader.results().rows.empty()) continue;

    uint32_t counts[16] = {};
    for (const Article& each : reader.feed().articles) {
      const uint32_t failed = failed_by(reader, each);
      for (uint32_t filters = 1; filters < 16; ++filters) counts[filters] += (failed & ~filters) == 0;
    }
    int fewest = 5;
    for (uint32_t filters = 1; filters < 16; ++filters) {
      if (counts[filters] > 0) fewest = std::min(fewest, std::popcount(filters));
    }
    std::vector<uint32_t> wanted, found;
    for (uint32_t filters = 1; filters < 16; ++filters) {
      if (counts[filters] > 0 && std::popcount(filters) == fewest) wanted.push_back(filters);
    }
    uint32_t last = UINT32_MAX;
    for (const Loosening& one : reader.loosenings()) {
      found.push_back(one.filters);
      CHECK(one.count == counts[one.filters]);
      CHECK(one.count <= last);
      last = one.count;
    }
    std::sort(found.begin(), found.end());
    CHECK(found == wanted);
    offered += !found.empty();
    together += fewest > 1;

    if (found.empty()) continue;
    const Loosening first = reader.loosenings().front();
    reader.apply({ActionKind::loosen, first.filters});
    CHECK(reader.results().rows.size() == first.count);
  }
  CHECK(offered > 20);
  CHECK(together > 5);
}
