#include "reader/date_choice.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

Catalog catalog_of(const std::vector<const char*>& days) {
  Feed feed;
  feed.departments = {{"d", "D", ""}};
  for (const char* day : days) {
    Article article;
    article.published = {parse_iso_day(day), 0};
    feed.articles.push_back(article);
  }
  return Catalog(feed);
}

// Articles from November 2021 to February 2024, none in 2023.
DateChoice choice() {
  DateChoice made;
  made.fit(catalog_of({"2022-06-30", "2024-02-05", "2021-11-20", "2022-01-13"}));
  return made;
}

int32_t month(int year, int number) { return month_of(day_of(year, number, 1)); }

}  // namespace

TEST_CASE("half a date is no bound, and is not called wrong while somebody types") {
  DateChoice dates = choice();
  for (const char* half : {"1", "13", "13/", "13/1", "13/1/", "13/1/2", "13/1/202"}) {
    CAPTURE(std::string(half));
    dates.type_from(half, false);
    CHECK(dates.from() == kUndated);
    CHECK_FALSE(dates.is_set());
    CHECK_FALSE(dates.from_field().invalid);
    CHECK(dates.from_field().text == half);
  }
  dates.type_from("13/1/2022", false);
  CHECK(dates.from() == day_of(2022, 1, 13));
}

TEST_CASE("a whole date that becomes half again is a bound no more") {
  DateChoice dates = choice();
  dates.type_to("13/01/2022", false);
  dates.type_to("13/01/202", false);
  CHECK(dates.to() == kUndated);
}

TEST_CASE("a field is wrong once it is left with something that is no date, and right again when it is emptied") {
  DateChoice dates = choice();
  dates.type_to("31/02/2022", true);
  CHECK(dates.to_field().invalid);
  CHECK(dates.to_field().text == "31/02/2022");
  dates.type_to("", true);
  CHECK_FALSE(dates.to_field().invalid);
  dates.type_to("28-2-2022", true);
  CHECK_FALSE(dates.to_field().invalid);
  CHECK(dates.to() == day_of(2022, 2, 28));
}

TEST_CASE("a date typed in one's own way is left as it was typed") {
  DateChoice dates = choice();
  dates.type_from("1.2.2022", true);
  dates.set_from(day_of(2022, 2, 1));
  CHECK(dates.from_field().text == "1.2.2022");
  dates.set_from(day_of(2022, 2, 2));
  CHECK(dates.from_field().text == "02/02/2022");
}

TEST_CASE("no bound from elsewhere empties the field, half a date and errors included") {
  DateChoice dates = choice();
  dates.type_from("32/1", true);
  dates.type_to("1/", false);
  dates.set(kUndated, kUndated);
  CHECK(dates.from_field().text.empty());
  CHECK_FALSE(dates.from_field().invalid);
  CHECK(dates.to_field().text.empty());
}

TEST_CASE("ranges are counted from the newest article, whatever today is") {
  const DateChoice dates = choice();
  const auto& presets = dates.presets();
  REQUIRE(presets.size() == 5);
  CHECK(presets[0].kind == DateRange::Kind::week);
  CHECK(presets[0].from == day_of(2024, 1, 30));
  CHECK(presets[0].to == day_of(2024, 2, 5));
  CHECK(presets[1].kind == DateRange::Kind::month);
  CHECK(presets[1].number == month(2024, 2));
  CHECK(presets[1].from == day_of(2024, 2, 1));
  CHECK(presets[1].to == day_of(2024, 2, 29));
  const int years[] = {2024, 2022, 2021};  // those that have an article, newest first
  for (size_t i = 0; i < 3; ++i) {
    CHECK(presets[2 + i].kind == DateRange::Kind::year);
    CHECK(presets[2 + i].number == years[i]);
    CHECK(presets[2 + i].from == day_of(years[i], 1, 1));
    CHECK(presets[2 + i].to == day_of(years[i], 12, 31));
  }
}

TEST_CASE("where nothing has a date there is nothing to choose from") {
  DateChoice dates = choice();
  dates.fit(catalog_of({"không"}));
  CHECK(dates.is_empty());
  CHECK(dates.presets().empty());
}

TEST_CASE("the calendar begins at the newest article and stays among the months that have one") {
  DateChoice dates = choice();
  CHECK(dates.month() == month(2024, 2));
  CHECK(dates.first_month() == month(2021, 11));
  CHECK(dates.last_month() == month(2024, 2));
  dates.show_month(month(2023, 5));
  CHECK(dates.month() == month(2023, 5));
  dates.show_month(month(1999, 1));
  CHECK(dates.month() == month(2021, 11));
  dates.show_month(month(2030, 1));
  CHECK(dates.month() == month(2024, 2));
  dates.show_month(month(2023, 5));
  dates.set(kUndated, kUndated);
  CHECK(dates.month() == month(2024, 2));
}

TEST_CASE("the calendar shows the month of a typed date") {
  DateChoice dates = choice();
  dates.type_from("13/01/2022", false);
  CHECK(dates.month() == month(2022, 1));
  dates.type_from("13/01/1980", false);
  CHECK(dates.month() == month(2021, 11));
}

TEST_CASE("the first picked day begins a range, the second ends it, whichever comes first") {
  const Day early = day_of(2022, 1, 3), late = day_of(2022, 1, 20);
  for (const auto& [first, second] : {std::pair{early, late}, std::pair{late, early}}) {
    DateChoice dates = choice();
    dates.pick(first);
    CHECK(dates.from() == first);
    CHECK(dates.to() == first);
    dates.pick(second);
    CHECK(dates.from() == early);
    CHECK(dates.to() == late);
    CHECK(dates.to_field().text == "20/01/2022");
  }
}

TEST_CASE("a third picked day begins another range, the same day twice is that day") {
  DateChoice dates = choice();
  for (const int day : {3, 20, 9}) dates.pick(day_of(2022, 1, day));
  CHECK(dates.from() == day_of(2022, 1, 9));
  CHECK(dates.to() == day_of(2022, 1, 9));
  dates.pick(day_of(2022, 1, 9));
  CHECK(dates.from() == dates.to());
  dates.pick(day_of(2022, 1, 12));
  CHECK(dates.from() == day_of(2022, 1, 12));
}

TEST_CASE("a bound set in another way ends the picking: the next day begins a range") {
  const Day day = day_of(2022, 1, 3);
  SUBCASE("typed") {
    DateChoice dates = choice();
    dates.pick(day_of(2022, 1, 20));
    dates.type_from("01/01/2022", true);
    dates.pick(day);
    CHECK(dates.to() == day);
  }
  SUBCASE("taken as a range") {
    DateChoice dates = choice();
    dates.pick(day_of(2022, 1, 20));
    dates.set(dates.presets()[3].from, dates.presets()[3].to);
    dates.pick(day);
    CHECK(dates.from() == day);
    CHECK(dates.to() == day);
  }
  SUBCASE("cleared") {
    DateChoice dates = choice();
    dates.pick(day_of(2022, 1, 20));
    dates.set(kUndated, kUndated);
    dates.pick(day);
    CHECK(dates.from() == day);
    CHECK(dates.to() == day);
  }
}

TEST_CASE("a feed without a date leaves nothing of the months of the last one") {
  Feed dated;
  dated.departments = {{"a", "A", ""}};
  dated.articles.resize(2);
  dated.articles[0].published = {parse_iso_day("2020-01-05"), 0};
  dated.articles[1].published = {parse_iso_day("2024-01-05"), 0};
  Feed undated;
  undated.departments = dated.departments;
  undated.articles.resize(1);
  DateChoice dates;
  dates.fit(Catalog(dated));
  dates.fit(Catalog(undated));
  CHECK(dates.is_empty());
  CHECK(dates.first_month() == dates.last_month());
}
