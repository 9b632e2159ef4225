#include "import/text_import.h"

#include <doctest/doctest.h>

#include "import/article_settler.h"
#include "import/article_tidier.h"
#include "import/saved_page.h"

using namespace bantin;

namespace {

// The one article of a text, as an import settles it.
struct Text {
  Article article;
  Department department;
  std::vector<Inference> inferences;
  std::vector<RelatedLink> related;
};

std::string as_is(std::string_view text) { return std::string(text); }

constexpr std::string_view kPage =
    "Sở Y tế Hạ Lam mở đợt tiêm nhắc lại\n\n"
    "Sáng 5/3/2024, Sở Y tế tỉnh Hạ Lam bắt đầu đợt tiêm nhắc lại tại ba huyện.\n\n"
    "Sáng\u00A05/3/2024, Sở Y tế tỉnh Hạ Lam bắt đầu đợt tiêm nhắc lại tại ba huyện.\n\n"
    "Đợt này có 1.200 liều.\nMỗi trạm nhận 40 liều.\n\n"
    "Tin liên quan\n\nMột bài khác\n";

Text read(std::string_view text, const ImportOptions& options = {}) {
  InputResult result = import_text(text, as_is);
  REQUIRE(result.articles.size() == 1);
  Imported& imported = result.articles.front();
  tidy(imported);
  const Department department = settle(imported, options, {});
  return {imported.article, department, imported.inferences, imported.related};
}

}  // namespace

TEST_CASE("a saved page gives title, lead once, body, department and day") {
  const Text result = read(kPage);
  CHECK(result.article.title == "Sở Y tế Hạ Lam mở đợt tiêm nhắc lại");
  CHECK(result.article.lead == "Sáng 5/3/2024, Sở Y tế tỉnh Hạ Lam bắt đầu đợt tiêm nhắc lại tại ba huyện.");
  REQUIRE(result.article.body.size() == 1);
  CHECK(result.article.body[0].text == "Đợt này có 1.200 liều. Mỗi trạm nhận 40 liều.");
  CHECK(result.department.id == "so-yt");
  CHECK(iso_day(result.article.published.day) == "2024-03-05");
  CHECK(result.article.id == "so-y-te-ha-lam-mo-dot-tiem-nhac-lai-2024-03-05");
}

TEST_CASE("what was inferred is listed with its evidence and marked in the article") {
  const Text result = read(kPage);
  REQUIRE(result.inferences.size() == 2);
  CHECK(result.inferences[0].evidence == "Sở Y tế");
  CHECK(result.inferences[1].evidence == "5/3/2024");
  CHECK(result.article.inferred == std::vector<std::string>{"department", "date_published"});
}

TEST_CASE("options override what the text says, and are no inference") {
  const Text result = read(kPage, {"Tên khác", "so-gddt", day_of(2020, 1, 2)});
  CHECK(result.article.title == "Tên khác");
  CHECK(result.department.name == "Sở Giáo dục và Đào tạo");
  CHECK(iso_day(result.article.published.day) == "2020-01-02");
  CHECK(result.inferences.empty());
  CHECK(result.article.inferred.empty());
}

TEST_CASE("a text that tells neither is kept as undated and of no known department") {
  const Text result = read("Chỉ có tiêu đề");
  CHECK(result.article.published.day == kUndated);
  CHECK(result.department.id == "khac");
  CHECK(result.inferences[0].value.empty());
}

TEST_CASE("a text without a word gives no article") { CHECK(import_text(" \n\n \r\n", as_is).articles.empty()); }

TEST_CASE("a heading of other news ends the article, parted by blank lines or not") {
  for (const char* heading : {"Tin liên quan", "TIN LIÊN QUAN:", "Tin cùng chuyên mục", "Các tin khác"}) {
    CAPTURE(heading);
    const std::string text = "Tên bài\n\nSapô.\n\nThân bài.\n\n" + std::string(heading) + "\nSở Y tế họp\nBài khác\n";
    const Text result = read(text);
    REQUIRE(result.article.body.size() == 1);
    CHECK(result.article.body[0].text == "Thân bài.");
    CHECK(result.department.id == "khac");
  }
}

TEST_CASE("a text without blank lines has a paragraph on each line") {
  const Text result = read("Tên bài\r\nSapô.\r\nThân một.\r\nThân hai.\r\n");
  CHECK(result.article.title == "Tên bài");
  CHECK(result.article.lead == "Sapô.");
  CHECK(result.article.body.size() == 2);
}

TEST_CASE("a title said twice is taken once, as the lead is") {
  const Text result = read("Tên bài\n\nTên bài\n\nSapô.\n\nSapô\n\nThân.");
  CHECK(result.article.lead == "Sapô.");
  REQUIRE(result.article.body.size() == 1);
  CHECK(result.article.body[0].text == "Thân.");
}

TEST_CASE("an id is cut where a word ends") {
  const Text result = read("Hội nghị " + std::string(50, 'a') + " " + std::string(20, 'b'));
  CHECK(result.article.id == "hoi-nghi-" + std::string(50, 'a'));
}

TEST_CASE("titles of other articles are related links, without bullets and dates") {
  const Text result = read("Tên bài\n\nSapô.\n\nCác tin khác:\n- Bài một (13/01/2022)\n• Bài hai\n\nBài ba (lần 2)");
  const std::vector<RelatedLink> wanted = {{"", "Bài một"}, {"", "Bài hai"}, {"", "Bài ba (lần 2)"}};
  CHECK(result.related == wanted);
}

TEST_CASE("several texts in one file are articles with their lines") {
  const InputResult result = import_text("Bài một\n\nSapô.\n\n=====\n\nBài hai\n\nSapô.\n", as_is);
  REQUIRE(result.articles.size() == 2);
  CHECK(result.articles[0].article.title == "Bài một");
  CHECK(result.articles[1].article.title == "Bài hai");
  CHECK(result.articles[0].place == "dòng 1");
  CHECK(result.articles[1].place.starts_with("dòng "));
}

TEST_CASE("a line that dates the article is no paragraph") {
  const Text result = read("Tên bài\n\nThứ năm, 13/01/2022 08:30 (GMT+7)\n\nSapô.\n\nThân bài.");
  CHECK(result.article.lead == "Sapô.");
  CHECK(result.article.published == Moment{day_of(2022, 1, 13), (8 * 60 + 30) * 60});
  CHECK(result.article.inferred == std::vector<std::string>{"date_published"});
}

TEST_CASE("the one real page is imported whole") {
  const std::string page = saved_page();
  if (page.empty()) {
    MESSAGE(kNoSavedPage);
    return;
  }
  const Text result = read(page);
  CHECK(result.department == Department{"so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT"});
  CHECK(iso_day(result.article.published.day) == "2022-01-13");
  CHECK(result.article.body.size() == 5);
  CHECK(result.article.body[0].text.substr(0, 20) != result.article.lead.substr(0, 20));
  CHECK(result.article.body.back().text.find("Tin liên quan") == std::string::npos);
}
