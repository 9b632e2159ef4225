// The open article as a page meets it: what can be done with it, how it looks, where somebody is in it.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/app.h"
#include "app/fake_host.h"
#include "ui/views/article_view.h"
#include "ui/views/filter_view.h"
#include "ui/views/floating_view.h"
#include "ui/views/list_view.h"
#include "ui/widgets.h"

using namespace bantin;

namespace {

const std::string kWideTable = [] {
  std::string code = "t\x1FSố liệu\x1Er\x1E";
  for (int i = 0; i < 20; ++i)
    code +=
        "c\x1F"
        "1\x1F"
        "chữdàichữdài\x1E";
  return code;
}();
const std::string kPicture =
    "f\x1F"
    "a.png\x1F"
    "640\x1F"
    "480\x1F"
    "Cầu mới\x1F\x1E";

// A feed with its sixth article open, without motion so that frames can be compared.
struct Reading : Stage {
  explicit Reading(const std::string& json, float width = 1200, float height = 800, std::string code = {})
      : Stage(width, height) {
    host.block_code = std::move(code);
    app.set_looks({.is_still = true});
    app.load_feed(json);
    app.open_article("bai-5");
    frame();
  }

  // The link below the article that leads to `article`; 0: none.
  uint32_t follower_to(uint32_t article_number) const {
    for (const Node& node : article().nodes()) {
      const Action action{static_cast<ActionKind>(node.action), node.argument};
      if (action == Action{ActionKind::open_article, article_number}) return node.key;
    }
    return 0;
  }

  bool says(std::string_view text) const {
    const auto& nodes = article().nodes();
    return std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) { return article().text_of(node) == text; });
  }

  // All that was drawn of the article in the last frame, to be compared.
  std::vector<float> drawing() {
    const float left = node(kArticleScrollerKey).x;
    std::vector<float> places;
    for (const ImDrawList* list : app.draw_data()->CmdLists) {
      for (const ImDrawVert& vertex : list->VtxBuffer) {
        if (vertex.pos.x > left) places.insert(places.end(), {vertex.pos.x, vertex.pos.y});
      }
    }
    return places;
  }

  bool draws_texture(ImTextureID texture) {
    for (const ImDrawList* list : app.draw_data()->CmdLists) {
      for (const ImDrawCmd& command : list->CmdBuffer) {
        if (command.TexRef._TexData == nullptr && command.TexRef._TexID == texture) return true;
      }
    }
    return false;
  }

  std::string_view id() const { return app.reader().article() ? app.reader().article()->id : std::string_view(); }
};

uint32_t scale_step(ActionKind kind, uint32_t part) {
  return key_of("scale-step", static_cast<uint32_t>(kind) * 4 + part);
}

uint32_t share_key(ActionKind kind) { return key_of("share", static_cast<uint32_t>(kind)); }

}  // namespace

TEST_CASE("how it looks and what can be shared open as dialogs that take the focus and give it back") {
  for (const float width : {390.0f, 700.0f, 1200.0f}) {
    CAPTURE(width);
    Reading stage(feed_json(20), width);
    for (const uint32_t key : {kLooksKey, kShareKey}) {
      stage.press(key);
      CHECK(stage.is_on(key));
      CHECK(stage.node(kFloatingKey).kind == static_cast<uint32_t>(NodeKind::dialog));
      CHECK(stage.host.focus.key == kFloatingKey);
      stage.press(key_of("scrim"));
      CHECK_FALSE(stage.has(kFloatingKey));
      CHECK(stage.host.focus.key == key);
    }
  }
}

TEST_CASE("Escape closes what floats, then the article, then says that nothing was open") {
  Reading stage(feed_json(20));
  stage.press(kLooksKey);
  CHECK(stage.app.escape());
  stage.frame();
  CHECK_FALSE(stage.has(kFloatingKey));
  CHECK(stage.id() == "bai-5");
  CHECK(stage.app.escape());
  stage.frame();
  CHECK(stage.id().empty());
  CHECK(stage.host.focus.key == row_link_key(5));
  CHECK_FALSE(stage.app.escape());
}

TEST_CASE("an article that closes takes what floats over it along") {
  Reading stage(feed_json(20));
  stage.press(kShareKey);
  stage.press(kCloseKey);
  CHECK_FALSE(stage.has(kFloatingKey));
  CHECK(stage.app.reader().panel() == Panel::none);
}

TEST_CASE("what a page has to do is asked of the host") {
  Reading stage(feed_json(20));
  for (const ActionKind kind :
       {ActionKind::share, ActionKind::copy_link, ActionKind::copy_citation, ActionKind::print}) {
    stage.press(kShareKey);
    stage.press(share_key(kind));
    CHECK(stage.app.reader().panel() == Panel::none);
    REQUIRE_FALSE(stage.host.performed.empty());
    CHECK(stage.host.performed.back() == Action{kind});
  }
  CHECK(stage.host.performed.size() == 4);
}

TEST_CASE("an article without an address has no original to open") {
  Reading stage(feed_json(20));
  stage.press(kShareKey);
  CHECK(stage.is_muted(share_key(ActionKind::open_original)));
  stage.press(share_key(ActionKind::open_original));
  CHECK(stage.host.performed.empty());
}

TEST_CASE("the star of an article is on while it is saved, and the page is told") {
  Reading stage(feed_json(20));
  CHECK_FALSE(stage.is_on(kStarKey));
  stage.press(kStarKey);
  CHECK(stage.is_on(kStarKey));
  CHECK(stage.app.reader().is_starred(5));
  CHECK(stage.host.told.back() == Reader::Changes{.stars = true});
  stage.press(kStarKey);
  CHECK_FALSE(stage.app.reader().is_starred(5));
}

TEST_CASE("a theme chosen here goes before the page's and is told") {
  Reading stage(feed_json(20));
  const auto ground = [&] { return stage.node(key_of("root")).ground; };
  CHECK(ground() == theme(ThemeName::light).paper);
  stage.press(kLooksKey);
  const uint32_t dark = key_of("theme", 1 + static_cast<uint32_t>(ThemeName::dark));
  stage.press(dark);
  CHECK(ground() == theme(ThemeName::dark).paper);
  CHECK(stage.is_on(dark));
  CHECK_FALSE(stage.is_on(key_of("theme", 0)));
  CHECK(stage.host.told.back().preferences);
  CHECK(stage.article().nodes()[0].ink == theme(ThemeName::dark).ink);
  stage.app.set_looks({.theme = ThemeName::sepia, .is_still = true});
  stage.frame();
  CHECK(ground() == theme(ThemeName::dark).paper);
  stage.press(key_of("theme", 0));
  CHECK(ground() == theme(ThemeName::sepia).paper);
}

TEST_CASE("text grows and shrinks by steps, told each time, until the scale ends") {
  Reading stage(feed_json(20));
  const uint32_t less = scale_step(ActionKind::set_size, 0), more = scale_step(ActionKind::set_size, 2);
  const auto body_size = [&] { return stage.article().nodes()[3].size; };
  stage.press(kLooksKey);
  CHECK(body_size() == kBodySizes[4]);
  CHECK(stage.text(scale_step(ActionKind::set_size, 1)) == "5/15");
  stage.press(more);
  CHECK(body_size() == kBodySizes[5]);
  CHECK(stage.host.told.back().preferences);
  for (int step = 0; step < 5; ++step) stage.press(less);
  CHECK(body_size() == kBodySizes[0]);
  CHECK(stage.is_muted(less));
  CHECK_FALSE(stage.is_muted(more));
}

TEST_CASE("a control that can do nothing now does nothing") {
  Reading stage(feed_json(20));
  stage.app.set_preferences({.size = 0});
  stage.press(kLooksKey);
  REQUIRE(stage.is_muted(scale_step(ActionKind::set_size, 0)));
  stage.press(scale_step(ActionKind::set_size, 0));
  CHECK(stage.app.reader().preferences().size == 0);
}

TEST_CASE("column, line height and typeface are chosen, and reset together") {
  Reading stage(feed_json(20), 1600);
  const Node before = stage.article().nodes()[3];
  stage.press(kLooksKey);
  stage.press(scale_step(ActionKind::set_width, 2));
  CHECK(stage.article().nodes()[3].width > before.width);
  stage.press(scale_step(ActionKind::set_line, 2));
  CHECK(stage.article().nodes()[3].line_height > before.line_height);
  stage.press(key_of("typeface", 2));
  CHECK(stage.article().nodes()[3].face == static_cast<uint32_t>(Face::system));
  CHECK(stage.is_on(key_of("typeface", 2)));
  stage.press(key_of("reset"));
  CHECK(stage.app.reader().preferences() == Preferences{});
  CHECK(stage.article().nodes()[3].width == before.width);
}

TEST_CASE("preferences that the host brings are shown and not told back") {
  Reading stage(feed_json(20));
  const size_t told = stage.host.told.size();
  stage.app.set_preferences({.theme = 1 + static_cast<uint8_t>(ThemeName::sepia), .size = 9});
  stage.frame();
  CHECK(stage.node(key_of("root")).ground == theme(ThemeName::sepia).paper);
  CHECK(stage.article().nodes()[3].size == kBodySizes[9]);
  CHECK(stage.host.told.size() == told);
}

TEST_CASE("the articles before and after are those of the filtered list, one press away") {
  Reading stage(feed_json(20));
  REQUIRE(stage.follower_to(6) != 0);
  CHECK(stage.follower_to(4) != 0);
  CHECK(stage.says("Bài sau · 24/06/2024 · Sở Y tế"));
  stage.app.set_filter({std::vector<std::string>{"so-gddt"}, {}, {}, {}});
  stage.frame();
  CHECK(stage.says("Bài sau · 22/06/2024 · Sở GD&ĐT"));
  const uint32_t next = stage.follower_to(8);
  REQUIRE(next != 0);
  stage.press(next);
  CHECK(stage.id() == "bai-8");
  CHECK(stage.host.focus.key == kArticleTitleKey);
}

TEST_CASE("files that go with an article are links with their type and size") {
  Reading stage(html_feed_json(8));
  CHECK(stage.says("Tệp đính kèm"));
  CHECK(stage.says("van-ban.pdf"));
  CHECK(stage.says("PDF · 1,2 MB"));
}

TEST_CASE("a picture's button asks the host to enlarge it") {
  Reading stage(html_feed_json(8), 1200, 800, kPicture);
  stage.press(zoom_key(0));
  CHECK(stage.host.performed == std::vector<Action>{{ActionKind::open_picture, 0}});
}

TEST_CASE("a picture is drawn once it is loaded, until its texture or its article is gone") {
  constexpr ImTextureID kTexture = 77;
  Reading stage(html_feed_json(8), 1200, 800, kPicture);
  CHECK_FALSE(stage.draws_texture(kTexture));
  const int shown = stage.host.layers_shown;
  stage.app.picture_loaded(picture_key(0), {kTexture, false});
  stage.frame();
  CHECK(stage.draws_texture(kTexture));
  CHECK(stage.host.layers_shown == shown);
  stage.app.textures_lost();
  stage.frame();
  CHECK_FALSE(stage.draws_texture(kTexture));
  stage.app.picture_loaded(picture_key(0), {kTexture, false});
  stage.app.open_article("bai-6");
  stage.frame();
  CHECK_FALSE(stage.draws_texture(kTexture));
}

TEST_CASE("a picture that cannot be loaded says in its place what it would have shown") {
  Reading stage(html_feed_json(8), 1200, 800, kPicture);
  const size_t before = stage.drawing().size();
  stage.app.picture_loaded(picture_key(0), {ImTextureID_Invalid, true});
  stage.frame();
  CHECK(stage.drawing().size() > before);
}

TEST_CASE("a table scrolled in its frame is drawn there, without another layer") {
  Reading stage(html_feed_json(8), 1200, 800, kWideTable);
  const std::vector<float> before = stage.drawing();
  const int shown = stage.host.layers_shown;
  stage.app.scrolled(frame_key(0), 60);
  stage.frame();
  CHECK((stage.drawing() != before));
  CHECK(stage.host.layers_shown == shown);
  stage.app.scrolled(frame_key(0), 0);
  stage.frame();
  CHECK((stage.drawing() == before));
}

TEST_CASE("another article's tables begin at their left") {
  Reading stage(html_feed_json(8), 1200, 800, kWideTable);
  const std::vector<float> before = stage.drawing();
  stage.app.scrolled(frame_key(0), 60);
  stage.frame();
  stage.app.open_article("bai-6");
  stage.frame();
  stage.app.open_article("bai-5");
  stage.frame();
  CHECK((stage.drawing() == before));
}

TEST_CASE("the place in an article stays when text size, width or fonts change") {
  Reading stage(feed_json(20, 80));
  stage.app.scrolled(kArticleScrollerKey, 1500);
  stage.frame();
  const uint32_t part = stage.app.place().part;
  REQUIRE(part > 5);
  const uint32_t serial = stage.node(kArticleScrollerKey).scroll_serial;
  stage.app.set_preferences({.size = 10});
  stage.frame();
  CHECK(stage.app.place().part == part);
  CHECK(stage.node(kArticleScrollerKey).scroll_serial != serial);
  stage.press(kLooksKey);
  for (int step = 0; step < 6; ++step) {
    stage.press(scale_step(ActionKind::set_size, 0));
    CHECK(stage.app.place().part == part);
  }
  stage.resize(700, 800);
  stage.frame();
  CHECK(stage.app.place().part == part);
  stage.app.fonts_changed();
  stage.frame();
  CHECK(stage.app.place().part == part);
}

TEST_CASE("somebody is put where an earlier visit ended") {
  Reading stage(feed_json(60, 80));
  stage.app.go_to({20, 30});
  stage.frame();
  CHECK(stage.app.place().row == 20);
  CHECK(stage.app.place().part == 30);
  stage.frame();
  CHECK(stage.app.place().part == 30);
}

TEST_CASE("another article begins at its top") {
  Reading stage(feed_json(20, 80));
  stage.app.scrolled(kArticleScrollerKey, 1500);
  stage.frame();
  stage.app.open_article("bai-6");
  stage.frame();
  CHECK(stage.app.place().part == 0);
  CHECK(stage.node(kArticleScrollerKey).scroll_to == 0);
}

TEST_CASE("what opens moves into place and then rests, the layer being there from the start") {
  Stage stage;
  stage.app.load_feed(feed_json(20));
  stage.frame();
  stage.app.open_article("bai-5");
  CHECK(stage.frame());
  const int shown = stage.host.layers_shown;
  CHECK(stage.frame());
  stage.host.time += Motion::kDuration;
  CHECK_FALSE(stage.frame());
  CHECK(stage.host.layers_shown == shown);
}

TEST_CASE("whoever asked for less motion, and what is not drawn, needs no second frame") {
  Reading still(feed_json(20));
  for (const uint32_t key : {kLooksKey, key_of("scrim"), kDepartmentsKey}) {
    still.app.activate(key);
    CHECK_FALSE(still.frame());
  }
  Stage silent;
  silent.app.load_feed(feed_json(20));
  silent.app.open_article("bai-5");
  CHECK_FALSE(silent.frame(false));
}

TEST_CASE("while a feed is on its way rows to come are sketched, for a refusal they are not") {
  for (const float width : {390.0f, 1200.0f}) {
    Stage loading(width), refused(width);
    loading.app.set_notice("Đang tải bản tin…", true);
    refused.app.set_notice("Đang tải bản tin…", false);
    loading.frame();
    refused.frame();
    CHECK(loading.app.draw_data()->TotalVtxCount > refused.app.draw_data()->TotalVtxCount);
    CHECK(loading.text(key_of("notice")) == "Đang tải bản tin…");
    CHECK(loading.host.layer.nodes().size() == refused.host.layer.nodes().size());
  }
}

TEST_CASE("what the page has done is said below the article for as long as it wishes") {
  Reading stage(feed_json(20));
  stage.app.set_toast(Message::copied);
  stage.frame();
  CHECK(stage.text(key_of("toast")) == "Đã sao chép.");
  stage.app.set_toast(Message::count_);
  stage.frame();
  CHECK_FALSE(stage.has(key_of("toast")));
}

TEST_CASE("titles of articles that were read lose weight in the list") {
  Reading stage(feed_json(20));
  CHECK(stage.node(row_link_key(2)).weight == kRowTitle.weight);
  stage.press(row_link_key(2));
  stage.press(kCloseKey);
  CHECK(stage.node(row_link_key(2)).weight < kRowTitle.weight);
  CHECK(stage.node(row_link_key(3)).weight == kRowTitle.weight);
}

TEST_CASE("an article opened while a panel was open has the focus, not what opened the panel") {
  Reading stage(feed_json(20));
  stage.press(kLooksKey);
  stage.app.open_article("bai-6");
  stage.frame();
  CHECK(stage.host.focus.key == kArticleTitleKey);
}

TEST_CASE("each article shown has elements of its own") {
  Reading stage(feed_json(20));
  const uint32_t first = stage.host.layer.fragments().at(0).key;
  stage.app.open_article("bai-6");
  stage.frame();
  CHECK(stage.host.layer.fragments().at(0).key != first);
}

TEST_CASE("another feed leaves the place in the article that is open") {
  Reading stage(feed_json(20, 60));
  stage.app.scrolled(kArticleScrollerKey, 900);
  stage.frame();
  const uint32_t part = stage.app.place().part;
  REQUIRE(part > 0);
  REQUIRE(stage.app.load_feed(feed_json(20, 60)));
  stage.frame();
  CHECK(stage.app.place().part == part);
}

TEST_CASE("the first row and the first part are the very top") {
  Reading stage(feed_json(50, 60));
  stage.app.go_to({20, 9});
  stage.frame();
  stage.app.go_to({0, 0});
  stage.frame();
  CHECK(stage.node(kListKey).scroll_to == 0);
  CHECK(stage.node(kArticleScrollerKey).scroll_to == 0);
}

TEST_CASE("a place asked for while nothing is open does not wait for the next article") {
  Stage stage;
  stage.app.load_feed(feed_json(20, 60));
  stage.frame();
  stage.app.go_to({0, 9});
  stage.app.open_article("bai-6");
  stage.frame();
  CHECK(stage.node(kArticleScrollerKey).scroll_to == 0);
}

TEST_CASE("a panel higher than its pane scrolls to its end") {
  Reading stage(feed_json(20), 740, 300);
  stage.press(kLooksKey);
  const Node& area = stage.node(kFloatingScrollerKey);
  CHECK(area.extent > area.height);
  CHECK(stage.node(key_of("reset")).y + kControlHeight <= area.extent);
}
