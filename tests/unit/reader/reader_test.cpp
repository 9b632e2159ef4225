#include "reader/reader.h"

#include <doctest/doctest.h>

#include "feed/day.h"

using namespace bantin;

namespace {

Article article(std::string id, std::string title, uint16_t department, std::string_view day) {
  Article made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.department = department;
  made.published = {parse_iso_day(day), 0};
  return made;
}

Feed feed() {
  Feed made;
  made.departments = {{"so-yt", "Sở Y tế", ""}, {"so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT"}};
  made.articles = {article("a", "Tiêm chủng", 0, "2022-03-01"), article("b", "Mạng 4G", 1, "2022-01-13"),
                   article("c", "Đường dây nóng", 0, "2021-12-31")};
  return made;
}

Reader reader_of_feed() {
  Reader reader;
  reader.set_feed(feed());
  reader.take_changes();
  return reader;
}

}  // namespace

TEST_CASE("choosing a department twice chooses it and lets it go") {
  Reader reader = reader_of_feed();
  reader.apply({ActionKind::toggle_department, 0});
  CHECK(reader.is_chosen(0));
  CHECK(reader.results().rows.size() == 2);
  reader.apply({ActionKind::toggle_department, 0});
  CHECK_FALSE(reader.is_chosen(0));
  CHECK(reader.results().rows.size() == 3);
}

TEST_CASE("a date counts once it is whole, and is called wrong only when its field is left") {
  Reader reader = reader_of_feed();
  reader.apply({ActionKind::set_from}, "13/1/20");
  CHECK(reader.results().rows.size() == 3);
  CHECK_FALSE(reader.dates().from_field().invalid);
  reader.apply({ActionKind::set_from}, "13/1/2022");
  CHECK(reader.results().rows.size() == 2);
  reader.apply({ActionKind::set_from}, "hôm qua", true);
  CHECK(reader.dates().from_field().invalid);
  CHECK(reader.dates().from_field().text == "hôm qua");
  CHECK(reader.results().rows.size() == 3);
}

TEST_CASE("a filter from the page is shown in the date fields") {
  Reader reader = reader_of_feed();
  reader.set_filter({{}, parse_iso_day("2022-01-01"), {}, {}});
  CHECK(reader.dates().from_field().text == "01/01/2022");
  CHECK(reader.results().rows.size() == 2);
}

TEST_CASE("a filter that leaves something out leaves it as it was") {
  Reader reader = reader_of_feed();
  reader.set_filter({std::vector<std::string>{"so-yt"}, {}, {}, {}});
  reader.set_filter({{}, {}, {}, "duong"});
  CHECK(reader.chosen_departments() == std::vector<std::string>{"so-yt"});
  CHECK(reader.results().rows.size() == 1);
}

TEST_CASE("a department the feed does not have matches nothing and is remembered") {
  Reader reader = reader_of_feed();
  reader.set_filter({std::vector<std::string>{"so-khac"}, {}, {}, {}});
  CHECK(reader.results().rows.empty());
  CHECK(reader.chosen_departments() == std::vector<std::string>{"so-khac"});
}

TEST_CASE("an article opens by id and closes, and one that is not there changes nothing") {
  Reader reader = reader_of_feed();
  CHECK(reader.open_article("b"));
  REQUIRE(reader.article());
  CHECK(reader.article()->id == "b");
  CHECK_FALSE(reader.open_article("z"));
  CHECK(reader.article()->id == "b");
  CHECK(reader.open_article(""));
  CHECK_FALSE(reader.article());
}

TEST_CASE("a new feed keeps the filter, and the open article where it still exists") {
  Reader reader = reader_of_feed();
  reader.set_filter({{}, {}, {}, "tiem"});
  reader.open_article("a");
  Feed next = feed();
  std::swap(next.articles[0], next.articles[2]);
  reader.set_feed(next);
  REQUIRE(reader.article());
  CHECK(reader.article()->id == "a");
  CHECK(reader.results().rows.size() == 1);
  next.articles.pop_back();
  reader.set_feed(next);
  CHECK_FALSE(reader.article());
}

TEST_CASE("changes are told once") {
  Reader reader = reader_of_feed();
  reader.apply({ActionKind::open_article, 1});
  CHECK(reader.take_changes().article);
  CHECK_FALSE(reader.take_changes().article);
}

TEST_CASE("clearing takes half a date away too") {
  Reader reader = reader_of_feed();
  reader.apply({ActionKind::set_to}, "1/");
  CHECK(reader.is_filtered());
  reader.apply({ActionKind::clear_filter});
  CHECK_FALSE(reader.is_filtered());
  CHECK(reader.dates().to_field().text.empty());
}
