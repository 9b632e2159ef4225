#include "reader/citation.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

const Day kAccessed = day_of(2023, 5, 20);

Feed bulletin() {
  Feed feed;
  feed.title = "Bản tin Hạ Lam";
  feed.home_page_url = "https://halam.example.vn/";
  Department department;
  department.id = "so-y-te";
  department.name = "Sở Y tế";
  department.short_name = "SYT";
  feed.departments.push_back(department);
  return feed;
}

Article food_safety() {
  Article article;
  article.title = "Tháng hành động vì an toàn thực phẩm";
  article.url = "https://halam.example.vn/12";
  article.published = {day_of(2023, 4, 17), 3600};
  article.document_number = "12/BC-SYT";
  return article;
}

std::string cited(const Feed& feed, const Article& article, Language language = Language::vi, Day day = kAccessed) {
  return citation(feed, article, day, language);
}

}  // namespace

TEST_CASE("a citation says agency, year, title, feed, day, number, address and day of access") {
  CHECK(cited(bulletin(), food_safety()) ==
        "Sở Y tế (2023), “Tháng hành động vì an toàn thực phẩm”, Bản tin Hạ Lam, 17/04/2023, số 12/BC-SYT, "
        "https://halam.example.vn/12, truy cập ngày 20/05/2023.");
  CHECK(cited(bulletin(), food_safety(), Language::en) ==
        "Sở Y tế (2023). “Tháng hành động vì an toàn thực phẩm” [online]. Bản tin Hạ Lam, 2023-04-17, No. 12/BC-SYT "
        "[viewed 2023-05-20]. Available from: https://halam.example.vn/12");
}

TEST_CASE("an undated article is cited as such") {
  Article article = food_safety();
  article.published = {};
  article.document_number.clear();
  CHECK(cited(bulletin(), article) ==
        "Sở Y tế (không rõ ngày), “Tháng hành động vì an toàn thực phẩm”, Bản tin Hạ Lam, "
        "https://halam.example.vn/12, truy cập ngày 20/05/2023.");
  CHECK(cited(bulletin(), article, Language::en) ==
        "Sở Y tế (n.d.). “Tháng hành động vì an toàn thực phẩm” [online]. Bản tin Hạ Lam "
        "[viewed 2023-05-20]. Available from: https://halam.example.vn/12");
}

TEST_CASE("an article without an address has its feed's home page, or neither address nor day of access") {
  Feed feed = bulletin();
  Article article = food_safety();
  article.url.clear();
  CHECK(cited(feed, article).find(", https://halam.example.vn/, truy cập ngày") != std::string::npos);
  feed.home_page_url.clear();
  CHECK(cited(feed, article) ==
        "Sở Y tế (2023), “Tháng hành động vì an toàn thực phẩm”, Bản tin Hạ Lam, 17/04/2023, số 12/BC-SYT.");
  CHECK(cited(feed, article, Language::en) ==
        "Sở Y tế (2023). “Tháng hành động vì an toàn thực phẩm” [online]. Bản tin Hạ Lam, 2023-04-17, No. 12/BC-SYT.");
}

TEST_CASE("an unknown day of access is left out") {
  CHECK(cited(bulletin(), food_safety(), Language::vi, kUndated).find("truy cập") == std::string::npos);
  CHECK(cited(bulletin(), food_safety(), Language::en, kUndated).find("viewed") == std::string::npos);
}

TEST_CASE("a feed stands in for an agency without a name, and is not said twice") {
  Feed feed = bulletin();
  feed.departments[0].name.clear();
  const std::string expected =
      "Bản tin Hạ Lam (2023), “Tháng hành động vì an toàn thực phẩm”, 17/04/2023, số 12/BC-SYT, "
      "https://halam.example.vn/12, truy cập ngày 20/05/2023.";
  CHECK(cited(feed, food_safety()) == expected);
  feed.departments.clear();
  CHECK(cited(feed, food_safety()) == expected);
}

TEST_CASE("a number that says what it is gets no second word") {
  Article article = food_safety();
  article.document_number = "Số 12/BC-SYT";
  CHECK(cited(bulletin(), article).find(", Số 12/BC-SYT, ") != std::string::npos);
}

TEST_CASE("an empty article of an empty feed has a citation, bad bytes go through") {
  CHECK(citation({}, {}, kUndated, Language::vi) == "(không rõ ngày).");
  CHECK(citation({}, {}, kUndated, Language::en) == "(n.d.) [online].");
  Article article;
  article.title = "🙂\xFF";
  CHECK(citation({}, article, kUndated, Language::vi) == "(không rõ ngày), “🙂\xFF”.");
}
