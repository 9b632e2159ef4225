#include "feed/json_feed.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

using namespace bantin;

namespace {

std::string no_nfc(std::string_view text) { return std::string(text); }

FeedResult read(std::string_view json) { return read_feed(json, {no_nfc}); }

// A feed with `items` between the brackets and more `fields` of the document before them.
std::string feed_of(const std::string& items, const std::string& fields = "") {
  return R"({"version":"https://jsonfeed.org/version/1.1","title":"T",)" + fields + R"("items":[)" + items + "]}";
}

std::string file(const std::string& name) {
  std::ifstream stream(std::string(BANTIN_ROOT) + "/" + name, std::ios::binary);
  REQUIRE(stream.good());
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string department_name(const FeedResult& result, size_t article) {
  return result.feed->departments.at(result.feed->articles.at(article).department).name;
}

const Problem& only_problem(const FeedResult& result) {
  REQUIRE(result.problems.size() == 1);
  return result.problems.front();
}

void check_problem(const Problem& problem, ProblemCode code, const char* pointer, const char* subject) {
  CHECK(code_name(problem.code) == code_name(code));
  CHECK(problem.pointer == pointer);
  CHECK(problem.subject == subject);
}

}  // namespace

TEST_CASE("a feed with the extension is read whole") {
  const FeedResult result = read(feed_of(
      R"({"id":"a","title":"Tiêu đề","summary":"Lời dẫn","url":"https://x.example/a","content_text":"Một.\n\nHai.",
          "date_published":"2022-01-13T08:00:00+07:00",
          "_bantin":{"department":"so-yt","document_number":"12/BC-SYT","related":["b","c"],"inferred":["date"]}})",
      R"("language":"vi","home_page_url":"https://x.example/",
         "_bantin":{"departments":[{"id":"so-yt","name":"Sở Y tế","short_name":"SYT"}]},)"));
  REQUIRE(result.feed);
  CHECK(result.problems.empty());
  CHECK(result.feed->title == "T");
  CHECK(result.feed->language == "vi");
  CHECK(result.feed->home_page_url == "https://x.example/");
  CHECK(result.feed->departments == std::vector<Department>{{"so-yt", "Sở Y tế", "SYT"}});
  REQUIRE(result.feed->articles.size() == 1);
  const Article& article = result.feed->articles[0];
  CHECK(article.id == "a");
  CHECK(article.title == "Tiêu đề");
  CHECK(article.lead == "Lời dẫn");
  CHECK(article.url == "https://x.example/a");
  CHECK(article.body == std::vector<Block>{{BlockKind::paragraph, "Một."}, {BlockKind::paragraph, "Hai."}});
  CHECK(article.published == Moment{parse_iso_day("2022-01-13"), 8 * 3600});
  CHECK(article.document_number == "12/BC-SYT");
  CHECK(article.related == std::vector<std::string>{"b", "c"});
  CHECK(article.inferred == std::vector<std::string>{"date"});
}

TEST_CASE("departments may be declared behind the items") {
  const FeedResult result = read(
      R"({"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","_bantin":{"department":"so-yt"}}],
          "_bantin":{"departments":[{"id":"so-yt","name":"Sở Y tế"}]}})");
  REQUIRE(result.feed);
  CHECK(result.problems.empty());
  CHECK(department_name(result, 0) == "Sở Y tế");
}

TEST_CASE("without the extension the department is the first author, else the first tag, else Khác") {
  const FeedResult result = read(feed_of(
      R"({"id":"1","authors":[{"url":"u"},{"name":"Sở A"},{"name":"Sở B"}],"tags":["T"]},
         {"id":"2","author":{"name":"Sở C"}}, {"id":"3","tags":["Nhãn","Hai"]}, {"id":"4"}, {"id":"5","author":{"name":"SỞ  A"}})"));
  REQUIRE(result.feed);
  CHECK(department_name(result, 0) == "Sở A");
  CHECK(department_name(result, 1) == "Sở C");
  CHECK(department_name(result, 2) == "Nhãn");
  CHECK(department_name(result, 3) == "Khác");
  CHECK(department_name(result, 4) == "Sở A");
  CHECK(result.feed->departments[0].id == "so-a");
  CHECK(result.problems.empty());
}

TEST_CASE("an item without an author has the feed's, as JSON Feed 1.1 says") {
  const FeedResult result = read(
      feed_of(R"({"id":"1","tags":["T"]},{"id":"2","authors":[{"name":"Sở B"}]})", R"("authors":[{"name":"Sở A"}],)"));
  REQUIRE(result.feed);
  CHECK(department_name(result, 0) == "Sở A");
  CHECK(department_name(result, 1) == "Sở B");
}

TEST_CASE("version 1 feeds are read, other documents are refused as no feed") {
  CHECK(read(R"({"version":"https://jsonfeed.org/version/1","items":[]})").feed);
  for (const char* json : {"{}", "[]", "5", "\"x\"", "null", R"({"items":[]})", R"({"version":"2.0","items":[]})",
                           R"({"version":"https://jsonfeed.org/version/1.1"})",
                           R"({"version":"https://jsonfeed.org/version/1.1","items":{}})"}) {
    CAPTURE(json);
    const FeedResult result = read(json);
    CHECK_FALSE(result.feed);
    CHECK(only_problem(result).code == ProblemCode::not_a_feed);
  }
}

TEST_CASE("paragraphs are parted by blank lines; a single line end inside one is a space") {
  const FeedResult result = read(feed_of(R"({"id":"a","content_text":"\n một\nhai \r\n \r\nba\n\n\n\nbốn\n"})"));
  const auto& body = result.feed->articles.at(0).body;
  REQUIRE(body.size() == 3);
  CHECK(body[0].text == "một hai");
  CHECK(body[1].text == "ba");
  CHECK(body[2].text == "bốn");
}

TEST_CASE("an item with HTML only is kept, with an empty body and no problem") {
  const FeedResult result = read(feed_of(R"({"id":"a","title":"T","content_html":"<p>x</p>"})"));
  CHECK(result.feed->articles.at(0).body.empty());
  CHECK(result.problems.empty());
}

TEST_CASE("texts are normalised only where they hold a combining mark") {
  std::vector<std::string> asked;
  const Nfc nfc = [&](std::string_view text) {
    asked.emplace_back(text);
    return std::string("hoá");
  };
  const FeedResult result = read_feed(feed_of("{\"id\":\"a\",\"title\":\"hoa\u0301\",\"summary\":\"hoá\"}"), {nfc});
  CHECK(asked == std::vector<std::string>{"hoa\u0301"});
  CHECK(result.feed->articles.at(0).title == "hoá");
}

TEST_CASE("a byte order mark is passed over and shifts no column") {
  CHECK(read("\xEF\xBB\xBF" + feed_of("")).feed);
  CHECK(only_problem(read("\xEF\xBB\xBF{]")).column == 2);
}

TEST_CASE("an item without an id is dropped and named") {
  const FeedResult result = read(feed_of(R"({"id":"a"},{"title":"không tên"},{"id":"b"},{"id":""})"));
  CHECK(result.feed->articles.size() == 2);
  REQUIRE(result.problems.size() == 2);
  check_problem(result.problems[0], ProblemCode::item_without_id, "/items/1", "");
  check_problem(result.problems[1], ProblemCode::item_without_id, "/items/3", "");
}

TEST_CASE("what stands among the items and is none is dropped, and the others keep their places") {
  const FeedResult result = read(feed_of(R"(null, 5, "x", [1,{}], {"title":"t"}, {"id":"a"})"));
  CHECK(result.feed->articles.size() == 1);
  REQUIRE(result.problems.size() == 5);
  CHECK(result.problems[0].pointer == "/items/0");
  CHECK(result.problems[3].pointer == "/items/3");
  check_problem(result.problems[4], ProblemCode::item_without_id, "/items/4", "");
}

TEST_CASE("of two items with one id the first is kept") {
  const FeedResult result = read(feed_of(R"({"id":"a","title":"một"},{"id":"a","title":"hai"})"));
  CHECK(result.feed->articles.size() == 1);
  CHECK(result.feed->articles[0].title == "một");
  check_problem(only_problem(result), ProblemCode::duplicate_id, "/items/1/id", "a");
}

TEST_CASE("an id that is a number is read as text") {
  const FeedResult result = read(feed_of(R"({"id":12})"));
  CHECK(result.feed->articles.at(0).id == "12");
}

TEST_CASE("a broken date keeps the article as undated and says where the date stands") {
  const FeedResult result = read(feed_of("\n {\"id\":\"a\",\n  \"date_published\": \"13/13/2022\"}"));
  CHECK(result.feed->articles.at(0).published.day == kUndated);
  const Problem& problem = only_problem(result);
  check_problem(problem, ProblemCode::broken_date, "/items/0/date_published", "13/13/2022");
  CHECK(problem.item == "a");
  CHECK(problem.line == 3);
}

TEST_CASE("an item without a date is undated and no problem") {
  const FeedResult result = read(feed_of(R"({"id":"a"})"));
  CHECK(result.feed->articles.at(0).published.day == kUndated);
  CHECK(result.problems.empty());
}

TEST_CASE("an unknown department keeps the article under that id's slug") {
  const FeedResult result = read(feed_of(
      "\n{\"id\":\"a\",\n\"_bantin\":{\"department\":\"Sở Lạ\"}},{\"id\":\"b\",\"_bantin\":{\"department\":\"so-la\"}}",
      R"("_bantin":{"departments":[{"id":"so-yt","name":"Sở Y tế"}]},)"));
  REQUIRE(result.feed->articles.size() == 2);
  CHECK(result.feed->departments.size() == 2);
  CHECK(result.feed->departments[1].id == "so-la");
  CHECK(result.feed->articles[0].department == 1);
  CHECK(result.feed->articles[1].department == 1);
  REQUIRE_FALSE(result.problems.empty());
  check_problem(result.problems[0], ProblemCode::unknown_department, "/items/0/_bantin/department", "Sở Lạ");
  CHECK(result.problems[0].line == 3);
}

TEST_CASE("problems come in the order of the document") {
  const FeedResult result = read(file("tests/data/broken_items.json"));
  REQUIRE(result.feed);
  CHECK(result.feed->articles.size() == 5);
  REQUIRE(result.problems.size() == 5);
  uint32_t line = 0;
  for (const Problem& problem : result.problems) {
    CHECK(problem.line > line);
    line = problem.line;
  }
  check_problem(result.problems[0], ProblemCode::item_without_id, "/items/0", "");
  check_problem(result.problems[1], ProblemCode::broken_date, "/items/1/date_published", "13/13/2022");
  check_problem(result.problems[2], ProblemCode::unknown_department, "/items/2/_bantin/department", "so-la");
  CHECK(result.problems[3].code == ProblemCode::bad_text);
  CHECK(result.problems[4].code == ProblemCode::number_out_of_range);
  CHECK(result.problems[4].subject == "1e999");
}

TEST_CASE("half a surrogate pair becomes U+FFFD, a whole one its character") {
  const FeedResult result = read(feed_of(R"({"id":"a","title":"x\ud800y\uDC00z \ud83d\ude00 \ud83d\u0041 \\ud800"})"));
  CHECK(result.feed->articles.at(0).title == "x\uFFFDy\uFFFDz 😀 \uFFFDA \\ud800");
  CHECK(only_problem(result).code == ProblemCode::bad_text);
  CHECK(only_problem(result).item == "a");
}

TEST_CASE("bad UTF-8 becomes U+FFFD and is a problem of its own item alone") {
  const FeedResult result =
      read(feed_of("{\"id\":\"a\",\"title\":\"x\xFFy\"},{\"id\":\"b\",\"title\":\"đã có "
                   "\uFFFD\"},{\"id\":\"c\",\"title\":\"\\ud800\"}"));
  REQUIRE(result.feed);
  CHECK(result.feed->articles.size() == 3);
  CHECK(result.feed->articles[0].title == "x\uFFFDy");
  REQUIRE(result.problems.size() == 2);
  CHECK(result.problems[0].item == "a");
  CHECK(result.problems[1].item == "c");
}

TEST_CASE("a half pair before bad UTF-8 hides neither") {
  const FeedResult result = read(
      feed_of("{\"id\":\"a\",\"title\":\"\\ud800\"},{\"id\":\"b\",\"title\":\"\xFF\"},{\"id\":\"c\",\"n\":1e999}"));
  REQUIRE(result.feed);
  CHECK(result.problems.size() == 3);
}

TEST_CASE("broken text outside the items is named, too") {
  const FeedResult result = read(feed_of("{\"id\":\"a\"}", "\"description\":\"\xFF\","));
  REQUIRE(result.feed);
  CHECK(only_problem(result).code == ProblemCode::bad_text);
}

TEST_CASE("numbers out of range are ignored wherever they stand") {
  for (const std::string& number :
       std::vector<std::string>{"1e999", "-1e999", "123456789e400", std::string(400, '9')}) {
    CAPTURE(number);
    const FeedResult result = read(feed_of("{\"id\":\"a\",\"title\":\"t\",\"x\":[" + number + "]},{\"id\":\"b\"}"));
    REQUIRE(result.feed);
    CHECK(result.feed->articles.size() == 2);
    CHECK(only_problem(result).code == ProblemCode::number_out_of_range);
  }
  CHECK(read(feed_of(R"({"id":"a","x":[18446744073709551616, 1e308, 1e-999, 0.1]})")).problems.empty());
}

TEST_CASE("a wrong type of a known field is ignored and named, unknown fields are passed over") {
  const FeedResult result = read(feed_of(
      R"({"id":"a","title":[1],"summary":{"x":"y"},"content_text":true,"url":5,"date_published":5,
          "x":{"id":"z"},"y":[{"id":"z"}],"tags":"t","authors":"x"})"));
  REQUIRE(result.feed);
  CHECK(result.feed->articles.size() == 1);
  CHECK(result.feed->articles[0].id == "a");
  CHECK(result.feed->articles[0].lead.empty());
  CHECK(result.problems.size() >= 5);
  check_problem(result.problems[0], ProblemCode::wrong_type, "/items/0/title", "title");
}

TEST_CASE("a wrong type inside the item's extension is named with its own pointer") {
  const FeedResult result = read(feed_of(R"({"id":"a","title":"t","_bantin":{"department":5,"document_number":[]}})"));
  REQUIRE(result.feed);
  REQUIRE(result.problems.size() == 2);
  check_problem(result.problems[0], ProblemCode::wrong_type, "/items/0/_bantin/department", "department");
  check_problem(result.problems[1], ProblemCode::wrong_type, "/items/0/_bantin/document_number", "document_number");
}

TEST_CASE("null stands for a field left out") {
  CHECK(read(feed_of(R"({"id":"a","title":null,"summary":null,"_bantin":null,"tags":null})")).problems.empty());
}

TEST_CASE("an article without a title borrows one") {
  const FeedResult result =
      read(feed_of(R"({"id":"a","summary":"Lời dẫn."},{"id":"b","content_text":"Thân."},{"id":"c"})"));
  CHECK(result.feed->articles.at(0).title == "Lời dẫn.");
  CHECK(result.feed->articles.at(1).title == "Thân.");
  CHECK(result.feed->articles.at(2).title == "c");
}

TEST_CASE("a syntax error says its line, its column in characters, and what should stand there") {
  const FeedResult result = read("{\"title\": \"đường\"\n \"x\": 1}");
  CHECK_FALSE(result.feed);
  const Problem& problem = only_problem(result);
  CHECK(problem.code == ProblemCode::not_json);
  CHECK(problem.line == 2);
  CHECK(problem.column == 2);
  CHECK(sentence(problem, Language::vi).find("dấu phẩy") != std::string::npos);
  CHECK(sentence(problem, Language::en).find("comma") != std::string::npos);
}

TEST_CASE("a document that ends too early is said to be cut off") {
  const FeedResult result = read(file("tests/data/not_json.json"));
  const Problem& problem = only_problem(result);
  CHECK(problem.code == ProblemCode::not_json);
  CHECK(problem.line == 9);
  CHECK(sentence(problem, Language::vi).find("cắt ngang") != std::string::npos);
}

TEST_CASE("the sentence about a syntax error is good UTF-8 wherever the document breaks") {
  const std::string json = "{\"title\": đường đường đường đường đường}";
  const std::string text = sentence(only_problem(read(json)), Language::vi);
  CHECK(text.find("\uFFFD") == std::string::npos);
}

TEST_CASE("the day an article belongs to is that of its own offset") {
  const FeedResult result = read(file("tests/data/mixed_offsets.json"));
  REQUIRE(result.feed->articles.size() == 4);
  const char* days[] = {"2022-02-01", "2022-03-31", "2023-01-01", "2024-03-01"};
  for (size_t i = 0; i < 4; ++i) CHECK(iso_day(result.feed->articles[i].published.day) == days[i]);
}

TEST_CASE("nesting 100,000 deep costs no stack, in known places and unknown ones") {
  const std::string open(100000, '['), close(100000, ']');
  const std::string deep = open + close;
  for (const char* field : {"x", "title", "tags", "authors", "_bantin"}) {
    CAPTURE(field);
    const FeedResult result = read(feed_of("{\"id\":\"a\",\"" + std::string(field) + "\":" + deep + "}"));
    REQUIRE(result.feed);
    CHECK(result.feed->articles.size() == 1);
  }
  CHECK_FALSE(read(open).feed);
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"items\":";
  CHECK_FALSE(read(objects).feed);
}

TEST_CASE("a feed cut anywhere is refused, never worse") {
  const std::string whole = file("tests/data/broken_items.json");
  const size_t end = whole.rfind('}');
  for (size_t size = 0; size <= end; ++size) {
    const std::string cut = whole.substr(0, size);
    const FeedResult result = read(cut);
    REQUIRE_FALSE(result.feed);
    REQUIRE(result.problems.size() == 1);
    REQUIRE(refuses(result.problems[0].code));
  }
  CHECK(read(whole.substr(0, end + 1)).feed);
}

TEST_CASE("any byte put in the place of another does no harm") {
  const std::string whole =
      feed_of(R"({"id":"a","title":"x\ud83d\ude00","n":1e9,"date_published":"2022-01-13T08:00:00Z"})");
  for (size_t at = 0; at < whole.size(); ++at) {
    for (const char byte : {'\0', '"', '\\', '{', ']', '9', '-', 'e', '\x80', '\xFF'}) {
      std::string changed = whole;
      changed[at] = byte;
      const FeedResult result = read(changed);
      REQUIRE((result.feed || refuses(result.problems.at(0).code)));
    }
  }
}
