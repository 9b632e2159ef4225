#include <iterator>

#include <doctest/doctest.h>

#include "app/app.h"
#include "app/fake_host.h"
#include "ui/shortcuts.h"
#include "ui/views/article_view.h"
#include "ui/views/filter_view.h"
#include "ui/views/floating_view.h"
#include "ui/views/list_view.h"

using namespace bantin;

namespace {

constexpr uint32_t kFirstKeyRow = key_of("key", 0);

/// Types a letter and shows what came of it. Whether it meant anything.
bool type(Stage& stage, char letter) {
  const bool meant = stage.app.shortcut(letter);
  stage.frame();
  return meant;
}

void fill(Stage& stage, int articles = 30) {
  REQUIRE(stage.app.load_feed(feed_json(articles)));
  stage.frame();
}

}  // namespace

TEST_CASE("letters mean nothing before there is a feed, and unknown ones never do") {
  Stage stage;
  stage.frame();
  CHECK_FALSE(type(stage, '?'));
  fill(stage);
  CHECK_FALSE(type(stage, 'q'));
  CHECK_FALSE(type(stage, ' '));
}

TEST_CASE("a question mark lists the keys, and goes back to where the focus was") {
  Stage stage;
  fill(stage);
  stage.app.focus(row_link_key(2), true);
  REQUIRE(type(stage, '?'));
  CHECK(stage.app.reader().panel() == Panel::keys);
  CHECK(stage.host.focus.key == kFloatingKey);
  CHECK(stage.has(kFirstKeyRow));
  stage.app.focus(kFloatingKey, true);
  CHECK_FALSE(type(stage, 'd'));  // what lies beneath is not played with
  REQUIRE(type(stage, '?'));
  CHECK(stage.app.reader().panel() == Panel::none);
  CHECK(stage.host.focus.key == row_link_key(2));
}

TEST_CASE("with letters switched off they do nothing, and only the browser's keys are listed") {
  Stage with, without;
  Looks looks;
  looks.has_letters = false;
  without.app.set_looks(looks);
  for (Stage* stage : {&with, &without}) {
    fill(*stage);
    stage->press(kKeysKey);
    REQUIRE(stage->app.reader().panel() == Panel::keys);
  }
  CHECK_FALSE(type(without, '?'));
  const auto rows = [](const Stage& stage) {
    uint32_t count = 0;
    while (stage.has(key_of("key", count))) ++count;
    return count;
  };
  CHECK(rows(with) == rows(without) + std::size(kShortcuts));
  CHECK(rows(without) > 0);
}

TEST_CASE("next and previous go through the rows of the list, bringing them into sight") {
  Stage stage;
  fill(stage);
  REQUIRE(type(stage, 'j'));
  CHECK(stage.host.focus.key == row_link_key(0));
  uint32_t at = 0;
  for (int i = 1; i < 20; ++i) {
    stage.app.focus(row_link_key(at), true);
    REQUIRE(type(stage, 'j'));
    REQUIRE(stage.host.focus.key == row_link_key(++at));
    REQUIRE(stage.has(row_link_key(at)));
  }
  stage.app.focus(row_link_key(at), true);
  REQUIRE(type(stage, 'k'));
  CHECK(stage.host.focus.key == row_link_key(at - 1));
  CHECK_FALSE(stage.app.reader().article());
}

TEST_CASE("the first row has none before it, the last none behind") {
  Stage stage;
  fill(stage, 3);
  stage.app.focus(row_link_key(0), true);
  type(stage, 'k');
  CHECK(stage.host.focus.key == row_link_key(0));
  stage.app.focus(row_link_key(2), true);
  type(stage, 'j');
  CHECK(stage.host.focus.key == row_link_key(2));
}

TEST_CASE("in an article next and previous open its neighbours in the filtered list, s saves it, a shows its looks") {
  Stage stage;
  fill(stage);
  FilterRequest only;
  only.departments = {{"so-yt"}};
  stage.app.set_filter(only);
  stage.app.open_article("bai-3");
  stage.frame();
  REQUIRE(type(stage, 'j'));
  CHECK(stage.app.reader().article()->id == "bai-6");
  REQUIRE(type(stage, 'k'));
  REQUIRE(type(stage, 'k'));
  CHECK(stage.app.reader().article()->id == "bai-0");
  CHECK_FALSE(type(stage, 'k'));
  REQUIRE(type(stage, 's'));
  CHECK(stage.app.reader().is_starred(0));
  REQUIRE(type(stage, 'a'));
  CHECK(stage.app.reader().panel() == Panel::looks);
}

TEST_CASE("the search field, the panels of filters and clearing them have letters") {
  Stage stage;
  fill(stage);
  REQUIRE(type(stage, '/'));
  CHECK(stage.host.focus.key == kSearchKey);
  REQUIRE(type(stage, 'd'));
  CHECK(stage.app.reader().panel() == Panel::departments);
  CHECK(stage.host.focus.key == kDepartmentsKey);
  REQUIRE(type(stage, 't'));
  CHECK(stage.app.reader().panel() == Panel::dates);
  CHECK_FALSE(type(stage, 'x'));
  FilterRequest words;
  words.query = "đường";
  stage.app.set_filter(words);
  stage.frame();
  REQUIRE(type(stage, 'x'));
  CHECK(stage.app.reader().filter().query.empty());
}

TEST_CASE("on a phone letters for the list mean nothing while an article covers it") {
  Stage stage(390, 800);
  fill(stage);
  REQUIRE(type(stage, 'd'));
  CHECK(stage.app.reader().panel() == Panel::filters);
  stage.app.escape();
  stage.app.open_article("bai-1");
  stage.frame();
  CHECK_FALSE(type(stage, '/'));
  CHECK_FALSE(type(stage, 'd'));
  CHECK(type(stage, 'j'));
}
