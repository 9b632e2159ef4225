#include "import/department_table.h"

#include <doctest/doctest.h>

#include <cstddef>

using namespace bantin;

namespace {

std::optional<DepartmentFound> found_in(const std::string& title, const std::string& lead = {},
                                        const std::string& body = {}) {
  Article article;
  article.title = title;
  article.lead = lead;
  article.body.push_back({BlockKind::paragraph, body});
  return find_department(article);
}

std::string id_in(const std::string& title, const std::string& lead = {}, const std::string& body = {}) {
  const auto found = found_in(title, lead, body);
  return found ? found->department.id : "none";
}

}  // namespace

TEST_CASE("a department is found by its name, accents and capitals as usual") {
  CHECK(id_in("do sở nông nghiệp và phát triển nông thôn chủ trì") == "so-nnptnt");
  CHECK(id_in("SỞ XÂY DỰNG họp") == "so-xd");
  CHECK(id_in("Sở Văn hoá, Thể thao và Du lịch") == "so-vhttdl");
  CHECK(id_in("Sở Văn hóa và Thể thao") == "so-vhtt");
}

TEST_CASE("a department is found with any of its parts abbreviated") {
  CHECK(id_in("Sở TT&TT") == "so-tttt");
  CHECK(id_in("Sở TTTT") == "so-tttt");
  CHECK(id_in("Sở GD-ĐT") == "so-gddt");
  CHECK(id_in("Sở GD và ĐT") == "so-gddt");
  CHECK(id_in("Sở Nông nghiệp và PTNT") == "so-nnptnt");
  CHECK(id_in("Sở LĐTB&XH") == "so-ldtbxh");
  CHECK(id_in("Sở VH-TT&DL") == "so-vhttdl");
  CHECK(id_in("Sở GTVT") == "so-gtvt");
}

TEST_CASE("words that only look like a department are none") {
  CHECK(id_in("các cơ sở y tế và cơ sở giáo dục và đào tạo") == "none");
  CHECK(id_in("trụ sở tài chính") == "none");
  CHECK(id_in("có Sở Y tế tham dự") == "so-yt");
  CHECK(id_in("Sở Y tếx") == "none");
  CHECK(id_in("Uỷ ban nhân dân xã") == "none");
  CHECK(id_in("Sở") == "none");
}

TEST_CASE("the department named most wins, the title weighing more than the lead, the lead more than the body") {
  CHECK(id_in("Sở Y tế họp", "Sở Tài chính dự.", "Sở Tài chính nói.") == "so-yt");
  CHECK(id_in("Họp", "Sở Y tế mời.", "Sở Tài chính nói. Sở Tài chính đồng ý. Sở Tài chính ký.") == "so-tc");
  CHECK(id_in("Họp", "Sở Nội vụ và Sở Y tế") == "so-nv");
}

TEST_CASE("the evidence is quoted as written") { CHECK(found_in("Họp ở SỞ  Y TẾ")->evidence == "SỞ  Y TẾ"); }

TEST_CASE("a clerk names a department by id or by name") {
  CHECK(department_called("so-yt").name == "Sở Y tế");
  CHECK(department_called("Sở TT&TT").id == "so-tttt");
  CHECK(department_called("Nhà văn hoá") == Department{"nha-van-hoa", "Nhà văn hoá", ""});
}
