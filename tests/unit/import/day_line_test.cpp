#include "import/day_line.h"

#include <doctest/doctest.h>

#include <string>

using namespace bantin;

namespace {

std::string told(std::string_view line) {
  const auto moment = day_line(line);
  return moment ? iso_day(moment->day) + " " + std::to_string(moment->second / 60) : "none";
}

}  // namespace

TEST_CASE("a line that only dates an article is understood in every way of writing") {
  CHECK(told("13/01/2022") == "2022-01-13 0");
  CHECK(told("Thứ năm, 13/01/2022 08:00 (GMT+7)") == "2022-01-13 480");
  CHECK(told("Thứ 5, ngày 13/01/2022, 08:00 GMT+7") == "2022-01-13 480");
  CHECK(told("Chủ nhật, 9/1/2022") == "2022-01-09 0");
  CHECK(told("Ngày đăng: 13-01-2022") == "2022-01-13 0");
  CHECK(told("Cập nhật lúc: 14:05, 13/01/2022") == "2022-01-13 845");
  CHECK(told("13/01/2022 | 08:00") == "2022-01-13 480");
  CHECK(told("13/01/2022 2:30:00 CH") == "2022-01-13 870");
  CHECK(told("ngày 05 tháng 9 năm 2023") == "2023-09-05 0");
  CHECK(told("(13/01/2022 - 08h15)") == "2022-01-13 495");
}

TEST_CASE("a line with anything else, or no such day, does not date an article") {
  CHECK(told("") == "none");
  CHECK(told("Sáng ngày 13/01/2022, Sở họp") == "none");
  CHECK(told("31/02/2022") == "none");
  CHECK(told("Hạ Lam, ngày 13 tháng 1") == "none");
  CHECK(told("13/01/2022 25:00") == "2022-01-13 0");
  CHECK(told(std::string(100000, ' ')) == "none");
}
