#ifndef __EMSCRIPTEN__  // nothing in a browser writes feeds

#include "feed/json_feed_writer.h"

#include <doctest/doctest.h>

#include "feed/json_feed.h"

using namespace bantin;

namespace {

Feed sample() {
  Feed feed;
  feed.title = "Bản \"tin\"";
  feed.language = "vi";
  feed.home_page_url = "https://x.example/";
  feed.departments = {{"so-yt", "Sở Y tế", ""}, {"so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT"}};
  Article article;
  article.id = "a";
  article.title = "Tiêu đề";
  article.lead = "Lời dẫn";
  article.url = "https://x.example/a";
  article.body = {{BlockKind::paragraph, "Một."}, {BlockKind::paragraph, "Hai."}};
  article.published = {parse_iso_day("2022-01-13"), 8 * 3600 + 61};
  article.department = 1;
  article.document_number = "12/BC";
  article.related = {"b"};
  article.inferred = {"date"};
  feed.articles = {article, Article{}};
  feed.articles[1].id = feed.articles[1].title = "b";
  return feed;
}

FeedResult read(const std::string& json) {
  return read_feed(json, {[](std::string_view text) { return std::string(text); }});
}

}  // namespace

TEST_CASE("the hashes of a bundle's pictures stand in the item, and no reader minds them") {
  const Feed feed = sample();
  const std::string item = write_item(feed.articles[0], feed.departments[1], {{"p/a.webp", "00ff"}});
  CHECK(item.find(R"("pictures":{"p/a.webp":"00ff"}})") != std::string::npos);
  const FeedResult result =
      read(R"({"version":"https://jsonfeed.org/version/1.1","title":"T","items":[)" + item + "]}");
  REQUIRE(result.feed);
  CHECK(result.feed->articles[0].related == feed.articles[0].related);
  CHECK(write_item(feed.articles[0], feed.departments[1]).find("pictures") == std::string::npos);
}

TEST_CASE("what is written is read back the same, without a problem") {
  const Feed feed = sample();
  const FeedResult result = read(write_feed(feed));
  REQUIRE(result.feed);
  CHECK(result.problems.empty());
  CHECK(result.feed->title == feed.title);
  CHECK(result.feed->language == feed.language);
  CHECK(result.feed->home_page_url == feed.home_page_url);
  CHECK(result.feed->departments == feed.departments);
  REQUIRE(result.feed->articles.size() == 2);
  const Article &a = feed.articles[0], &b = result.feed->articles[0];
  CHECK(b.id == a.id);
  CHECK(b.title == a.title);
  CHECK(b.lead == a.lead);
  CHECK(b.url == a.url);
  CHECK(b.body == a.body);
  CHECK(b.published == a.published);
  CHECK(b.department == a.department);
  CHECK(b.document_number == a.document_number);
  CHECK(b.related == a.related);
  CHECK(b.inferred == a.inferred);
  CHECK(result.feed->articles[1].published.day == kUndated);
}

TEST_CASE("writing what was read gives the same bytes") {
  const std::string written = write_feed(sample());
  CHECK(write_feed(*read(written).feed) == written);
  CHECK(written.back() == '\n');
}

TEST_CASE("an undated article has no date, and every item has its body") {
  const std::string written = write_feed(sample());
  CHECK(written.find("date_published") == written.rfind("date_published"));
  CHECK(written.find("content_text") != written.rfind("content_text"));
}

#endif
