#include "import/wordpress_export.h"

#include <doctest/doctest.h>

#include <vector>

#include "import/fixture.h"

using namespace bantin;

namespace {

std::string as_is(std::string_view text) { return std::string(text); }

InputResult read(const std::string& name) { return import_wordpress(import_fixture("wordpress/" + name), as_is); }

std::vector<std::string> left_out(const InputResult& result, LeftOutWhy why) {
  std::vector<std::string> titles;
  for (const LeftOut& one : result.left_out) {
    if (one.why == why) titles.push_back(one.what);
  }
  return titles;
}

}  // namespace

TEST_CASE("published posts are articles, at the site's own time") {
  const InputResult result = read("trang_so.xml");
  CHECK(result.title == "Sở Y tế tỉnh Hạ Lam");
  CHECK(result.home_page_url == "https://syt.halam.example");
  REQUIRE(result.articles.size() == 2);
  const Imported& post = result.articles[0];
  CHECK(post.article.title == "Tập huấn “sơ cứu” cho giáo viên");
  CHECK(post.article.lead == "Lớp tập huấn đầu tiên đã mở.");
  CHECK(post.article.published == Moment{day_of(2022, 5, 13), 90 * 60});
  CHECK(post.article.url == "https://syt.halam.example/tap-huan/");
  CHECK(post.article.id == "https://syt.halam.example/?p=10");
  CHECK(post.department == "Sở Y tế");
  CHECK(post.place == "mục 1");
}

TEST_CASE("a post's lines, captions and lists are blocks, its shortcodes are gone") {
  const InputResult result = read("trang_so.xml");
  REQUIRE(result.articles.size() == 2);
  const Article& article = result.articles[0].article;
  REQUIRE(article.body.size() == 6);
  CHECK(article.body[0].kind == BlockKind::picture);
  CHECK(article.body[0].text == "Giáo viên thực hành");
  CHECK(article.pictures[0] == Picture{"https://syt.halam.example/anh.jpg", "Lớp học", 600, 400});
  CHECK(article.body[1].text == "Sáng 13/5, 60 giáo viên");
  CHECK(article.body[2].text == "dự lớp [sic] đầu tiên.");
  CHECK(article.body[3].text == "Lớp sau mở vào tháng 6 [1].");
  CHECK(article.body[4].kind == BlockKind::bullet);
  CHECK(article.body[5].text == "Hồi sức");
}

TEST_CASE("blocks of the block editor are read, below the featured image of a post without pictures") {
  const InputResult result = read("trang_so.xml");
  REQUIRE(result.articles.size() == 2);
  const Article& article = result.articles[1].article;
  REQUIRE(article.body.size() == 4);
  CHECK(article.body[0].kind == BlockKind::picture);
  CHECK(article.pictures[article.body[0].index].source == "https://syt.halam.example/bia.jpg");
  CHECK(article.body[1].text == "Đoạn đầu.");
  CHECK(article.body[2].kind == BlockKind::heading);
  CHECK(article.body[3].kind == BlockKind::table);
  CHECK(article.body[3].text == "Số ca");
  CHECK(article.tables[0].rows.size() == 2);
}

TEST_CASE("drafts, pages and attachments are left out and named, a site's machinery is not") {
  const InputResult result = read("trang_so.xml");
  using Titles = std::vector<std::string>;
  CHECK(left_out(result, LeftOutWhy::draft) == Titles{"Bản nháp", "Hẹn giờ", "Có mật khẩu"});
  CHECK(left_out(result, LeftOutWhy::page) == Titles{"Giới thiệu"});
  CHECK(left_out(result, LeftOutWhy::attachment) == Titles{"anh-bia"});
  CHECK(left_out(result, LeftOutWhy::no_content) == Titles{"https://syt.halam.example/?p=30"});
  CHECK(result.left_out.size() == 6);
}

TEST_CASE("an export that was cut off is a fault with its line") {
  const InputResult result = read("cat_ngang.xml");
  CHECK_FALSE(result.fault.empty());
  CHECK(result.line >= 7);
}

TEST_CASE("a post is of the department that its author is called, not of what that one logs in with") {
  const InputResult result = read("author_department.xml");
  REQUIRE(result.articles.size() == 2);
  CHECK(result.articles[0].department == "Chi cục Kiểm lâm");
  CHECK(result.articles[1].department == "Phòng Văn hóa và Thông tin");
}
