#include "reader/reader.h"

#include <doctest/doctest.h>

#include "reader/small_feed.h"

using namespace bantin;

namespace {

Action panel(Panel which) { return {ActionKind::toggle_panel, static_cast<uint32_t>(which)}; }

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
  Feed next = small_feed();
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

TEST_CASE("one panel is open at a time, its button closes it") {
  Reader reader = reader_of_feed();
  reader.apply(panel(Panel::departments));
  reader.apply(panel(Panel::dates));
  CHECK(reader.panel() == Panel::dates);
  reader.apply(panel(Panel::dates));
  CHECK(reader.panel() == Panel::none);
}

TEST_CASE("Escape closes the panel, then the article, then nothing") {
  Reader reader = reader_of_feed();
  reader.open_article("a");
  reader.apply(panel(Panel::looks));
  CHECK(reader.escape());
  CHECK(reader.panel() == Panel::none);
  CHECK(reader.article());
  CHECK(reader.escape());
  CHECK_FALSE(reader.article());
  CHECK_FALSE(reader.escape());
}

TEST_CASE("what floats over an article goes with it, filters stay open") {
  Reader reader = reader_of_feed();
  reader.open_article("a");
  reader.apply(panel(Panel::share));
  reader.open_article("b");
  CHECK(reader.panel() == Panel::none);
  reader.apply(panel(Panel::departments));
  reader.open_article("a");
  CHECK(reader.panel() == Panel::departments);
}

TEST_CASE("stars are told, kept by id, and can be all that is shown") {
  Reader reader = reader_of_feed();
  reader.apply({ActionKind::toggle_star, 1});
  CHECK(reader.is_starred(1));
  CHECK(reader.take_changes().stars);
  reader.apply({ActionKind::toggle_starred_only});
  CHECK(reader.results().rows.size() == 1);
  CHECK(reader.is_filtered());
  Feed other = small_feed();
  std::swap(other.articles[0], other.articles[1]);
  reader.set_feed(other);
  CHECK(reader.is_starred(0));
  CHECK(reader.results().rows.size() == 1);
  reader.apply({ActionKind::toggle_star, 0});
  CHECK(reader.results().rows.empty());
  reader.apply({ActionKind::clear_filter});
  CHECK_FALSE(reader.shows_starred_only());
  CHECK(reader.results().rows.size() == 3);
}

TEST_CASE("marks of an earlier visit are taken over, those of unknown articles kept") {
  Reader reader = reader_of_feed();
  reader.set_filter({{}, {}, {}, {}, true});
  reader.set_marks({"b", "không-có"}, {"c"});
  CHECK(reader.results().rows.size() == 1);
  CHECK(reader.is_read(2));
  CHECK_FALSE(reader.is_read(1));
  CHECK(reader.starred().contains("không-có"));
  CHECK_FALSE(reader.take_changes().stars);
}

TEST_CASE("an article that was opened is read, also after it was closed") {
  Reader reader = reader_of_feed();
  reader.open_article("b");
  reader.open_article("");
  CHECK(reader.is_read(1));
  CHECK_FALSE(reader.is_read(0));
}

TEST_CASE("the articles before and after are those of the filtered list") {
  Reader reader = reader_of_feed();
  CHECK_FALSE(reader.neighbour(1));
  reader.open_article("a");
  CHECK(reader.neighbour(1) == 1);
  CHECK_FALSE(reader.neighbour(-1));
  reader.apply({ActionKind::toggle_department, 0});
  CHECK(reader.neighbour(1) == 2);
  reader.apply({ActionKind::toggle_department, 0});
  reader.apply({ActionKind::toggle_department, 1});
  CHECK_FALSE(reader.neighbour(1));  // the open one is not in the list itself
}

TEST_CASE("preferences change by steps, are told once, and are reset together") {
  Reader reader = reader_of_feed();
  CHECK(reader.apply({ActionKind::set_size, 7}));
  CHECK(reader.take_changes().preferences);
  CHECK_FALSE(reader.apply({ActionKind::set_size, 7}));
  CHECK_FALSE(reader.take_changes().preferences);
  reader.apply({ActionKind::set_theme, 3});
  reader.apply({ActionKind::set_width, 4});
  reader.apply({ActionKind::set_line, 0});
  reader.apply({ActionKind::set_font, 2});
  CHECK(reader.preferences() == Preferences{3, 7, 4, 0, 2});
  CHECK(reader.apply({ActionKind::reset_preferences}));
  CHECK(reader.preferences() == Preferences{});
}

TEST_CASE("leaving the search field with the same words changes nothing") {
  Reader reader = reader_of_feed();
  reader.apply({ActionKind::set_query}, "duong");
  reader.take_changes();
  reader.apply({ActionKind::set_query}, "duong", true);
  CHECK_FALSE(reader.take_changes().filter);
}
