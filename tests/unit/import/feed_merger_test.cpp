#include "import/feed_merger.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

const Department kHealth{"so-yt", "Sở Y tế", ""}, kBuilding{"so-xd", "Sở Xây dựng", ""}, kNone{"khac", "Khác", ""};

Imported article(std::string id, std::string title, std::string url = {}) {
  Imported imported;
  imported.article.id = std::move(id);
  imported.article.title = std::move(title);
  imported.article.url = std::move(url);
  imported.article.published.day = day_of(2022, 1, 13);
  imported.article.body = {{BlockKind::paragraph, "Thân của " + imported.article.title}};
  return imported;
}

// An article whose id was made of its title and day.
Imported made(const std::string& title) { return article("ten", title); }

Feed feed_of(FeedMerger& merger) { return std::move(merger).feed(); }

}  // namespace

TEST_CASE("articles stay in the order they come in, departments are kept once") {
  FeedMerger merger;
  CHECK_FALSE(merger.add(article("b", "Hai"), kHealth, true, "x"));
  CHECK_FALSE(merger.add(article("a", "Một"), kBuilding, true, "y"));
  CHECK_FALSE(merger.add(article("c", "Ba"), kHealth, true, "y"));
  const Feed feed = feed_of(merger);
  REQUIRE(feed.articles.size() == 3);
  CHECK(feed.articles[0].id == "b");
  CHECK(feed.departments.size() == 2);
  CHECK(feed.articles[2].department == 0);
}

TEST_CASE("an article is kept once, and what it shares with which input is told") {
  FeedMerger merger;
  merger.add(article("a", "Một", "https://so.example.vn/1"), kHealth, true, "x");
  const auto id = merger.add(article("a", "Khác"), kHealth, true, "y");
  const auto url = merger.add(article("b", "Khác", "http://so.example.vn/1/#x"), kHealth, true, "y");
  const auto title = merger.add(article("c", "MỘT"), kHealth, true, "y");
  REQUIRE(id);
  REQUIRE(url);
  REQUIRE(title);
  CHECK(id->shared == Shared::id);
  CHECK(id->title == "Khác");
  CHECK(id->input == "x");
  CHECK(url->shared == Shared::url);
  CHECK(title->shared == Shared::title_and_day);
  CHECK(feed_of(merger).articles.size() == 1);
}

TEST_CASE("a title that two departments use on one day is two articles") {
  FeedMerger merger;
  merger.add(made("Thông báo"), kHealth, false, "x");
  CHECK_FALSE(merger.add(made("Thông báo"), kBuilding, false, "y"));
  CHECK(merger.add(made("Thông báo"), kNone, false, "z"));
  const Feed feed = feed_of(merger);
  REQUIRE(feed.articles.size() == 2);
  CHECK(feed.articles[1].id == "ten-2");
}

TEST_CASE("undated articles of one title are one only where their texts are the same") {
  FeedMerger merger;
  Imported one = made("Thông báo"), other = made("Thông báo");
  one.article.published = other.article.published = {};
  other.article.body = {{BlockKind::paragraph, "Thân khác"}};
  merger.add(one, kHealth, false, "x");
  CHECK_FALSE(merger.add(other, kHealth, false, "x"));
  CHECK(merger.add(one, kHealth, false, "x"));
}

TEST_CASE("of two that are one, the one with a text is kept in the place and under the id of the first") {
  FeedMerger merger;
  Imported headline = article("a", "Một");
  headline.article.body.clear();
  merger.add(headline, kHealth, true, "x");
  merger.add(article("b", "Hai"), kHealth, true, "x");
  const auto duplicate = merger.add(article("c", "Một"), kHealth, true, "y");
  REQUIRE(duplicate);
  CHECK(duplicate->is_replaced);
  const Feed feed = feed_of(merger);
  REQUIRE(feed.articles.size() == 2);
  CHECK(feed.articles[0].id == "a");
  CHECK(feed.articles[0].body.size() == 1);
}

TEST_CASE("related articles are found by address, then by title; others go, ids that were given stay") {
  FeedMerger merger;
  Imported first = article("a", "Một", "https://so.example.vn/tin/1");
  first.related = {{"/tin/2#x", "Tên cũ"}, {"", "BA"}, {"/tin/9", "Không có"}, {"/tin/1", ""}, {"", "Hai"}};
  first.article.related = {"z"};
  merger.add(first, kHealth, true, "x");
  merger.add(article("b", "Hai", "http://so.example.vn/tin/2"), kHealth, true, "x");
  merger.add(article("c", "Ba"), kHealth, true, "x");
  CHECK(feed_of(merger).articles[0].related == std::vector<std::string>{"z", "b", "c"});
}

TEST_CASE("the id of an article that was there already leads to the one kept") {
  FeedMerger merger;
  merger.add(article("a", "Một"), kHealth, true, "x");
  merger.add(article("b", "Một"), kHealth, true, "y");
  Imported other = article("c", "Ba");
  other.article.related = {"b", "a"};
  merger.add(other, kHealth, true, "y");
  CHECK(feed_of(merger).articles[1].related == std::vector<std::string>{"a"});
}
