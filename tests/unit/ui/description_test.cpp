#include "ui/description.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

std::string_view in_pool(const Description& description, uint32_t begin, uint32_t end) {
  return std::string_view(description.pool()).substr(begin, end - begin);
}

}  // namespace

TEST_CASE("a node's parent is the one that was open") {
  Description layer;
  {
    const Scope list(layer, {.kind = NodeKind::list, .key = 1});
    const Scope item(layer, {.kind = NodeKind::item, .key = 2});
    layer.add({.kind = NodeKind::link, .key = 3});
  }
  layer.add({.kind = NodeKind::status, .key = 4});
  REQUIRE(layer.nodes().size() == 4);
  CHECK(layer.nodes()[0].parent == -1);
  CHECK(layer.nodes()[1].parent == 0);
  CHECK(layer.nodes()[2].parent == 1);
  CHECK(layer.nodes()[3].parent == -1);
}

TEST_CASE("texts, labels, lines and spans are found in the pool by their place") {
  const std::string text = "Ba huyện tiêm chủng";
  const std::vector<Line> lines = {{0, 10, 90, true, false},
                                   {11, static_cast<uint32_t>(text.size()), 100, false, true}};
  const std::vector<Span> spans = {{3, 10, true, false, {}}, {11, 16, false, true, "https://x.vn/"}};
  Description layer;
  layer.add({.kind = NodeKind::status, .text = "trước"});
  layer.add({.kind = NodeKind::paragraph, .key = 7, .text = text, .label = "nhãn", .lines = &lines, .spans = spans});
  const Node* node = layer.find(7);
  REQUIRE(node);
  CHECK(layer.text_of(*node) == text);
  CHECK(layer.label_of(*node) == "nhãn");
  REQUIRE(node->line_count == 2);
  const NodeLine* line = &layer.lines()[node->first_line];
  CHECK(in_pool(layer, line[0].begin, line[0].end) == "Ba huyện");
  CHECK(line[0].flags == 1);
  CHECK(line[1].flags == 2);
  REQUIRE(node->span_count == 2);
  const NodeSpan* span = &layer.spans()[node->first_span];
  CHECK(in_pool(layer, span[0].begin, span[0].end) == "huyện");
  CHECK(span[0].flags == 1);
  CHECK(span[0].link_size == 0);
  CHECK(in_pool(layer, span[1].begin, span[1].end) == "tiêm");
  CHECK(span[1].flags == 2);
  CHECK(in_pool(layer, span[1].link, span[1].link + span[1].link_size) == "https://x.vn/");
}

TEST_CASE("a slanted face is said beside the face") {
  Description layer;
  TextStyle style{Face::system, 500, 18, 30};
  layer.add({.key = 1, .style = style});
  style.italic = true;
  layer.add({.key = 2, .style = style});
  CHECK(layer.find(1)->face == 2);
  CHECK(layer.find(2)->face == 2 + 8);
  CHECK(layer.find(2)->weight == 500);
  CHECK(layer.find(2)->line_height == 30);
}

TEST_CASE("an action is found by its key, in fragments too") {
  Description content, layer;
  content.add({.kind = NodeKind::link, .key = 5, .action = {ActionKind::open_article, 9}});
  {
    const Scope article(layer, {.kind = NodeKind::article, .key = 1});
    layer.attach(3, content);
  }
  layer.add({.kind = NodeKind::button, .key = 2, .action = {ActionKind::close_article}});
  CHECK(layer.action_of(2) == Action{ActionKind::close_article});
  CHECK(layer.action_of(5) == Action{ActionKind::open_article, 9});
  CHECK(layer.action_of(77) == Action{});
  CHECK((layer.find(1)->flags & kOwnChildren) != 0);
}

TEST_CASE("two descriptions of the same things are equal, whatever their fragments hold, until a version differs") {
  Description one, other, content, changed;
  changed.add({.key = 1});
  const auto describe = [](Description& layer, uint32_t version, const Description& inside) {
    const Scope article(layer, {.kind = NodeKind::article, .key = 1, .text = "a"});
    layer.attach(version, inside);
  };
  describe(one, 1, content);
  describe(other, 1, changed);
  CHECK(one == other);
  other.clear();
  describe(other, 2, content);
  CHECK_FALSE(one == other);
}

TEST_CASE("a span or a line that differs makes another description") {
  const std::vector<Span> bold = {{0, 1, true, false, {}}}, italic = {{0, 1, false, true, {}}};
  Description one, other;
  one.add({.text = "a", .spans = bold});
  other.add({.text = "a", .spans = italic});
  CHECK_FALSE(one == other);
}

TEST_CASE("keys differ by name and by number, and none is nothing") {
  CHECK(key_of("row", 1) != key_of("row", 2));
  CHECK(key_of("row", 1) != key_of("day", 1));
  CHECK(key_of("") != 0);
}
