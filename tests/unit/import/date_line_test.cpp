#include "import/date_line.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using namespace bantin;

namespace {

std::string written(const Moment& moment) { return iso_day(moment.day) + " " + std::to_string(moment.second / 60); }

std::string told(std::string_view line) {
  const auto moment = read_date_line(line);
  return moment ? written(*moment) : "none";
}

std::string told_alone(std::string_view line) {
  const auto moment = read_date_alone(line);
  return moment ? written(*moment) : "none";
}

}  // namespace

TEST_CASE("a line that only dates an article is understood in every way of writing") {
  constexpr std::pair<std::string_view, std::string_view> kLines[] = {
      {"13/01/2022", "2022-01-13 0"},
      {"Thứ năm, 13/01/2022 08:00 (GMT+7)", "2022-01-13 480"},
      {"Thứ 5, ngày 13/01/2022, 08:00 GMT+7", "2022-01-13 480"},
      {"Chủ nhật, 9/1/2022", "2022-01-09 0"},
      {"Ngày đăng: 13-01-2022", "2022-01-13 0"},
      {"Cập nhật lúc: 14:05, 13/01/2022", "2022-01-13 845"},
      {"13/01/2022 | 08:00", "2022-01-13 480"},
      {"13/01/2022 – 8g05", "2022-01-13 485"},
      {"13/01/2022 2:30:00 CH", "2022-01-13 870"},
      {"ngày 05 tháng 9 năm 2023", "2023-09-05 0"},
      {"05 tháng 9, năm 2023", "2023-09-05 0"},
      {"(13/01/2022 - 08h15)", "2022-01-13 495"},
      {"Viết ngày 13/01/2022", "2022-01-13 0"},
      {"Đăng tin: 2022-01-13", "2022-01-13 0"},
  };
  for (const auto& [line, moment] : kLines) {
    CAPTURE(line);
    CHECK(told(line) == moment);
    CHECK(told_alone(line) == moment);
  }
}

TEST_CASE("the zone is no time, midnight is told by SA, and no such time is none") {
  CHECK(told("13/01/2022 (GMT+07:00)") == "2022-01-13 0");
  CHECK(told_alone("13/01/2022 (GMT+07:00)") == "2022-01-13 0");
  CHECK(told("13/01/2022 12:30 SA") == "2022-01-13 30");
  CHECK(told("13/01/2022 12:30 CH") == "2022-01-13 750");
  CHECK(told_alone("13/01/2022 25:00") == "2022-01-13 0");
}

TEST_CASE("a line with anything else does not date an article alone") {
  CHECK(told_alone("") == "none");
  CHECK(told_alone("Sáng ngày 13/01/2022, Sở họp") == "none");
  CHECK(told_alone("31/02/2022") == "none");
  CHECK(told_alone("Hạ Lam, ngày 13 tháng 1") == "none");
  CHECK(told_alone("13/01/2022 - 20/01/2022") == "none");
  CHECK(told_alone("08:00 - 10:00, 13/01/2022") == "none");
  CHECK(told_alone("13/01/2022, lượt xem: 25") == "none");
  CHECK(told_alone("Việt Nam, 13/01/2022") == "none");
  CHECK(told_alone(std::string(100000, ' ')) == "none");
}

TEST_CASE("the author and how often it was read may stand beside a date, a sentence may not") {
  CHECK(told("Tác giả: Trần Thị Mẫu, 13/01/2022 08:00, lượt xem: 25") == "2022-01-13 480");
  CHECK(told("Hạ Lam, ngày 13 tháng 1 năm 2022") == "2022-01-13 0");
  CHECK(told("Sáng ngày 13/01/2022, Sở Y tế tỉnh Hạ Lam họp với mười bảy trạm y tế của các xã") == "none");
  CHECK(told("Hạ Lam, ngày 13 tháng 1") == "none");
  CHECK(told("31/02/2022") == "none");
}

TEST_CASE("a date says itself what it is, or does not") {
  CHECK(is_labelled_date("Ngày đăng: 13/01/2022"));
  CHECK(is_labelled_date("Cập nhật lúc 08:00 13/01/2022"));
  CHECK_FALSE(is_labelled_date("13/01/2022"));
}

TEST_CASE("moments for machines are counted in Vietnam where they are in UTC") {
  CHECK(written(read_moment("2022-01-13T08:00:00+07:00")) == "2022-01-13 480");
  CHECK(written(read_moment("2022-01-12T20:00:00Z")) == "2022-01-13 180");
  CHECK(written(read_moment("13/01/2022 08:00")) == "2022-01-13 480");
  CHECK(read_moment("hôm qua").day == kUndated);
}
