#include "reader/pieces.h"

#include <doctest/doctest.h>

#include <string>

#include "reader/reader.h"

using namespace bantin;

namespace {

Article headline(const std::string& id) {
  Article article;
  article.id = id;
  article.title = "Tin " + id;
  return article;
}

Article whole(const std::string& id) {
  Article article = headline(id);
  article.body.push_back({BlockKind::paragraph, "Nội dung"});
  return article;
}

Feed head() {
  Feed feed;
  feed.title = "Bản tin";
  feed.departments = {{"so-yt", "Sở Y tế", ""}, {"so-tc", "Sở Tài chính", ""}};
  return feed;
}

// Numbers 0 to 3, of which 2 is withdrawn; the newest is number 3.
Reader bundle_of_three() {
  Reader reader;
  CHECK(reader.set_bundle(head(), {{3, 0, 1}, {20000, 19000, kUndated}, {1, 0, 0}}, 4));
  return reader;
}

}  // namespace

TEST_CASE("a bundle's rows are known before any article is there") {
  const Reader reader = bundle_of_three();
  CHECK(reader.results().rows.size() == 3);
  CHECK(reader.results().by_department == std::vector<uint32_t>{2, 1});
  CHECK(reader.catalog().article(0) == 3);
  CHECK_FALSE(reader.catalog().row_of_article(2));
  CHECK(reader.feed().articles[3].extent == Extent::none);
}

TEST_CASE("columns that name what is not there are refused and nothing changes") {
  Reader reader = bundle_of_three();
  CHECK_FALSE(reader.set_bundle(head(), {{4}, {0}, {0}}, 4));
  CHECK_FALSE(reader.set_bundle(head(), {{0}, {0}, {2}}, 4));
  CHECK(reader.results().rows.size() == 3);
}

TEST_CASE("headlines go to the numbers that are there, with the department of the columns") {
  Reader reader = bundle_of_three();
  CHECK(reader.take_headlines({0, 32}, {headline("a"), headline("b"), headline("d")}));
  CHECK(reader.feed().articles[3].id == "d");
  CHECK(reader.feed().articles[3].department == 1);
  CHECK(reader.feed().articles[3].extent == Extent::headline);
  CHECK(reader.feed().articles[2].extent == Extent::none);
  CHECK(reader.take_changes().pieces);
}

TEST_CASE("a block with more or fewer articles than the catalog has is refused") {
  Reader reader = bundle_of_three();
  CHECK_FALSE(reader.take_headlines({0, 32}, {headline("a"), headline("b")}));
  CHECK(reader.feed().articles[0].extent == Extent::none);
}

TEST_CASE("an article is whole while it is open and a headline again when it is closed") {
  Reader reader = bundle_of_three();
  CHECK(reader.take_article(0, whole("a")));
  CHECK_FALSE(reader.take_article(2, whole("c")));
  CHECK(reader.open_article("a"));
  CHECK(reader.article()->body.size() == 1);
  CHECK(reader.open_article(""));
  CHECK(reader.feed().articles[0].extent == Extent::headline);
  CHECK(reader.feed().articles[0].body.empty());
  CHECK(reader.feed().articles[0].title == "Tin a");
}

TEST_CASE("what could not be loaded says so until it is to be tried again") {
  Reader reader = bundle_of_three();
  reader.pieces_failed({0, 2});
  CHECK(reader.feed().articles[0].has_failed);
  CHECK_FALSE(reader.feed().articles[3].has_failed);
  reader.apply({ActionKind::try_again});
  CHECK_FALSE(reader.feed().articles[0].has_failed);
}

TEST_CASE("what a query matches is asked for and shows once it is found") {
  Reader reader = bundle_of_three();
  CHECK(reader.missing_words().empty());
  reader.set_filter({{}, {}, {}, "Đường cao"});
  CHECK(reader.missing_words() == std::vector<std::string>{"duong", "cao"});
  reader.take_found({1, 0, 1, 0});
  CHECK(reader.missing_words().empty());
  REQUIRE(reader.results().rows.size() == 1);
  CHECK(reader.catalog().article(reader.results().rows[0]) == 0);
  reader.set_filter({{}, {}, {}, ""});
  CHECK(reader.results().rows.size() == 3);
}

TEST_CASE("what a bundle's article names is related once its headline is there") {
  Reader reader = bundle_of_three();
  Article naming = whole("a");
  naming.related = {"d"};
  reader.take_article(0, naming);
  reader.open_article("a");
  CHECK(reader.related().empty());
  reader.take_headlines({0, 32}, {headline("a"), headline("b"), headline("d")});
  reader.look_again();
  CHECK(reader.related() == std::vector<uint32_t>{3});
}

TEST_CASE("headlines looked at long ago are let go") {
  constexpr uint32_t kBlocks = 300, kSize = 32;
  Columns columns;
  for (uint32_t number = 0; number < kBlocks * kSize; ++number) {
    columns.articles.push_back(number);
    columns.days.push_back(20000);
    columns.departments.push_back(0);
  }
  Reader reader;
  REQUIRE(reader.set_bundle(head(), columns, kBlocks * kSize));
  for (uint32_t block = 0; block < kBlocks; ++block) {
    std::vector<Article> found(kSize, headline("x"));
    REQUIRE(reader.take_headlines({block * kSize, kSize}, found));
  }
  CHECK(reader.feed().articles.front().extent == Extent::none);
  CHECK(reader.feed().articles.back().extent == Extent::headline);
}
