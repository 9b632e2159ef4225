#include "feed/json_feed.h"

#include <doctest/doctest.h>

#include <string>

using namespace bantin;

namespace {

std::string as_is(std::string_view text) { return std::string(text); }

FeedResult read(std::string_view json) { return read_feed(json, {as_is}); }

std::string feed_of(std::string_view items, std::string_view more = "") {
  return R"({"version":"https://jsonfeed.org/version/1.1","title":"Thử",)" + std::string(more) + R"("items":[)" +
         std::string(items) + "]}";
}

int count(const FeedResult& result, ProblemCode code) {
  int found = 0;
  for (const Problem& problem : result.problems) found += problem.code == code;
  return found;
}

constexpr std::string_view kDepartments =
    R"("_bantin":{"departments":[{"id":"so-yt","name":"Sở Y tế"},{"id":"so-tttt","name":"Sở Thông tin","short_name":"Sở TT"}]},)";

}  // namespace

TEST_CASE("every field of an article is read") {
  const auto result = read(feed_of(
      R"({"id":"a","url":"https://example.org/a","title":" Tiêu  đề ","summary":"Lời dẫn","content_text":"Một.\n\nHai\nnối.",)"
      R"("date_published":"2022-01-13T08:00:00+07:00","_bantin":{"department":"so-tttt","related":["b","c"],"document_number":"12/BC"}})",
      kDepartments));
  REQUIRE(result.feed);
  CHECK(result.problems.empty());
  const Article& article = result.feed->articles.at(0);
  CHECK(article.id == "a");
  CHECK(article.url == "https://example.org/a");
  CHECK(article.title == "Tiêu đề");
  CHECK(article.lead == "Lời dẫn");
  CHECK(article.body == std::vector<Block>{{BlockKind::paragraph, "Một."}, {BlockKind::paragraph, "Hai nối."}});
  CHECK(article.published == Moment{19005, 8 * 3600});
  CHECK(article.department == 1);
  CHECK(article.related == std::vector<std::string>{"b", "c"});
  CHECK(article.document_number == "12/BC");
}

TEST_CASE("departments may be declared behind the articles") {
  const std::string json =
      R"({"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","_bantin":{"department":"so-yt"}}],)"
      R"("_bantin":{"departments":[{"id":"so-yt","name":"Sở Y tế"}]}})";
  const auto result = read(json);
  REQUIRE(result.feed);
  CHECK(result.problems.empty());
  CHECK(result.feed->departments.at(0).name == "Sở Y tế");
}

TEST_CASE("without the extension the department is the first author, else the first tag, else Khác") {
  const auto result = read(feed_of(
      R"({"id":"a","authors":[{"name":"Sở Y tế"},{"name":"Khác nữa"}]},{"id":"b","tags":["Giáo dục","x"]},{"id":"c"},)"
      R"({"id":"d","author":{"name":"Sở Y tế"}})"));
  REQUIRE(result.feed);
  const auto& departments = result.feed->departments;
  REQUIRE(departments.size() == 3);
  CHECK(departments[0] == Department{"so-y-te", "Sở Y tế", ""});
  CHECK(departments[1].id == "giao-duc");
  CHECK(departments[2].name == "Khác");
  CHECK(result.feed->articles[3].department == 0);
}

TEST_CASE("an item without an id is dropped, a second one with the same id too; both are named") {
  const auto result = read(feed_of(R"({"title":"x"},{"id":"a"},{"id":"a"},{"id":7})"));
  REQUIRE(result.feed);
  CHECK(result.feed->articles.size() == 2);
  CHECK(result.feed->articles[1].id == "7");
  CHECK(count(result, ProblemCode::item_without_id) == 1);
  CHECK(count(result, ProblemCode::duplicate_id) == 1);
}

TEST_CASE("a broken date is kept as undated, with its place") {
  const auto result = read(feed_of("{\"id\":\"a\",\n \"date_published\":\"13/13/2022\"}"));
  REQUIRE(result.feed);
  CHECK(result.feed->articles[0].published.day == kUndated);
  REQUIRE(result.problems.size() == 1);
  const Problem& problem = result.problems[0];
  CHECK(problem.code == ProblemCode::broken_date);
  CHECK(problem.line == 2);
  CHECK(problem.pointer == "/items/0/date_published");
  CHECK(problem.subject == "13/13/2022");
}

TEST_CASE("an unknown department is kept under that id's slug") {
  const auto result = read(feed_of(R"({"id":"a","_bantin":{"department":"Sở Lạ"}})", kDepartments));
  REQUIRE(result.feed);
  CHECK(result.feed->departments.at(2).id == "so-la");
  CHECK(count(result, ProblemCode::unknown_department) == 1);
}

TEST_CASE("half a surrogate pair and bad UTF-8 become U+FFFD, and whole pairs stay") {
  const auto result =
      read(feed_of("{\"id\":\"a\",\"title\":\"x\\ud800y\"},{\"id\":\"b\",\"title\":\"\\uD83D\\uDE00\"},"
                   "{\"id\":\"c\",\"title\":\"q\xC3(\"}"));
  REQUIRE(result.feed);
  CHECK(result.feed->articles[0].title == "x\uFFFDy");
  CHECK(result.feed->articles[1].title == "😀");
  CHECK(result.feed->articles[2].title == "q\uFFFD(");
  CHECK(count(result, ProblemCode::bad_text) == 2);
}

TEST_CASE("a replacement character that the document already holds is no problem, even beside a broken one") {
  const auto result = read(feed_of("{\"id\":\"a\",\"title\":\"\uFFFD\"},{\"id\":\"b\",\"title\":\"\xFF\"}"));
  REQUIRE(result.feed);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].item == "b");
}

TEST_CASE("problems stand in the order of the document, each at its line") {
  const auto result = read(
      feed_of("{\"id\":\"a\",\n\"_bantin\":{\"department\":\"la\"}},\n{\"id\":\"b\",\"date_published\":\"x\"},\n{}",
              kDepartments));
  REQUIRE(result.problems.size() == 3);
  CHECK(result.problems[0].code == ProblemCode::unknown_department);
  CHECK(result.problems[1].line == 3);
  CHECK(result.problems[2].line == 4);
}

TEST_CASE("a number out of range is ignored and named") {
  const auto result = read(feed_of(R"({"id":"a","x":1e999},{"id":"b","y":[-2e-5,1E400]})"));
  REQUIRE(result.feed);
  CHECK(result.feed->articles.size() == 2);
  CHECK(count(result, ProblemCode::number_out_of_range) == 2);
}

TEST_CASE("known fields of a wrong type are ignored and named, unknown ones are nobody's business") {
  const auto result = read(feed_of(R"({"id":"a","title":5,"summary":["x"],"image":{"id":"z"},"_x":{"items":[]}})"));
  REQUIRE(result.feed);
  CHECK(count(result, ProblemCode::wrong_type) == 2);
  CHECK(result.feed->articles.at(0).id == "a");
}

TEST_CASE("what is no JSON is refused with line and column") {
  const auto result = read("{\"version\": \"https://jsonfeed.org/version/1.1\",\n  \"items\": [}");
  CHECK_FALSE(result.feed);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].code == ProblemCode::not_json);
  CHECK(result.problems[0].line == 2);
  CHECK(result.problems[0].column == 13);
}

TEST_CASE("JSON that is no feed is refused") {
  CHECK(read("[]").problems.at(0).code == ProblemCode::not_a_feed);
  CHECK(read("{}").problems.at(0).code == ProblemCode::not_a_feed);
  CHECK(read(R"({"version":"https://jsonfeed.org/version/1.1"})").problems.at(0).subject == "items");
  CHECK(read(R"({"version":"2.0","items":[]})").problems.at(0).subject == "version");
  CHECK(read("").problems.at(0).code == ProblemCode::not_json);
  CHECK(read("null").problems.at(0).code == ProblemCode::not_a_feed);
}

TEST_CASE("a byte order mark is passed over") { CHECK(read("\xEF\xBB\xBF" + feed_of(R"({"id":"a"})")).feed); }

TEST_CASE("a feed cut off at any byte is refused and never crashes") {
  const std::string whole =
      feed_of(R"({"id":"a","title":"Đ\ud83d\ude00","date_published":"x","n":-1.5e3,"_bantin":{"related":["b"]}})",
              kDepartments);
  for (size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(read(std::string_view(whole).substr(0, size)).feed);
  CHECK(read(whole).feed);
}

TEST_CASE("a hundred thousand levels of nesting cost no stack") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  const auto result = read(feed_of(R"({"id":"a","deep":)" + deep + R"(,"title":"Vẫn đọc"})"));
  REQUIRE(result.feed);
  CHECK(result.feed->articles.at(0).title == "Vẫn đọc");
}

TEST_CASE("form C is asked for only where a combining mark is") {
  int asked = 0;
  const Nfc counting = [&](std::string_view) { return ++asked, std::string("Tiếng"); };
  const auto result =
      read_feed(feed_of("{\"id\":\"a\",\"title\":\"Tie\u0302\u0301ng\",\"summary\":\"Việt\"}"), {counting});
  REQUIRE(result.feed);
  CHECK(asked == 1);
  CHECK(result.feed->articles.at(0).title == "Tiếng");
}

TEST_CASE("an article without a title is named by its text") {
  const auto result = read(feed_of(R"({"id":"a","content_text":"Đầu bài."},{"id":"b"})"));
  REQUIRE(result.feed);
  CHECK(result.feed->articles[0].title == "Đầu bài.");
  CHECK(result.feed->articles[1].title == "b");
}
