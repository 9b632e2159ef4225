#include "import/article_settler.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

Imported article(std::string lead, std::string department = {}) {
  Imported imported;
  imported.article.title = "Tên bài";
  imported.article.lead = std::move(lead);
  imported.department = std::move(department);
  return imported;
}

DepartmentMap map_of(Department department, const std::vector<std::string>& aliases = {}) {
  DepartmentMap map;
  map.add(std::move(department), aliases);
  return map;
}

}  // namespace

TEST_CASE("the department: option, then input, then text, then none") {
  Imported told = article("Sở Y tế họp.", "Sở Xây dựng");
  CHECK(settle(told, {"", "so-tp"}, {}).id == "so-tp");
  CHECK(told.inferences.size() == 1);  // the day, in vain
  CHECK(settle(told, {}, {}).id == "so-xd");
  Imported silent = article("Sở Y tế họp.");
  CHECK(settle(silent, {}, {}).id == "so-yt");
  CHECK(silent.article.inferred == std::vector<std::string>{"department"});
  CHECK(silent.inferences[0].evidence == "Sở Y tế");
  Imported unknown = article("Không có gì.");
  CHECK(settle(unknown, {}, {}) == Department{"khac", "Khác", ""});
  CHECK(unknown.inferences[0].value.empty());
  CHECK(unknown.article.inferred.empty());
}

TEST_CASE("every name is looked up in the map first, also one that was inferred") {
  const DepartmentMap map = map_of({"y-te", "Sở Y tế", "SYT"}, {"admin_soyte"});
  Imported alias = article("", "Admin_SoYTe"), full = article("", "SỞ Y TẾ"), text = article("Sở Y tế họp.");
  CHECK(settle(alias, {}, map).id == "y-te");
  CHECK(settle(full, {}, map).id == "y-te");
  CHECK(settle(text, {}, map).id == "y-te");
  Imported other = article("", "Chi cục Kiểm lâm");
  CHECK(settle(other, {}, map) == Department{"chi-cuc-kiem-lam", "Chi cục Kiểm lâm", ""});
  CHECK(settle(other, {"", "so-yt"}, map).id == "y-te");
}

TEST_CASE("the day: option, then input, then text") {
  Imported told = article("Sáng 5/3/2024, họp.");
  told.article.published = {day_of(2022, 1, 13), 3600};
  settle(told, {"", "", day_of(2022, 1, 13)}, {});
  CHECK(told.article.published == Moment{day_of(2022, 1, 13), 3600});
  settle(told, {"", "", day_of(2020, 1, 2)}, {});
  CHECK(told.article.published == Moment{day_of(2020, 1, 2), 0});
  Imported silent = article("Sáng 5/3/2024, họp.");
  settle(silent, {}, {});
  CHECK(iso_day(silent.article.published.day) == "2024-03-05");
  CHECK(silent.article.id == "ten-bai-2024-03-05");
}

TEST_CASE("what the input inferred no longer counts when it is told") {
  Imported imported = article("", "so-yt");
  imported.article.published.day = day_of(2022, 1, 13);
  imported.article.inferred = {"date_published"};
  imported.inferences = {{"date_published", "2022-01-13", "13/01/2022"}};
  Imported same = imported;
  settle(imported, {}, {});
  CHECK(imported.article.inferred == std::vector<std::string>{"date_published"});
  settle(same, {"", "", day_of(2022, 1, 14)}, {});
  CHECK(same.article.inferred.empty());
  CHECK(same.inferences.empty());
}

TEST_CASE("an id that the input gives stays, a title that is told replaces the input's") {
  Imported imported = article("", "so-yt");
  imported.article.id = "42";
  settle(imported, {"Tên khác", "", kUndated}, {});
  CHECK(imported.article.id == "42");
  CHECK(imported.article.title == "Tên khác");
}
