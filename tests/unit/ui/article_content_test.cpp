#include "ui/views/article_content.h"

#include <doctest/doctest.h>

#include <set>

#include "reader/fixed_measure.h"

using namespace bantin;

namespace {

// An article of `blocks` as it is described in a pane of 1060 pixels.
struct Described {
  explicit Described(std::vector<Block> blocks, const ArticleTexts& texts = {}, std::vector<Table> tables = {},
                     int heading_level = 2) {
    article.body = std::move(blocks);
    article.tables = std::move(tables);
    article.pictures = {{"a.png", "Cầu", 640, 480}, {"b.png", "", 0, 0}};
    FixedMeasure measure;
    layout = lay_out_article(article, texts, {}, 1060, measure);
    describe_article(content, {article, layout, colours, strings, sources, 1, heading_level});
  }

  // Kinds of all nodes with their depth, as "1 list, 2 entry, 3 paragraph".
  std::string outline() const {
    std::string all;
    for (size_t i = 0; i < content.nodes().size(); ++i) {
      int depth = 1;
      for (int32_t at = content.nodes()[i].parent; at >= 0; at = content.nodes()[static_cast<size_t>(at)].parent)
        ++depth;
      all += (all.empty() ? "" : ", ") + std::to_string(depth) + " " + name(content.nodes()[i]);
    }
    return all;
  }

  const Node* first(NodeKind kind) const {
    for (const Node& node : content.nodes()) {
      if (node.kind == static_cast<uint32_t>(kind)) return &node;
    }
    return nullptr;
  }

  // Where a node lies in the article's content.
  std::pair<float, float> place(const Node& node) const {
    float x = 0, y = 0;
    const Node* at = &node;
    while (true) {
      x += at->x;
      y += at->y;
      if (at->parent < 0) return {x, y};
      at = &content.nodes()[static_cast<size_t>(at->parent)];
    }
  }

  static std::string name(const Node& node) {
    switch (static_cast<NodeKind>(node.kind)) {
      case NodeKind::heading: return "heading";
      case NodeKind::paragraph: return "paragraph";
      case NodeKind::group: return "group";
      case NodeKind::list: return "list";
      case NodeKind::numbers: return "numbers";
      case NodeKind::entry: return "entry";
      case NodeKind::quote: return "quote";
      case NodeKind::figure: return "figure";
      case NodeKind::picture: return "picture";
      case NodeKind::button: return "button";
      case NodeKind::caption: return "caption";
      case NodeKind::frame: return "frame";
      case NodeKind::table: return "table";
      case NodeKind::row: return "row";
      case NodeKind::cell: return "cell";
      case NodeKind::header_cell: return "header_cell";
      case NodeKind::link: return "link";
      default: return "?";
    }
  }

  Article article;
  ArticleLayout layout;
  Theme colours = theme(ThemeName::light);
  Strings strings;
  PictureSources sources;
  Description content;
};

std::vector<Block> every_kind() {
  return {{BlockKind::heading, "Mục", {}, 2},
          {BlockKind::bullet, "a", {}, 1},
          {BlockKind::bullet, "b", {}, 2},
          {BlockKind::number, "c", {}, 1, 1},
          {BlockKind::quote, "Lời"},
          {BlockKind::picture, "Chú thích", {}, 0, 0},
          {BlockKind::picture, "", {}, 0, 1},
          {BlockKind::table, "Số liệu", {}, 0, 0},
          {BlockKind::paragraph, "Đoạn cuối bài"}};
}

ArticleTexts every_follower() {
  return {"05/03/2024",
          {{"Tệp đính kèm", {{"Văn bản", "PDF", {}, "https://x.vn/a.pdf"}}},
           {"Đọc tiếp", {{"Bài sau", "", {ActionKind::open_article, 4}, "https://x.vn/4"}}}}};
}

}  // namespace

TEST_CASE("items are entries of lists, deeper ones of lists within them") {
  const Described shown({{BlockKind::bullet, "a", {}, 1},
                         {BlockKind::bullet, "b", {}, 2},
                         {BlockKind::number, "c", {}, 3, 1},
                         {BlockKind::bullet, "d", {}, 1}});
  CHECK(shown.outline() ==
        "1 list, 2 entry, 3 paragraph, 3 list, 4 entry, 5 paragraph, 5 numbers, 6 entry, 7 paragraph, "
        "2 entry, 3 paragraph");
}

TEST_CASE("a numbered list ends a bulleted one at the same depth") {
  const Described shown({{BlockKind::bullet, "a", {}, 1}, {BlockKind::number, "b", {}, 1, 1}});
  CHECK(shown.outline() == "1 list, 2 entry, 3 paragraph, 1 numbers, 2 entry, 3 paragraph");
}

TEST_CASE("entries say their marker and number") {
  const Described shown({{BlockKind::bullet, "a", {}, 1}, {BlockKind::number, "b", {}, 1, 12}});
  std::vector<const Node*> entries;
  for (const Node& node : shown.content.nodes()) {
    if (node.kind == static_cast<uint32_t>(NodeKind::entry)) entries.push_back(&node);
  }
  REQUIRE(entries.size() == 2);
  CHECK(shown.content.label_of(*entries[0]) == "•");
  CHECK(shown.content.label_of(*entries[1]) == "12.");
  CHECK(entries[1]->position == 12);
}

TEST_CASE("a list that begins deep and comes back loses no item") {
  const Described shown({{BlockKind::bullet, "a", {}, 3},
                         {BlockKind::bullet, "b", {}, 1},
                         {BlockKind::bullet, "c", {}, 3},
                         {BlockKind::bullet, "d", {}, 2}});
  size_t paragraphs = 0;
  for (const Node& node : shown.content.nodes()) paragraphs += node.kind == static_cast<uint32_t>(NodeKind::paragraph);
  CHECK(paragraphs == 4);
}

TEST_CASE("paragraphs of one quotation are in one element") {
  const Described shown({{BlockKind::quote, "a"}, {BlockKind::quote, "b"}, {BlockKind::paragraph, "c"}});
  CHECK(shown.outline() == "1 quote, 2 paragraph, 2 paragraph, 1 paragraph");
}

TEST_CASE("a picture is a figure with a button that enlarges it and its caption") {
  const Described shown({{BlockKind::picture, "Chú thích", {}, 0, 0}, {BlockKind::picture, "", {}, 0, 1}});
  CHECK(shown.outline() == "1 figure, 2 picture, 2 button, 2 caption, 1 figure, 2 picture, 2 button");
  const Node* picture = shown.content.find(picture_key(0));
  REQUIRE(picture);
  CHECK(shown.content.text_of(*picture) == "a.png");
  CHECK(shown.content.label_of(*picture) == "Cầu");
  CHECK(shown.content.action_of(picture_key(0)) == Action{ActionKind::open_picture, 0});
  CHECK(shown.content.action_of(zoom_key(1)) == Action{ActionKind::open_picture, 1});
  CHECK(shown.content.label_of(*shown.content.find(zoom_key(0))) == "Phóng to ảnh: Cầu");
  CHECK(shown.content.label_of(*shown.content.find(zoom_key(1))) == "Phóng to ảnh");
}

TEST_CASE("a table is a figure with a frame, rows, cells and header cells") {
  const Described shown({{BlockKind::table, "Số liệu", {}, 0, 0}}, {},
                        {{{{Cell{"Năm", {}, true, 2}}, {Cell{"a"}, Cell{"b"}}}}});
  CHECK(shown.outline() == "1 figure, 2 caption, 2 frame, 3 table, 4 row, 5 header_cell, 4 row, 5 cell, 5 cell");
  CHECK(shown.first(NodeKind::header_cell)->position == 2);
  CHECK(shown.first(NodeKind::cell)->position == 1);
}

TEST_CASE("only a frame that can be scrolled has a name") {
  const std::vector<Block> blocks = {{BlockKind::table, "", {}, 0, 0}};
  const Described narrow(blocks, {}, {{{{Cell{"a"}, Cell{"b"}}}}});
  CHECK(narrow.content.label_of(*narrow.content.find(frame_key(0))).empty());
  Table wide{{{}}};
  for (int i = 0; i < 20; ++i) wide.rows[0].push_back(Cell{"chữdàichữdài"});
  const Described scrolled(blocks, {}, {wide});
  CHECK(scrolled.content.label_of(*scrolled.content.find(frame_key(0))) == "Bảng");
}

TEST_CASE("headings come below the title's level, none beyond the sixth") {
  const std::vector<Block> blocks = {{BlockKind::heading, "a", {}, 2}, {BlockKind::heading, "b", {}, 6}};
  const Described shown(blocks, every_follower(), {}, 3);
  std::vector<int32_t> levels;
  for (const Node& node : shown.content.nodes()) {
    if (node.kind == static_cast<uint32_t>(NodeKind::heading)) levels.push_back(node.position);
  }
  CHECK(levels == std::vector<int32_t>{4, 6, 4, 4});
}

TEST_CASE("followers are lists of links: those that open here are a group and stay in the page, others leave it") {
  const Described shown({}, every_follower());
  CHECK(shown.outline() ==
        "1 paragraph, 1 heading, 1 list, 2 entry, 3 link, 3 paragraph, 1 group, 2 heading, 2 list, 3 entry, 4 link");
  std::vector<const Node*> links;
  for (const Node& node : shown.content.nodes()) {
    if (node.kind == static_cast<uint32_t>(NodeKind::link)) links.push_back(&node);
  }
  REQUIRE(links.size() == 2);
  CHECK(shown.content.label_of(*links[0]) == "https://x.vn/a.pdf");
  CHECK((links[0]->flags & kNewTab) != 0);
  CHECK(shown.content.action_of(links[1]->key) == Action{ActionKind::open_article, 4});
  CHECK((links[1]->flags & kNewTab) == 0);
  CHECK(shown.content.label_of(*links[1]) == "https://x.vn/4");
}

TEST_CASE("every text of an article is described once, where its part was laid out") {
  const Described shown(every_kind(), every_follower(), {{{{Cell{"ô một"}, Cell{"ô hai"}}}}});
  for (uint32_t i = 0; i < shown.layout.parts.size(); ++i) {
    const PlacedPart& part = shown.layout.parts[i];
    if (part.text.empty()) continue;
    CAPTURE(part.text);
    const Node* found = nullptr;
    for (const Node& node : shown.content.nodes()) {
      if (shown.content.text_of(node) != part.text || node.line_count == 0) continue;
      CHECK_FALSE(found);
      found = &node;
    }
    REQUIRE(found);
    const auto [x, y] = shown.place(*found);
    CHECK(x == shown.layout.x + part.x);
    CHECK(y == part.y);
    CHECK(found->line_count == part.lines.size());
  }
}

TEST_CASE("pictures and tables lie where they were laid out") {
  const Described shown(every_kind(), {}, {{{{Cell{"ô một"}, Cell{"ô hai"}}}}});
  for (const PlacedPart& part : shown.layout.parts) {
    if (part.kind != PartKind::picture && part.kind != PartKind::table) continue;
    const bool is_picture = part.kind == PartKind::picture;
    const Node* node = shown.content.find(is_picture ? picture_key(part.index) : frame_key(part.index));
    REQUIRE(node);
    const auto [x, y] = shown.place(*node);
    CHECK(x == shown.layout.x + part.x);
    CHECK(y == part.y);
    CHECK(node->width == part.width);
    CHECK(node->height == part.height);
  }
}

TEST_CASE("no two nodes of an article have the same key") {
  const Described shown(every_kind(), every_follower(), {{{{Cell{"a"}, Cell{"b"}}, {Cell{"c"}}}}});
  std::set<uint32_t> keys;
  for (const Node& node : shown.content.nodes()) CHECK(keys.insert(node.key).second);
}

TEST_CASE("spans of a text reach the layer") {
  const Described shown({{BlockKind::paragraph, "Ba huyện", {{3, 10, true, false, "https://x.vn/"}}}});
  REQUIRE(shown.content.spans().size() == 1);
  CHECK(shown.content.spans()[0].flags == 1);
  CHECK(shown.content.spans()[0].link_size == 13);
}

TEST_CASE("describing anew leaves nothing of before") {
  Described shown(every_kind(), {}, {{{{Cell{"a"}}}}});
  const size_t count = shown.content.nodes().size();
  describe_article(shown.content, {shown.article, shown.layout, shown.colours, shown.strings, shown.sources, 1, 2});
  CHECK(shown.content.nodes().size() == count);
}

TEST_CASE("a picture is shown from the file that fits the device, and opened whole") {
  Described shown({{BlockKind::picture, "", {}, 0, 0}});
  shown.article.pictures[0].srcset = "a.480.webp 480w, a.960.webp 960w, a.1920.webp 1920w";
  const float width = shown.first(NodeKind::picture)->width;
  REQUIRE(width > 480);
  REQUIRE(width < 960);
  for (const auto& [ratio, wanted] : {std::pair(1.0f, "a.960.webp"), std::pair(2.0f, "a.1920.webp")}) {
    PictureSources sources;
    describe_article(shown.content, {shown.article, shown.layout, shown.colours, shown.strings, sources, ratio});
    CHECK(shown.content.text_of(*shown.first(NodeKind::picture)) == wanted);
    CHECK(shown.content.action_of(picture_key(0)) == Action{ActionKind::open_picture, 0});
  }
}
