#include "app/app.h"

#include <doctest/doctest.h>

#include "app/fake_host.h"
#include "ui/views/article_view.h"
#include "ui/views/date_view.h"
#include "ui/views/department_view.h"
#include "ui/views/filter_view.h"
#include "ui/views/list_view.h"

using namespace bantin;

namespace {

int count_of(const Description& layer, NodeKind kind) {
  int count = 0;
  for (const Node& node : layer.nodes()) count += node.kind == static_cast<uint32_t>(kind);
  return count;
}

}  // namespace

TEST_CASE("before a feed there is a sentence, and no list") {
  Stage stage;
  stage.app.set_notice("Đang tải", true);
  stage.frame();
  REQUIRE(count_of(stage.host.layer, NodeKind::status) == 1);
  CHECK(count_of(stage.host.layer, NodeKind::item) == 0);
}

TEST_CASE("a feed is shown as a list of rows with place and size, and the page is told") {
  Stage stage;
  REQUIRE(stage.app.load_feed(feed_json(50)));
  stage.frame();
  CHECK(count_of(stage.host.layer, NodeKind::item) >= 5);
  CHECK(count_of(stage.host.layer, NodeKind::item) < 20);
  const Node* row = stage.host.layer.find(key_of("row", 0));
  REQUIRE(row);
  CHECK(row->position == 1);
  CHECK(row->set_size == 50);
  REQUIRE(stage.host.told.size() == 1);
  CHECK(stage.host.told[0].feed);
}

TEST_CASE("a refused feed leaves what was shown") {
  Stage stage;
  REQUIRE(stage.app.load_feed(feed_json(3)));
  CHECK_FALSE(stage.app.load_feed("{\"version\":"));
  CHECK(stage.app.problems().size() == 1);
  CHECK(stage.app.reader().catalog().size() == 3);
}

TEST_CASE("a frame in which nothing differs touches no layer") {
  Stage stage;
  stage.app.load_feed(feed_json(50));
  stage.frame();
  const int shown = stage.host.layers_shown;
  stage.frame();
  stage.frame();
  CHECK(stage.host.layers_shown == shown);
}

TEST_CASE("scrolling within a row changes no description, scrolling rows does") {
  Stage stage;
  stage.app.load_feed(feed_json(200));
  stage.frame();
  stage.app.scrolled(kListKey, ListView::kMonthHeight + 20 * ListView::kRowHeight + 1);
  stage.frame();
  const int shown = stage.host.layers_shown;
  stage.app.scrolled(kListKey, ListView::kMonthHeight + 20 * ListView::kRowHeight + 60);
  stage.frame();
  CHECK(stage.host.layers_shown == shown);
  stage.app.scrolled(kListKey, 40 * ListView::kRowHeight);
  stage.frame();
  CHECK(stage.host.layers_shown == shown + 1);
}

TEST_CASE("the layer's click on a row opens its article, and on the way back closes it") {
  Stage stage;
  stage.app.load_feed(feed_json(10));
  stage.frame();
  stage.app.activate(row_link_key(4));
  stage.frame();
  REQUIRE(stage.app.reader().article());
  CHECK(stage.app.reader().article()->id == "bai-4");
  CHECK(stage.host.focus.key == kArticleTitleKey);
  stage.app.activate(kCloseKey);
  stage.frame();
  CHECK_FALSE(stage.app.reader().article());
  CHECK(stage.host.focus.key == row_link_key(4));
}

TEST_CASE("a pointer that presses and lets go activates nothing by itself") {
  Stage stage;
  stage.app.load_feed(feed_json(10));
  stage.frame();
  stage.app.pointer(PointerEvent::press, 100, 300);
  stage.frame();
  stage.app.pointer(PointerEvent::release, 100, 300);
  stage.frame();
  CHECK_FALSE(stage.app.reader().article());
}

TEST_CASE("the open article stands in the layer in order, once, its title as a heading of the asked level") {
  Stage stage;
  stage.app.set_looks({Language::vi, ThemeName::light, 0, 3});
  stage.app.load_feed(feed_json(3, 5));
  stage.app.open_article("bai-1");
  stage.frame();
  const Description& article = stage.article();
  REQUIRE(article.nodes().size() > 8);
  CHECK(article.nodes()[0].kind == static_cast<uint32_t>(NodeKind::heading));
  CHECK(article.nodes()[0].position == 3);
  CHECK(article.text_of(article.nodes()[0]) == stage.app.reader().article()->title);
  CHECK(article.text_of(article.nodes()[2]) == stage.app.reader().article()->lead);
  for (size_t i = 0; i < 5; ++i) {
    CHECK(article.text_of(article.nodes()[3 + i]) == stage.app.reader().article()->body[i].text);
  }
}

TEST_CASE("the lines of every paragraph put together are its text") {
  Stage stage(420, 700);
  stage.app.load_feed(feed_json(3, 5));
  stage.app.open_article("bai-1");
  stage.frame();
  const Description& article = stage.article();
  for (const Node& node : article.nodes()) {
    std::string joined;
    for (uint32_t i = 0; i < node.line_count; ++i) {
      const NodeLine& line = article.lines()[node.first_line + i];
      joined += article.pool().substr(line.begin, line.end - line.begin);
      if (line.flags & 1) joined += ' ';
    }
    CHECK(joined == article.text_of(node));
  }
}

TEST_CASE("scrolling an article hands no layer over") {
  Stage stage;
  stage.app.load_feed(feed_json(3, 80));
  stage.app.open_article("bai-1");
  stage.frame();
  const int shown = stage.host.layers_shown;
  stage.app.scrolled(kArticleScrollerKey, 900);
  stage.frame();
  CHECK(stage.host.layers_shown == shown);
}

TEST_CASE("typing in the search field filters at once") {
  Stage stage;
  stage.app.load_feed(feed_json(30));
  stage.frame();
  stage.app.input(kSearchKey, "tieu de so 7", false);
  stage.frame();
  CHECK(stage.app.reader().results().rows.size() == 1);
  CHECK(stage.host.told.back().filter);
  CHECK(stage.host.layer.text_of(*stage.host.layer.find(kSearchKey)) == "tieu de so 7");
}

TEST_CASE("departments are chosen in a panel that its button opens") {
  Stage stage;
  stage.app.load_feed(feed_json(30));
  stage.frame();
  CHECK_FALSE(stage.host.layer.find(department_key(1)));
  stage.app.activate(kDepartmentsKey);
  stage.frame();
  for (uint32_t i = 0; i < 3; ++i) CHECK(stage.host.layer.find(department_key(i)));
  stage.app.activate(department_key(1));
  stage.frame();
  CHECK(stage.app.reader().results().rows.size() == 10);
  CHECK((stage.host.layer.find(department_key(1))->flags & kOn) != 0);
}

TEST_CASE("a wrong date is named once the field is left") {
  Stage stage;
  stage.app.load_feed(feed_json(5));
  stage.frame();
  stage.app.activate(kDatesKey);
  stage.frame();
  const int before = count_of(stage.host.layer, NodeKind::status);
  stage.app.input(kFromKey, "32/13/2022", true);
  stage.frame();
  CHECK(count_of(stage.host.layer, NodeKind::status) == before + 1);
  CHECK((stage.host.layer.find(kFromKey)->flags & kInvalid) != 0);
}

TEST_CASE("nothing found: a sentence and the way out") {
  Stage stage;
  stage.app.load_feed(feed_json(5));
  stage.app.set_filter({{}, {}, {}, "khôngcóđâu"});
  stage.frame();
  CHECK(count_of(stage.host.layer, NodeKind::item) == 0);
  stage.app.activate(key_of("clear-all"));
  stage.frame();
  CHECK(count_of(stage.host.layer, NodeKind::item) == 5);
}

TEST_CASE("narrow: one pane at a time, and the list comes back where it was") {
  Stage stage(390, 844);
  stage.app.load_feed(feed_json(100));
  stage.frame();
  stage.app.scrolled(kListKey, 3000);
  stage.frame();
  stage.app.open_article("bai-21");
  stage.frame();
  CHECK(count_of(stage.host.layer, NodeKind::list) == 0);
  CHECK(count_of(stage.host.layer, NodeKind::article) == 1);
  stage.app.open_article("");
  stage.frame();
  const Node* list = stage.host.layer.find(kListKey);
  REQUIRE(list);
  CHECK(list->scroll_to == 3000);
}

TEST_CASE("every width from 320 to 1920 lays out inside its window") {
  Stage stage;
  stage.app.load_feed(feed_json(30));
  stage.app.open_article("bai-2");
  for (float width = 320; width <= 1920; width += 80) {
    stage.resize(width, 700);
    stage.frame();
    CAPTURE(width);
    for (const Node& node : stage.host.layer.nodes()) {
      if (node.parent == 0) CHECK(node.x + node.width <= width + 0.5f);
    }
  }
}

TEST_CASE("without drawing the layer is the same and no glyph is made") {
  Stage drawn, silent;
  for (Stage* stage : {&drawn, &silent}) {
    stage->app.load_feed(feed_json(20));
    stage->app.open_article("bai-3");
    stage->frame(stage == &drawn);
  }
  CHECK(silent.host.layer.nodes() == drawn.host.layer.nodes());
  CHECK(silent.host.rasters == 0);
  CHECK(drawn.host.rasters > 0);
}

TEST_CASE("another device ratio makes other glyphs of the same layout") {
  Stage stage;
  stage.app.load_feed(feed_json(20));
  stage.frame();
  const Description before = stage.host.layer;
  const int rasters = stage.host.rasters;
  stage.ratio = 1.5f;
  stage.frame();
  CHECK(stage.host.layer.nodes() == before.nodes());
  CHECK(stage.host.rasters > rasters);
}

TEST_CASE("emoji are drawn from the coloured page") {
  Stage stage;
  std::string json = feed_json(1);
  json.replace(json.find("Tiêu đề"), 3, "😀 T");
  REQUIRE(stage.app.load_feed(json));
  stage.frame();
  bool coloured = false;
  for (const ImTextureData* texture : *stage.app.draw_data()->Textures) coloured |= texture->BytesPerPixel == 4;
  CHECK(coloured);
}

TEST_CASE("lost textures are asked for again") {
  Stage stage;
  stage.app.load_feed(feed_json(5));
  stage.frame();
  stage.app.textures_lost();
  stage.app.frame({1200, 800, 1, true});
  int wanted = 0;
  for (const ImTextureData* texture : *stage.app.draw_data()->Textures)
    wanted += texture->Status == ImTextureStatus_WantCreate;
  CHECK(wanted >= 1);
  acknowledge_textures(*stage.app.draw_data());
}

TEST_CASE("the interface speaks English when asked to") {
  Stage stage;
  stage.app.set_looks({Language::en, ThemeName::dark, 0, 2});
  stage.app.load_feed(feed_json(1));
  stage.frame();
  CHECK(stage.host.layer.text_of(*stage.host.layer.find(key_of("count"))) == "1 article");
}

TEST_CASE("a hundred thousand rows describe only those near the window") {
  Stage stage;
  stage.app.load_feed(feed_json(100000, 0));
  stage.frame();
  stage.app.scrolled(kListKey, static_cast<float>(Scroller::kLimit / 2));
  stage.frame();
  CHECK(count_of(stage.host.layer, NodeKind::item) < 20);
  CHECK(stage.host.layer.find(kListKey)->extent <= Scroller::kLimit);
}

TEST_CASE("a row keeps its place in the layer when the list is scrolled") {
  Stage stage;
  stage.app.load_feed(feed_json(200));
  stage.frame();
  stage.app.scrolled(kListKey, 20 * ListView::kRowHeight);
  stage.frame();
  const Node before = stage.node(key_of("row", 22));
  stage.app.scrolled(kListKey, 22 * ListView::kRowHeight);
  stage.frame();
  const Node& after = stage.node(key_of("row", 22));
  CHECK(after.y == before.y);
  CHECK(after.position == before.position);
}

TEST_CASE("what is to be printed are the first rows of the list, at most 500, wherever it is scrolled to") {
  Stage stage;
  stage.app.load_feed(feed_json(620));
  stage.frame();
  stage.app.scrolled(kListKey, 300 * ListView::kRowHeight);
  stage.frame();
  const int in_sight = count_of(stage.host.layer, NodeKind::item);
  stage.app.set_printing(true);
  stage.frame(false);
  CHECK(count_of(stage.host.layer, NodeKind::item) == 500);
  CHECK(stage.has(key_of("row", 0)));
  CHECK(stage.has(key_of("row", 499)));
  stage.app.set_printing(false);
  stage.frame();
  CHECK(count_of(stage.host.layer, NodeKind::item) == in_sight);
  CHECK_FALSE(stage.has(key_of("row", 0)));
}

TEST_CASE("articles in another language than the interface say so") {
  Stage stage;
  std::string json = feed_json(3);
  json.insert(1, R"("language":"vi-VN",)");
  stage.app.set_looks({Language::en, ThemeName::light});
  stage.app.load_feed(json);
  stage.app.open_article("bai-1");
  stage.frame();
  const Node* article = nullptr;
  for (const Node& node : stage.host.layer.nodes()) {
    if (node.kind == static_cast<uint32_t>(NodeKind::article)) article = &node;
  }
  REQUIRE(article);
  CHECK(stage.host.layer.label_of(*article) == "vi-VN");
  CHECK(stage.label(key_of("row", 0)) == "vi-VN");
  stage.app.set_looks({Language::vi, ThemeName::light});
  stage.frame();
  CHECK(stage.label(key_of("row", 0)).empty());
}

TEST_CASE("what a mark on a row says to those who look stands there for those who listen") {
  Stage stage;
  stage.app.load_feed(feed_json(3));
  stage.app.set_marks({"bai-1"}, {"bai-2"});
  stage.frame();
  const auto said = [&](uint32_t row) {
    std::string words;
    const auto& nodes = stage.host.layer.nodes();
    for (const Node& node : nodes) {
      if (!(node.flags & kUnseen) || nodes[static_cast<size_t>(node.parent)].key != key_of("row", row)) continue;
      words += stage.host.layer.text_of(node);
    }
    return words;
  };
  CHECK(said(0).empty());
  CHECK(said(1) == "Đã lưu");
  CHECK(said(2) == "Đã đọc");
}

TEST_CASE("more room between letters and words widens lines on the canvas and in the layer alike") {
  Stage plain, spaced;
  Looks looks;
  looks.letter_spacing = 0.12f;
  looks.word_spacing = 0.16f;
  spaced.app.set_looks(looks);
  for (Stage* stage : {&plain, &spaced}) {
    stage->app.load_feed(feed_json(3));
    stage->frame();
  }
  const auto date_width = [](const Stage& stage) {
    for (const Node& node : stage.host.layer.nodes()) {
      if (node.key == key_of("date")) return stage.host.layer.lines()[node.first_line].width;
    }
    return 0.0f;
  };
  CHECK(date_width(spaced) == doctest::Approx(date_width(plain) + 10 * 0.12f * kMetaText.size).epsilon(0.001));
}
