#ifndef __EMSCRIPTEN__  // no browser imports
#include "feed/department_map.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

std::string as_is(std::string_view text) { return std::string(text); }

constexpr std::string_view kMap = R"({"departments": [
  {"id": "so-yt", "name": "Sở Y tế", "short_name": "SYT", "aliases": ["soyte.halam", "Ngành Y tế"]},
  {"name": "Chi cục Kiểm lâm"}]})";

std::string fault_of(std::string_view json) {
  const DepartmentMapResult read = read_department_map(json, as_is);
  CHECK(read.map.has_value() == read.problems.empty());
  if (read.problems.empty()) return "none";
  const MapProblem& first = read.problems.front();
  return std::to_string(static_cast<int>(first.fault)) + " " + first.pointer + " " + first.subject;
}

std::string code(MapFault fault) { return std::to_string(static_cast<int>(fault)); }

}  // namespace

TEST_CASE("a department is found by id, name, short name and alias, however they are written") {
  const auto read = read_department_map(kMap, as_is);
  REQUIRE(read.map);
  for (const char* name : {"so-yt", "SỞ Y TẾ", "so y te", "syt", "Ngành y tế", "SoYTe.HaLam"}) {
    CAPTURE(name);
    REQUIRE(read.map->find(name));
    CHECK(read.map->find(name)->name == "Sở Y tế");
  }
  CHECK(read.map->find("chi-cuc-kiem-lam")->id == "chi-cuc-kiem-lam");
  CHECK_FALSE(read.map->find("Sở Xây dựng"));
  CHECK_FALSE(read.map->find(""));
}

TEST_CASE("what is wrong with a map is said with its place") {
  CHECK(fault_of("{") == code(MapFault::not_json) + "  ");
  CHECK(fault_of("[]") == code(MapFault::no_departments) + " /departments ");
  CHECK(fault_of(R"({"departments": [1]})") == code(MapFault::no_department) + " /departments/0 ");
  CHECK(fault_of(R"({"departments": [{"id": "a"}]})") == code(MapFault::without_name) + " /departments/0/name ");
  CHECK(fault_of(R"({"departments": [{"name": "A", "id": 1}]})") == code(MapFault::wrong_type) + " /departments/0/id ");
  CHECK(fault_of(R"({"departments": [{"name": "A", "aliases": ["B", 1]}]})") ==
        code(MapFault::wrong_type) + " /departments/0/aliases ");
  CHECK(fault_of(R"({"departments": [{"name": "A", "id": "Sở A"}]})") ==
        code(MapFault::bad_id) + " /departments/0/id so-a");
  CHECK(fault_of(R"({"departments": [{"name": "A"}, {"name": "B", "aliases": ["a"]}]})") ==
        code(MapFault::ambiguous) + " /departments/1 a");
}

TEST_CASE("a name stays with the department that had it first") {
  DepartmentMap map;
  CHECK(map.add({"a", "Phòng A", ""}).empty());
  CHECK(map.add({"b", "Phòng A", "B"}) == "Phòng A");
  CHECK(map.find("phòng a")->id == "a");
  CHECK(map.find("b")->id == "b");
}
#endif
