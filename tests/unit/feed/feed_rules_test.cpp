#ifndef __EMSCRIPTEN__  // nothing in a browser checks feeds

#include "feed/feed_rules.h"

#include <doctest/doctest.h>

#include "feed/json_feed.h"

using namespace bantin;

namespace {

// Enough of a normaliser for "é".
std::string small_nfc(std::string_view text) {
  std::string composed(text);
  for (size_t at = composed.find("e\u0301"); at != std::string::npos; at = composed.find("e\u0301"))
    composed.replace(at, 3, "é");
  return composed;
}

// The HTML of these tests is block code.
std::string as_it_is(std::string_view html) { return std::string(html); }

std::vector<Finding> find(const std::string& json, Day today = kUndated) {
  const FeedResult result = read_feed(json, {small_nfc, as_it_is});
  REQUIRE(result.feed);
  return findings_of(json, *result.feed, {small_nfc, today});
}

std::string feed_of(const std::string& items, const std::string& departments = "") {
  return R"({"version":"https://jsonfeed.org/version/1.1","title":"T",
"_bantin":{"departments":[)" +
         departments + "]},\n\"items\":[" + items + "]}";
}

// An item that nothing is wrong with, and more fields.
std::string item(const std::string& id, const std::string& fields = "") {
  return R"({"id":")" + id + R"(","title":"T","content_text":"Thân bài.")" + fields + "}";
}

void check_only(const std::vector<Finding>& found, Rule rule, const std::string& pointer, const std::string& subject,
                const std::string& article) {
  REQUIRE(found.size() == 1);
  CHECK(rule_entry(found[0].rule).name == rule_entry(rule).name);
  CHECK(found[0].pointer == pointer);
  CHECK(found[0].subject == subject);
  CHECK(found[0].item == article);
}

}  // namespace

TEST_CASE("in a good feed nothing is found") {
  CHECK(find(feed_of("")).empty());
  CHECK(find(feed_of("", R"({"id":"so-yt","name":"Sở Y tế"})")).empty());
  const std::string good = item("a", R"(,"url":"https://x.example/a:b","_bantin":{"department":"so-yt","related":["b"]},
      "attachments":[{"url":"tep/a.pdf"},{"url":"/tep?gio=8:00"}])");
  CHECK(find(feed_of(good + "," + item("b", R"(,"url":"HTTP://x.example")"), R"({"id":"so-yt","name":"Sở Y tế"})"))
            .empty());
}

TEST_CASE("an item without a title or without content is found, with its place") {
  const auto untitled = find(feed_of(item("a") + ",\n  {\"title\":\" \",\"content_text\":\"B.\",\"id\":\"b\"}"));
  check_only(untitled, Rule::item_without_title, "/items/1", "", "b");
  CHECK(untitled[0].line == 4);
  CHECK(untitled[0].column == 3);
  check_only(find(feed_of(R"({"id":"a","title":"T","content_text":" \n\n "})")), Rule::item_without_content, "/items/0",
             "", "a");
  check_only(find(feed_of(R"({"id":"a","title":"T","content_html":""})")), Rule::item_without_content, "/items/0", "",
             "a");
}

TEST_CASE("related articles that are not there, or the article itself, are found") {
  const auto found = find(feed_of(item("a", R"(,"_bantin":{"related":["b","a","x"]})") + "," + item("b")));
  REQUIRE(found.size() == 2);
  check_only({found[0]}, Rule::related_to_itself, "/items/0/_bantin/related/1", "a", "a");
  check_only({found[1]}, Rule::unknown_related, "/items/0/_bantin/related/2", "x", "a");
}

TEST_CASE("the second article with an address is found") {
  const std::string url = R"(,"url":"https://x.example/a")";
  check_only(find(feed_of(item("a", url) + "," + item("b", url) + "," + item("c", R"(,"url":"")"))),
             Rule::duplicate_url, "/items/1/url", "https://x.example/a", "b");
}

TEST_CASE("a date beyond tomorrow is found, in its own offset") {
  const std::string date = "2022-01-15T00:00:00+07:00";
  const std::string feed = feed_of(item("a", R"(,"date_published":")" + date + "\""));
  CHECK(find(feed).empty());
  CHECK(find(feed, parse_iso_day("2022-01-14")).empty());
  check_only(find(feed, parse_iso_day("2022-01-13")), Rule::future_date, "/items/0/date_published", date, "a");
}

TEST_CASE("departments that nothing belongs to, that are there twice, whose id is no slug") {
  const std::string articles = item("a", R"(,"_bantin":{"department":"so-yt"})");
  const std::string health = R"({"id":"so-yt","name":"Sở Y tế"},)";
  check_only(find(feed_of(articles, health + R"({"id":"so-xd","name":"Sở Xây dựng"})")), Rule::unused_department,
             "/_bantin/departments/1", "Sở Xây dựng", "");
  check_only(find(feed_of(articles, health + R"({"id":"y-te","name":"Sở  Y tế"})")), Rule::duplicate_department,
             "/_bantin/departments/1", "Sở Y tế", "");
  check_only(find(feed_of(articles, health + R"({"id":"so-yt","name":"Y tế"})")), Rule::duplicate_department,
             "/_bantin/departments/1", "so-yt", "");
  check_only(find(feed_of(articles, R"({"id":"Sở YT","name":"Sở Y tế"})")), Rule::department_id,
             "/_bantin/departments/0/id", "Sở YT", "");
}

TEST_CASE("a picture without a description is found, its address cut short") {
  const std::string picture = "f\\u001F" + std::string(200, 'x') + "\\u001F1\\u001F1\\u001F \\u001FLời\\u001E";
  const auto found = find(feed_of(R"({"id":"a","title":"T","content_html":")" + picture + "\"}"));
  check_only(found, Rule::picture_without_alt, "/items/0/content_html", std::string(80, 'x') + "…", "a");
}

TEST_CASE("addresses that lead elsewhere are errors") {
  for (const char* address :
       {"javascript:alert(1)", "ftp://x.example/a", "https:/x", "http://", "D:\\\\tin\\\\a.html"}) {
    CAPTURE(address);
    const auto found = find(feed_of(item("a", R"(,"url":")" + std::string(address) + "\"")));
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == Rule::bad_address);
    CHECK(found[0].pointer == "/items/0/url");
    CHECK(rule_entry(found[0].rule).severity == Severity::error);
  }
  check_only(find(feed_of(item("a", R"(,"attachments":[{"url":"a"},{"url":"file:///a"}])"))), Rule::bad_address,
             "/items/0/attachments/1/url", "file:///a", "a");
}

TEST_CASE("text whose accents stand apart is found once an article") {
  const std::string apart = R"({"title":"e\u0301","summary":"e\u0301","content_text":"B.","id":")";
  const auto found = find(feed_of(apart + "a\"}," + apart + "b\"}"));
  REQUIRE(found.size() == 2);
  check_only({found[0]}, Rule::decomposed_text, "/items/0/title", "", "a");
  check_only({found[1]}, Rule::decomposed_text, "/items/1/title", "", "b");
  CHECK(find(feed_of(item("a", R"(,"_khac":"\u0301")"))).empty());
}

TEST_CASE("items that are dropped cost the others nothing") {
  const auto found =
      find(feed_of(R"(null,3,{"title":"T"},)" + item("a") + "," + item("a") + R"(,{"id":7,"title":"T"})"));
  check_only(found, Rule::item_without_content, "/items/5", "", "7");
}

#endif
