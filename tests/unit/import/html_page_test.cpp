#include "import/html_page.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "import/article_tidier.h"
#include "import/saved_page.h"
#include "import/text_import.h"

using namespace bantin;

namespace {

std::string as_is(std::string_view text) { return std::string(text); }

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

InputResult imported(const std::string& name) {
  return import_html(content_of(std::string(BANTIN_ROOT "/tests/data/import/html/") + name), as_is);
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

std::vector<std::string> texts_of(const Article& article) {
  std::vector<std::string> texts;
  texts.reserve(article.body.size());
  for (const Block& block : article.body) texts.push_back(block.text);
  return texts;
}

const Imported& only(const InputResult& result) {
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

std::string paragraphs(const std::vector<std::string>& texts) {
  std::string html;
  for (const std::string& text : texts) html += "<p>" + text + "</p>\n";
  return html;
}

std::string with_breaks(const std::vector<std::string>& texts) {
  std::string html;
  for (const std::string& text : texts) html += text + "<br><br>\n";
  return html;
}

constexpr const char* kMenu =
    "<div class='menu'><ul><li><a href='/'>Trang chủ</a></li><li><a href='/tin'>Tin tức</a></li></ul></div>";

}  // namespace

TEST_CASE("tables and web parts without metadata give the article in one of their cells") {
  const InputResult result = imported("webparts.html");
  const Imported& page = only(result);
  CHECK(page.article.title == "Ngành Giáo dục Hạ Lam sơ kết ba năm đưa thư viện xanh vào trường học");
  CHECK(page.article.lead.starts_with("Chiều ngày 16/5, Sở Giáo dục và Đào tạo tỉnh Hạ Lam tổ chức hội nghị"));
  const auto texts = texts_of(page.article);
  REQUIRE(texts.size() == 5);
  CHECK(texts[0].starts_with("Sau ba năm, toàn tỉnh có 186 trường"));
  CHECK(page.article.body[1].kind == BlockKind::picture);
  CHECK(texts[2].starts_with("Mỗi thư viện có ít nhất 400 đầu sách"));
  CHECK(texts[3].starts_with("Trong năm học tới"));
  CHECK(texts[4] == "Minh Hà");
  CHECK(page.article.pictures.at(0).source == "/PublishingImages/thu-vien.jpg");
  CHECK(iso_day(page.article.published.day) == "2024-05-16");
  CHECK(page.article.published.second == (14 * 60 + 30) * 60);
  REQUIRE(page.inferences.size() == 1);
  CHECK(page.inferences[0].field == "date_published");
  CHECK(page.inferences[0].value == "2024-05-16");
  CHECK(page.inferences[0].evidence == "Thứ năm, 16/05/2024 14:30 (GMT+7)");
  CHECK(page.related ==
        std::vector<RelatedLink>{{"chitiet.aspx?ItemID=508", "Khai mạc hội thi giáo viên dạy giỏi cấp tỉnh"},
                                 {"chitiet.aspx?ItemID=501", "Tập huấn sử dụng học bạ số cho các trường tiểu học"}});
}

TEST_CASE("a portal with Open Graph gives title, sapô, text and moment, without what surrounds them") {
  const InputResult result = imported("portal.html");
  const Imported& page = only(result);
  CHECK(result.title == "Sở Nông nghiệp và Môi trường tỉnh Hạ Lam");
  CHECK(page.article.title == "Hạ Lam đưa nước sạch về năm bản vùng cao");
  CHECK(page.article.lead ==
        "Công trình cấp nước dài 14 km, do Sở Nông nghiệp và Môi trường làm chủ đầu tư, vừa được bàn giao cho năm bản "
        "của "
        "xã Pa Lon.");
  const auto texts = texts_of(page.article);
  REQUIRE(texts.size() == 8);
  CHECK(texts[0].starts_with("Trước đây, 310 hộ dân"));
  CHECK(texts[1] == "Bể chứa ở bản Nậm Hoa.");
  CHECK(page.article.body[2].kind == BlockKind::heading);
  CHECK(texts[3].starts_with("Nước được lấy từ đầu nguồn"));
  CHECK(page.article.body[4].kind == BlockKind::bullet);
  CHECK(texts[6].starts_with("Đội quản lý gồm mười người"));
  CHECK(texts[7] == "Nguồn: Văn phòng Sở");
  REQUIRE(page.article.pictures.size() == 1);
  CHECK(page.article.pictures[0].source == "https://nnmt.halam.example/uploads/2025/06/be-nuoc.jpg");
  CHECK(page.article.url == "https://nnmt.halam.example/tin/nuoc-sach-vung-cao-1207.html");
  CHECK(iso_day(page.article.published.day) == "2025-06-02");
  CHECK(page.inferences.empty());
  CHECK(page.department == "so-nnmt");
  CHECK(page.related ==
        std::vector<RelatedLink>{
            {"https://nnmt.halam.example/tin/rung-dau-nguon-1190.html", "Giữ rừng đầu nguồn ở Pa Lon"},
            {"https://nnmt.halam.example/tin/khi-tuong-1201.html", "Lắp thêm ba trạm đo mưa tự động"},
            {"https://nnmt.halam.example/tin/cay-giong-1198.html", "Phát 20.000 cây giống cho các xã ven sông"}});
}

TEST_CASE("a theme with JSON-LD gives the article without sidebar, sharing and longer comments") {
  const InputResult result = imported("theme.html");
  const Imported& page = only(result);
  CHECK(page.article.title == "Tiêm nhắc lại cho 4.000 trẻ ở Hạ Lam");
  CHECK(page.article.lead.starts_with("Từ ngày 5/3, trạm y tế của mười bảy xã"));
  const auto texts = texts_of(page.article);
  REQUIRE(texts.size() == 3);
  CHECK(texts[0].starts_with("Mỗi trạm có hai bàn tiêm"));
  CHECK(page.article.body[1].kind == BlockKind::table);
  CHECK(texts[1] == "Số trẻ theo huyện");
  CHECK(texts[2].starts_with("Phụ huynh cần mang theo"));
  CHECK(iso_day(page.article.published.day) == "2024-03-05");
  CHECK(page.article.published.second == (6 * 60 + 30) * 60);
  CHECK(page.department == "so-yt");
  CHECK(page.article.url == "https://yte.halam.example/2024/03/tiem-nhac-lai/");
  CHECK(page.related ==
        std::vector<RelatedLink>{{"https://yte.halam.example/2024/02/vac-xin/", "Vắc xin về đủ mười bảy xã"}});
}

TEST_CASE("a list of articles is left out by its title") {
  const InputResult result = imported("home.html");
  CHECK(result.articles.empty());
  REQUIRE(result.left_out.size() == 1);
  CHECK(result.left_out[0].why == LeftOutWhy::no_article);
  CHECK(result.left_out[0].what == "Trang chủ - Sở Công Thương tỉnh Hạ Lam");
}

TEST_CASE("what is no article is left out: nothing, a form, a few words") {
  for (const char* html : {"", " ", "<p>Chào", "<title>Đăng nhập</title><form>Tên <input> Mật khẩu <input></form>"}) {
    CAPTURE(html);
    const InputResult result = import_html(html, as_is);
    CHECK(result.articles.empty());
    CHECK(result.left_out.size() == 1);
  }
}

TEST_CASE("an article that only scripts would show is taken from its JSON-LD") {
  const InputResult result = import_html(
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Tên bài\",\"description\":\"Sapô.\","
      "\"articleBody\":\"Sapô.\\nThân một.\\n\\nThân &amp; hai.\"}</script><div id=app></div>",
      as_is);
  const Article& article = only(result).article;
  CHECK(article.title == "Tên bài");
  CHECK(article.lead == "Sapô.");
  CHECK(texts_of(article) == std::vector<std::string>{"Thân một.", "Thân & hai."});
}

TEST_CASE("relative addresses stay, but for a base that the page names") {
  const std::string text = repeated("Xã Pa Lon trồng thêm rừng, làm đường, mở lớp học. ", 4);
  const std::string body = "<h1>Pa Lon trồng thêm rừng</h1><div><p>Sapô.</p><p>" + text + "</p><p>" + text +
                           "<a href='b.html'>xem</a></p><p><img src='../a.jpg'></p></div>";
  CHECK(only(import_html(body, as_is)).article.pictures.at(0).source == "../a.jpg");
  const InputResult based = import_html("<base href='https://halam.example/tin/2024/'>" + body, as_is);
  CHECK(only(based).article.pictures.at(0).source == "https://halam.example/tin/a.jpg");
}

TEST_CASE("addresses on its site are seen from the page, where it tells its own") {
  const std::string text = repeated("Xã Pa Lon trồng thêm rừng, làm đường, mở lớp học. ", 4);
  const std::string page =
      "<link rel=canonical href='https://halam.example/tin/1'><h1>Pa Lon trồng thêm rừng</h1><div><p>Sapô.</p><p>" +
      text + "</p><p>" + text + "<a href='/b'>xem</a></p><img src='/a.jpg'><img src='a_files/b.jpg'></div>";
  const InputResult result = import_html(page, as_is);
  const Article& article = only(result).article;
  REQUIRE(article.pictures.size() == 2);
  CHECK(article.pictures[0].source == "https://halam.example/a.jpg");
  CHECK(article.pictures[1].source == "a_files/b.jpg");
  CHECK(article.body[1].spans.at(0).link == "https://halam.example/b");
}

TEST_CASE("three pages around a saved text give what the text gives") {
  const std::string text = saved_page();
  if (text.empty()) {
    MESSAGE(kNoSavedPage);
    return;
  }
  InputResult expected = import_text(text, as_is);
  REQUIRE(expected.articles.size() == 1);
  tidy(expected.articles[0]);
  const std::string& title = expected.articles[0].article.title;
  const std::string& lead = expected.articles[0].article.lead;
  const std::vector<std::string> body = texts_of(expected.articles[0].article);
  const std::string pages[] = {
      "<title>" + title + " | Trang tin</title>" + kMenu + "<div class='main'><h1>" + title + "</h1><p class='sapo'>" +
          lead + "</p><div class='noidung'><p>" + lead + "</p>" + paragraphs(body) +
          "</div><h3>Tin liên quan</h3></div>",
      "<title>Trang tin</title><table><tr><td>" + std::string(kMenu) + "</td><td><div class='tieude'>" + title +
          "</div><b>" + lead + "</b><br><br>" + with_breaks(body) + "</td></tr></table>",
      "<title>" + title + "</title><article><header><h1>" + title + "</h1></header>" + paragraphs({lead, lead}) +
          paragraphs(body) +
          "<p><b>Tin liên quan</b></p><ul><li><a href='/x'>Một bài khác của trang</a></li></ul></article>",
  };
  for (const std::string& page : pages) {
    CAPTURE(page.substr(0, 300));
    const InputResult result = import_html(page, as_is);
    const Article& article = only(result).article;
    CHECK(article.title == title);
    CHECK(article.lead == lead);
    CHECK(texts_of(article) == body);
  }
}

TEST_CASE("no page is too deep, too broad or too broken") {
  import_html(repeated("<div>", 100000) + "sâu" + repeated("</div>", 100000), as_is);
  import_html(repeated("<p>Một đoạn văn, có dấu phẩy, đủ dài để được tính là một đoạn của bài.</p>", 20000), as_is);
  import_html(repeated("<b>Tin liên quan</b><br><a href=x>Một bài khác của trang</a>", 5000), as_is);
  import_html(repeated("<h2 class=title><a href=x>Tin khác</a>", 5000), as_is);
  std::mt19937 random(7);
  constexpr std::string_view kPieces[] = {"<",
                                          ">",
                                          "</",
                                          "<p>",
                                          "<table><td>",
                                          "<h1>",
                                          "Tin khác",
                                          "<script>",
                                          "\xFF",
                                          "&#",
                                          "\"",
                                          "=",
                                          "<a href='",
                                          "<meta property=og:title content=",
                                          "{\"@graph\":[",
                                          " "};
  for (int round = 0; round < 300; ++round) {
    std::string html;
    for (int i = 0; i < 200; ++i) {
      const auto draw = random();
      html += draw % 3 == 0 ? std::string(1, static_cast<char>(draw >> 8U))
                            : std::string(kPieces[(draw >> 8U) % std::size(kPieces)]);
    }
    import_html(html, as_is);
  }
}
