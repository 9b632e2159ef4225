#include "import/feed_date.h"

#include <doctest/doctest.h>

#include <string>

using namespace bantin;

namespace {

std::string told(std::string_view text) {
  const Moment moment = parse_feed_date(text);
  if (moment.day == kUndated) return "undated";
  return iso_day(moment.day) + " " + std::to_string(moment.second / 60);
}

}  // namespace

TEST_CASE("a date in its own offset keeps its day and time") {
  CHECK(told("Thu, 13 Jan 2022 08:00:00 +0700") == "2022-01-13 480");
  CHECK(told("13 Jan 22 23:30 +0900") == "2022-01-13 1410");
  CHECK(told("2022-01-13T08:00:00+07:00") == "2022-01-13 480");
  CHECK(told("2022-01-13T08:00:00.123-05:00") == "2022-01-13 480");
  CHECK(told("Thu, 13 Jan 2022 08:00:00 GMT+7") == "2022-01-13 480");
  CHECK(told("Thứ năm, 13/01/2022 08:00 (GMT+7)") == "2022-01-13 480");
}

TEST_CASE("a date in UTC is told in Vietnam's time") {
  CHECK(told("Thu, 13 Jan 2022 08:00:00 GMT") == "2022-01-13 900");
  CHECK(told("Wed, 12 Jan 2022 17:30:00 +0000") == "2022-01-13 30");
  CHECK(told("Fri, 31 Dec 2021 20:00:00 UTC") == "2022-01-01 180");
  CHECK(told("2022-01-13T08:00:00Z") == "2022-01-13 900");
  CHECK(told("2022-01-13T08:00:00+00:00") == "2022-01-13 900");
  CHECK(told("1/13/2022 8:00:00 PM GMT") == "2022-01-14 180");
}

TEST_CASE("dates as portals write them") {
  CHECK(told("2022-01-13 08:00:00") == "2022-01-13 480");
  CHECK(told("13/01/2022 08:00") == "2022-01-13 480");
  CHECK(told("08:00 | 13/01/2022") == "2022-01-13 480");
  CHECK(told("13-01-2022") == "2022-01-13 0");
  CHECK(told("2022-01-13") == "2022-01-13 0");
  CHECK(told("13.1.2022 8:05 CH") == "2022-01-13 1205");
  CHECK(told("January 13, 2022") == "2022-01-13 0");
  CHECK(told("ngày 13 tháng 1 năm 2022") == "2022-01-13 0");
}

TEST_CASE("the month stands first on an American server, or where no other month can be") {
  CHECK(told("1/13/2022 8:00:00 AM") == "2022-01-13 480");
  CHECK(told("2/3/2022 12:15 AM") == "2022-02-03 15");
  CHECK(told("2/3/2022 12:15") == "2022-03-02 735");
  CHECK(told("1/13/2022") == "2022-01-13 0");
}

TEST_CASE("what is no date is undated, an impossible time keeps the day") {
  for (const char* text : {"", "hôm qua", "0000-00-00 00:00:00", "32/01/2022", "13 Foo 2022", "08:00", "-",
                           ":::", "99999999999999999999-1-1"}) {
    CHECK_MESSAGE(told(text) == "undated", text);
  }
  CHECK(told("13/01/2022 25:61") == "2022-01-13 0");
}
