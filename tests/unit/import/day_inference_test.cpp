#include "import/day_inference.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

struct Text {
  std::string title, lead, body;
};

std::string day_told(const Text& text) {
  Article article;
  article.title = text.title;
  article.lead = text.lead;
  article.body.push_back({BlockKind::paragraph, text.body});
  const auto found = find_day(article);
  return found ? iso_day(found->day) : "none";
}

std::string day_of_lead(const std::string& lead) { return day_told({"", lead, ""}); }

}  // namespace

TEST_CASE("whole dates are found in every way of writing") {
  CHECK(day_of_lead("Sáng 5/3/2024, họp") == "2024-03-05");
  CHECK(day_of_lead("ngày 7 tháng 9 năm 2020 diễn ra") == "2020-09-07");
  CHECK(day_of_lead("từ 1.5.2021 đến nay") == "2021-05-01");
  CHECK(day_of_lead("(05-03-2024)") == "2024-03-05");
}

TEST_CASE("the year of a day and month follows from the years the text names") {
  CHECK(day_of_lead("Ngày 13/1, tổng kết công tác năm 2021") == "2022-01-13");
  CHECK(day_of_lead("Sáng 20/2, triển khai nhiệm vụ năm 2023 và tổng kết năm 2022") == "2023-02-20");
  CHECK(day_of_lead("Chiều 12/10, sơ kết 9 tháng năm 2021") == "2021-10-12");
  CHECK(day_of_lead("Ngày 4 tháng 6, đánh giá quý I năm 2023") == "2023-06-04");
  CHECK(day_told({"Triển khai nhiệm vụ năm 2022", "Sáng ngày 13/1, họp.", ""}) == "2022-01-13");
  CHECK(day_told({"Họp", "Sáng nay (13/1), họp.", "Năm 2021 và năm 2019."}) == "2021-01-13");
}

TEST_CASE("plans made in the last quarter are for the year after") {
  CHECK(day_told({"Tổng kết năm 2021, triển khai nhiệm vụ năm 2022", "Ngày 28/12, họp.", ""}) == "2021-12-28");
}

TEST_CASE("a year to come does not date an article") {
  CHECK(day_of_lead("Ngày 5/6, bàn chiến lược đến năm 2030") == "none");
  CHECK(day_told({"Chiến lược đến năm 2030", "Ngày 5/6, họp.", "Năm 2023 có 12 đề án."}) == "2023-06-05");
}

TEST_CASE("the lead goes before the body, a whole date before a day and month") {
  CHECK(day_told({"", "Ngày 2/4, họp về năm 2023.", "Ngày 9/9/2020 có tin."}) == "2023-04-02");
  CHECK(day_of_lead("Ngày 2/4, họp (3/4/2023)") == "2023-04-03");
  CHECK(day_told({"", "Không có gì.", "Ngày 9/9/2020 có tin."}) == "2020-09-09");
}

TEST_CASE("deadlines and dates of documents are no days of the article") {
  CHECK(day_of_lead("Gửi hồ sơ trước ngày 20/1/2022") == "none");
  CHECK(day_of_lead("Theo Quyết định số 12 ngày 5/3/2020, ngày 7/9/2022 tổ chức hội thảo") == "2022-09-07");
}

TEST_CASE("numbers that are no dates are passed over") {
  CHECK(day_of_lead("Ngày 13/1, họp") == "none");
  CHECK(day_of_lead("Ngày 31/2, kế hoạch năm 2022") == "none");
  CHECK(day_of_lead("mạng 4G, tỷ lệ 3/4 trong năm 2022") == "none");
  CHECK(day_of_lead("") == "none");
}

TEST_CASE("the evidence is quoted as written, day and year") {
  Article article;
  article.lead = "Sáng ngày 13/1, tổng kết công tác năm 2021.";
  const auto found = find_day(article);
  REQUIRE(found);
  CHECK(found->evidence == "Sáng ngày 13/1; tổng kết công tác năm 2021");
}

TEST_CASE("a time beside a whole date is the time of that day") {
  const auto second_of = [](const std::string& lead) {
    Article article;
    article.lead = lead;
    const auto found = find_day(article);
    return found ? found->second : -1;
  };
  CHECK(second_of("Đăng 13/01/2022 08:05") == (8 * 60 + 5) * 60);
  CHECK(second_of("Lúc 14h30 ngày 13/01/2022, họp") == (14 * 60 + 30) * 60);
  CHECK(second_of("8 giờ 00 phút, ngày 05 tháng 9 năm 2023, khai giảng") == 8 * 3600);
  CHECK(second_of("13/01/2022 | 99:99") == 0);
  CHECK(second_of("13/01/2022, 120 đại biểu") == 0);
}
