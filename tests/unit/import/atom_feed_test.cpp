#include "import/atom_feed.h"

#include <doctest/doctest.h>

#include "import/fixture.h"

using namespace bantin;

namespace {

std::string as_is(std::string_view text) { return std::string(text); }

InputResult read(const std::string& name) { return import_atom(import_fixture("atom/" + name), as_is); }

}  // namespace

TEST_CASE("an Atom entry gives title, lead, body, file, page and the day it was published") {
  const InputResult result = read("so_giao_thong.xml");
  CHECK(result.title == "Sở Giao thông vận tải Hạ Lam");
  CHECK(result.home_page_url == "https://sgtvt.halam.example/");
  REQUIRE(result.articles.size() == 3);
  const Imported& entry = result.articles[0];
  CHECK(entry.article.title == "Cầu Bến Trạch thông xe & thu phí");
  CHECK(entry.article.lead == "Cầu dài 320 m, tải trọng < 30 tấn.");
  REQUIRE(entry.article.body.size() == 2);
  CHECK(entry.article.body[0].text == "Cầu nối hai bờ.");
  CHECK(entry.article.body[0].spans.size() == 2);
  CHECK(entry.article.body[1].kind == BlockKind::bullet);
  CHECK(entry.article.id == "tag:sgtvt.halam.example,2022:tin-5");
  CHECK(entry.article.url == "https://sgtvt.halam.example/cau-ben-trach");
  CHECK(entry.article.published == Moment{day_of(2022, 3, 2), 3 * 3600});
  REQUIRE(entry.article.attachments.size() == 1);
  CHECK(entry.article.attachments[0] ==
        Attachment{"https://sgtvt.halam.example/tep/so-do.pdf", "Sơ đồ", "application/pdf", 900});
  CHECK(entry.department == "Sở GTVT");
  CHECK(entry.place == "mục 1");
}

TEST_CASE("plain content keeps its paragraphs, undeclared HTML is read as HTML") {
  const InputResult result = read("so_giao_thong.xml");
  REQUIRE(result.articles.size() == 3);
  const Article& plain = result.articles[1].article;
  REQUIRE(plain.body.size() == 2);
  CHECK(plain.body[0].text == "Đoạn một: A < B.");
  CHECK(plain.body[1].text == "Đoạn hai.");
  CHECK(iso_day(plain.published.day) == "2022-03-02");
  REQUIRE(result.articles[2].article.body.size() == 1);
  CHECK(result.articles[2].article.body[0].text == "Không khai kiểu.");
}

TEST_CASE("elements with a prefix are the same elements") {
  const InputResult result = read("tien_to.xml");
  CHECK(result.title == "Có tiền tố");
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].article.lead == "Lời dẫn.");
  CHECK(result.articles[0].article.url == "tin/1");
}

TEST_CASE("what is no Atom is refused") {
  const InputResult result = import_atom(import_fixture("rss/laughs.xml"), as_is);
  CHECK(result.fault == "The root element is <rss>, not <feed>");
  CHECK(result.line == 8);
}
