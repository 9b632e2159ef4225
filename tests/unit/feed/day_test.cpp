#include "feed/day.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("days count from 1970 and come back as written") {
  CHECK(parse_iso_day("1970-01-01") == 0);
  CHECK(parse_iso_day("2022-01-13") == 19005);
  CHECK(iso_day(19005) == "2022-01-13");
  CHECK(vi_day(19005) == "13/01/2022");
  CHECK(iso_day(parse_iso_day("2024-02-29")) == "2024-02-29");
}

TEST_CASE("days that do not exist are undated") {
  for (const char* text : {"2023-02-29", "2022-13-01", "2022-1-1", "2022-01-13x", "", "13/01/2022"}) {
    CAPTURE(text);
    CHECK(parse_iso_day(text) == kUndated);
  }
}

TEST_CASE("a typed date is three numbers, whatever stands between them, or eight digits") {
  for (const char* text :
       {"13/1/2022", "13/01/2022", "13-1-2022", "13.01.2022", " 13 / 01 / 2022 ", "13 1 2022", "13–01–2022",
        "13/01/2022.", "13012022", "2022-01-13", "2022/1/13", "ngày 13 tháng 1 năm 2022",
        "\uFF11\uFF13/\uFF10\uFF11/\uFF12\uFF10\uFF12\uFF12", "13\u2215 1\u2215 2022"}) {
    CAPTURE(text);
    CHECK(parse_typed_day(text) == 19005);
  }
  for (const char* text : {"", "13/1", "13/1/22", "31/2/2022", "1/13/2022", "13/1/20222", "1301202", "130120222",
                           "13/1/2022 8", "2022", "01/2022", "20220113", "ngày mai", "999999999999", "013/1/2022"}) {
    CAPTURE(text);
    CHECK(parse_typed_day(text) == kUndated);
  }
}

TEST_CASE("the day is the one in the date's own offset") {
  CHECK(parse_rfc3339("2022-02-01T03:00:00+07:00").day == parse_iso_day("2022-02-01"));
  CHECK(parse_rfc3339("2022-01-31T23:30:00Z").day == parse_iso_day("2022-01-31"));
  CHECK(parse_rfc3339("2022-01-31T23:30:05.25-05:00").second == 23 * 3600 + 30 * 60 + 5);
  CHECK(parse_rfc3339("2022-01-31T23:30:05.310120222999999999Z").second == 23 * 3600 + 30 * 60 + 5);
  CHECK(parse_rfc3339("2022-12-31T23:59:60Z") == parse_rfc3339("2022-12-31T23:59:59Z"));  // a leap second
}

TEST_CASE("a moment without offset or with a wrong time is undated") {
  for (const char* text :
       {"2022-01-13", "2022-01-13T08:00:00", "2022-01-13T25:00:00Z", "13/13/2022", "2022-01-13T08:00:00+7"}) {
    CAPTURE(text);
    CHECK(parse_rfc3339(text).day == kUndated);
  }
}

TEST_CASE("months count on over the years") {
  CHECK(iso_month(month_of(parse_iso_day("2022-01-13"))) == "2022-01");
  CHECK(month_of(parse_iso_day("2023-01-01")) - month_of(parse_iso_day("2022-12-31")) == 1);
}
