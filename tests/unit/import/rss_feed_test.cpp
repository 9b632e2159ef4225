#include "import/rss_feed.h"

#include <doctest/doctest.h>

#include "import/fixture.h"

using namespace bantin;

namespace {

std::string as_is(std::string_view text) { return std::string(text); }

InputResult read(const std::string& name) { return import_rss(import_fixture("rss/" + name), as_is); }

std::string rss_of(std::string_view items) {
  return "<rss><channel><link>https://halam.example/tin/</link>" + std::string(items) + "</channel></rss>";
}

}  // namespace

TEST_CASE("a portal's feed gives its channel and items, places and what was left out") {
  const InputResult result = read("cong_thong_tin.xml");
  CHECK(result.fault.empty());
  CHECK(result.title == "Cổng thông tin điện tử tỉnh Hạ Lam \"Tin mới\"");
  CHECK(result.home_page_url == "https://halam.example/");
  REQUIRE(result.articles.size() == 3);
  CHECK(result.articles[0].place == "mục 1");
  CHECK(result.articles[2].place == "mục 4");
  REQUIRE(result.left_out.size() == 1);
  CHECK(result.left_out[0].why == LeftOutWhy::no_content);
  CHECK(result.left_out[0].what == "https://halam.example/trong");
}

TEST_CASE("a description of a picture and a text is the lead, without the picture") {
  const InputResult result = read("cong_thong_tin.xml");
  REQUIRE(result.articles.size() == 3);
  const Imported& item = result.articles[0];
  CHECK(item.article.title == "Hạ Lam mở 12 điểm tiêm chủng lưu động");
  CHECK(item.article.lead == "Từ ngày 14/1, các điểm tiêm lưu động\u00A0phục vụ ba huyện vùng cao.");
  CHECK(item.article.body.empty());
  CHECK(item.article.pictures.empty());
  CHECK(item.article.url == "https://halam.example/tiem-chung-120.html");
  CHECK(item.article.published == Moment{day_of(2022, 1, 13), 8 * 3600});
  CHECK(item.department == "Sở Y tế");
}

TEST_CASE("a description of several blocks is the content; relative addresses are the channel's") {
  const InputResult result = read("cong_thong_tin.xml");
  REQUIRE(result.articles.size() == 3);
  const Article& article = result.articles[1].article;
  CHECK(article.title == "Lịch cắt nước tuần này: thành phố & ba huyện");
  CHECK(article.lead.empty());
  REQUIRE(article.body.size() == 3);
  CHECK(article.body[1].kind == BlockKind::table);
  CHECK(article.tables[0].rows[1][0].text == "Đồng Trạch");
  REQUIRE(article.body[2].spans.size() == 1);
  CHECK(article.body[2].spans[0].link == "https://halam.example/ban-do");
  CHECK(article.id == "TB-77");
  CHECK(article.url == "https://halam.example/thong-bao/lich-cat-nuoc");
  CHECK(iso_day(article.published.day) == "2022-01-14");
  REQUIRE(article.attachments.size() == 1);
  CHECK(article.attachments[0] == Attachment{"https://halam.example/tep/lich.pdf", "", "application/pdf", 52100});
  CHECK(result.articles[1].department == "Ban Quản lý dự án cấp nước");
}

TEST_CASE("an item with a broken date is undated; a site's editors are no department") {
  const InputResult result = read("cong_thong_tin.xml");
  REQUIRE(result.articles.size() == 3);
  CHECK(result.articles[2].article.published.day == kUndated);
  CHECK(result.articles[2].department.empty());
  CHECK(result.articles[2].article.lead == "Đoạn không mã hóa.");
}

TEST_CASE("an excerpt cut off and a feed's footer are no part of an article") {
  const InputResult result = read("wordpress_feed.xml");
  REQUIRE(result.articles.size() == 2);
  const Imported& item = result.articles[0];
  CHECK(item.article.lead.empty());
  REQUIRE(item.article.body.size() == 3);
  CHECK(item.article.body[0].text == "Quang cảnh");
  CHECK(item.article.pictures[0].source == "https://stp.halam.example/wp-content/a.jpg");
  CHECK(item.article.body[2].text == "Các trường học tổ chức hỏi đáp.");
  CHECK(iso_day(item.article.published.day) == "2022-11-09");
  CHECK(item.department == "Phòng Phổ biến pháp luật");
}

TEST_CASE("a lead that the content begins with stands once") {
  const InputResult result = read("wordpress_feed.xml");
  REQUIRE(result.articles.size() == 2);
  const Article& article = result.articles[1].article;
  CHECK(article.lead == "Trung tâm tư vấn mỗi thứ Tư.");
  REQUIRE(article.body.size() == 1);
  CHECK(article.body[0].text == "Người dân đến tầng 1.");
  CHECK(article.published == Moment{day_of(2022, 11, 10), 9 * 3600});
}

TEST_CASE("a guid that is an address stands in for a missing link") {
  const InputResult result = import_rss(rss_of("<item><title>A</title><guid>https://halam.example/a</guid></item>"
                                               "<item><title>B</title><guid isPermaLink='false'>https://b</guid></item>"
                                               "<item><title>C</title><link>c?d#e</link></item>"),
                                        as_is);
  REQUIRE(result.articles.size() == 3);
  CHECK(result.articles[0].article.url == "https://halam.example/a");
  CHECK(result.articles[1].article.url.empty());
  CHECK(result.articles[1].article.id == "https://b");
  CHECK(result.articles[2].article.url == "https://halam.example/tin/c?d#e");
}

TEST_CASE("texts are normalised") {
  const Nfc shout = [](std::string_view) { return std::string("NFC"); };
  const InputResult result = import_rss(rss_of("<item><title>Ha\u0323</title><description>a\u0323</description>"
                                               "<category>So\u031B</category></item>"),
                                        shout);
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].article.title == "NFC");
  CHECK(result.articles[0].article.lead == "NFC");
}

TEST_CASE("an unclosed element is a fault with its line") {
  const InputResult result = read("unclosed.xml");
  CHECK_FALSE(result.fault.empty());
  CHECK(result.line == 7);
  CHECK(result.articles.empty());
}

TEST_CASE("entities of a document type are never expanded") {
  const InputResult result = read("laughs.xml");
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].article.title == "Mục &c;");
  CHECK(result.articles[0].article.lead == "&tep;");
}

TEST_CASE("a description of a hundred thousand levels is read") {
  constexpr size_t kLevels = 100'000;
  const std::string deep = repeated("<span>", kLevels) + "sâu" + repeated("</span>", kLevels);
  const InputResult bare =
      import_rss(rss_of("<item><title>A</title><description>" + deep + "</description></item>"), as_is);
  REQUIRE(bare.articles.size() == 1);
  CHECK(bare.articles[0].article.lead == "sâu");
  CHECK_FALSE(import_rss(repeated("<rss>", kLevels), as_is).fault.empty());
}
