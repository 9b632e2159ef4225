#include "reader/article_layout.h"

#include <doctest/doctest.h>

#include <cmath>

#include "reader/fixed_measure.h"

using namespace bantin;

namespace {

Article article() {
  Article made;
  made.id = "a";
  made.title = "Tiêu đề";
  made.lead = "Lời dẫn của bài.";
  for (int i = 0; i < 40; ++i) made.body.push_back({BlockKind::paragraph, "Một đoạn văn ngắn."});
  return made;
}

// An article of `blocks` alone, so that the first part is the first block's.
Article of_blocks(std::vector<Block> blocks) {
  Article made;
  made.body = std::move(blocks);
  return made;
}

ArticleLayout laid_out(const Article& article, const Preferences& preferences = {}, float pane_width = 1060) {
  FixedMeasure measure;
  return lay_out_article(article, {}, preferences, pane_width, measure);
}

// A picture of that size alone, in a column of 680 pixels.
PlacedPart placed_picture(uint32_t width, uint32_t height) {
  Article made = of_blocks({{BlockKind::picture, ""}});
  made.pictures = {{"a.png", "", width, height}};
  const ArticleLayout layout = laid_out(made);
  REQUIRE(layout.parts.size() == 1);
  return layout.parts[0];
}

}  // namespace

TEST_CASE("an article is laid out as title, facts, lead and body, one below the other") {
  FixedMeasure measure;
  const ArticleLayout layout = lay_out_article(article(), {"Sở Y tế · 05/03/2024", {}}, {}, 1000, measure);
  REQUIRE(layout.parts.size() == 43);
  CHECK(layout.parts[0].kind == PartKind::title);
  CHECK(layout.parts[1].kind == PartKind::facts);
  CHECK(layout.parts[2].kind == PartKind::lead);
  CHECK(layout.parts[3].kind == PartKind::body);
  for (size_t i = 1; i < layout.parts.size(); ++i) {
    CHECK(layout.parts[i].y >= layout.parts[i - 1].y + layout.parts[i - 1].height);
  }
  CHECK(layout.height > layout.parts.back().y + layout.parts.back().height);
}

TEST_CASE("the column is 680 pixels at most and centred in a wide pane") {
  FixedMeasure measure;
  const ArticleLayout layout = lay_out_article(article(), {}, {}, 1060, measure);
  CHECK(layout.width == 680);
  CHECK(layout.x == 190);
}

TEST_CASE("on a phone the column keeps 20 pixels from the edges") {
  FixedMeasure measure;
  const ArticleLayout layout = lay_out_article(article(), {}, {}, 390, measure);
  CHECK(layout.x == 20);
  CHECK(layout.width == 350);
}

TEST_CASE("what is missing takes no room") {
  FixedMeasure measure;
  Article bare;
  bare.title = "Chỉ có tiêu đề";
  CHECK(lay_out_article(bare, {}, {}, 600, measure).parts.size() == 1);
}

TEST_CASE("the first part in sight is found by its place") {
  FixedMeasure measure;
  const ArticleLayout layout = lay_out_article(article(), {}, {}, 1000, measure);
  CHECK(layout.first_part_below(0) == 0);
  const PlacedPart& tenth = layout.parts[10];
  CHECK(layout.first_part_below(tenth.y + 1) == 10);
  CHECK(layout.first_part_below(layout.height) == layout.parts.size());
}

TEST_CASE("a body of every kind of block is laid out one below the other, inside the column") {
  Article made = of_blocks({{BlockKind::heading, "Mục", {}, 2},
                            {BlockKind::bullet, "Ý một", {}, 1},
                            {BlockKind::number, "Ý hai", {}, 2, 7},
                            {BlockKind::quote, "Lời"},
                            {BlockKind::picture, "Chú thích", {}, 0, 0},
                            {BlockKind::table, "Số liệu", {}, 0, 0},
                            {BlockKind::paragraph, "Cuối"}});
  made.pictures = {{"a.png", "", 640, 480}};
  made.tables = {{{{Cell{"a"}, Cell{"b"}}}}};
  for (const float width : {320.0f, 600.0f, 1060.0f}) {
    CAPTURE(width);
    const ArticleLayout layout = laid_out(made, {}, width);
    const PartKind kinds[] = {PartKind::heading,       PartKind::bullet,  PartKind::number,
                              PartKind::quote,         PartKind::picture, PartKind::caption,
                              PartKind::table_caption, PartKind::table,   PartKind::body};
    REQUIRE(layout.parts.size() == std::size(kinds));
    float bottom = 0;
    for (size_t i = 0; i < layout.parts.size(); ++i) {
      const PlacedPart& part = layout.parts[i];
      CHECK(part.kind == kinds[i]);
      CHECK(part.y >= bottom);
      CHECK(part.x >= 0);
      CHECK(part.x + part.width <= layout.width);
      bottom = part.y + part.height;
    }
    CHECK(layout.body_end >= bottom);
  }
}

TEST_CASE("items are indented by their depth and say their bullet or number") {
  const ArticleLayout layout = laid_out(of_blocks(
      {{BlockKind::bullet, "a", {}, 1}, {BlockKind::bullet, "b", {}, 2}, {BlockKind::number, "c", {}, 3, 12}}));
  CHECK(layout.parts[0].marker == "•");
  CHECK(layout.parts[1].marker == "–");
  CHECK(layout.parts[2].marker == "12.");
  CHECK(layout.parts[1].x == 2 * layout.parts[0].x);
  CHECK(layout.parts[2].x == 3 * layout.parts[0].x);
  CHECK(layout.parts[2].width == layout.width - layout.parts[2].x);
}

TEST_CASE("items lie closer to each other than paragraphs do") {
  const auto gap = [](BlockKind kind) {
    const ArticleLayout layout = laid_out(of_blocks({{kind, "a", {}, 1}, {kind, "b", {}, 1}}));
    return layout.parts[1].y - layout.parts[0].y - layout.parts[0].height;
  };
  CHECK(gap(BlockKind::bullet) < gap(BlockKind::paragraph));
  CHECK(gap(BlockKind::number) == gap(BlockKind::bullet));
}

TEST_CASE("a heading stands closer to what follows it than to what it follows") {
  const ArticleLayout layout =
      laid_out(of_blocks({{BlockKind::paragraph, "a"}, {BlockKind::heading, "b", {}, 3}, {BlockKind::paragraph, "c"}}));
  const auto& parts = layout.parts;
  const float above = parts[1].y - parts[0].y - parts[0].height, below = parts[2].y - parts[1].y - parts[1].height;
  CHECK(above > below);
}

TEST_CASE("a picture fills the column in its own shape") {
  const PlacedPart part = placed_picture(1360, 680);
  CHECK(part.x == 0);
  CHECK(part.width == 680);
  CHECK(part.height == 340);
}

TEST_CASE("a small picture keeps its size, in the middle") {
  const PlacedPart part = placed_picture(200, 100);
  CHECK(part.width == 200);
  CHECK(part.height == 100);
  CHECK(part.x == 240);
}

TEST_CASE("a tall picture is at most five fourths of the column high and keeps its shape") {
  const PlacedPart part = placed_picture(500, 2000);
  CHECK(part.height <= 850);
  CHECK(part.width / part.height == doctest::Approx(0.25).epsilon(0.01));
  CHECK(part.x == std::floor((680 - part.width) / 2));
}

TEST_CASE("a picture of unknown size has a place of two by three, so that nothing moves when it comes") {
  CHECK(placed_picture(0, 0).height == std::floor(680 * 2.0f / 3));
  CHECK(placed_picture(640, 0).height == placed_picture(0, 0).height);
}

TEST_CASE("a picture of one pixel's height still has a place") {
  CHECK(placed_picture(100'000, 1).width == 680);
  CHECK(placed_picture(1, 100'000).height <= 850);
}

TEST_CASE("a table takes its own height, wider tables stay within the column's width") {
  Article made = of_blocks({{BlockKind::table, ""}, {BlockKind::paragraph, "sau"}});
  made.tables = {{{{}}}};
  for (int i = 0; i < 12; ++i) made.tables[0].rows[0].push_back(Cell{"chữdàichữdài"});
  const ArticleLayout layout = laid_out(made);
  REQUIRE(layout.tables.size() == 1);
  CHECK(layout.tables[0].width > layout.width);
  CHECK(layout.parts[0].width == layout.width);
  CHECK(layout.parts[0].height == layout.tables[0].height);
}

TEST_CASE("what follows the article comes behind its end, each with its heading") {
  FixedMeasure measure;
  ArticleTexts texts;
  texts.sections = {
      {"Không có gì", {}},
      {"Tệp đính kèm", {{"Văn bản", "PDF", {}, "https://x.vn/a.pdf"}}},
      {"Đọc tiếp", {{"Bài sau", "Sở Y tế", {ActionKind::open_article, 4}, {}}, {"Bài trước", "", {}, {}}}}};
  const ArticleLayout layout = lay_out_article(of_blocks({{BlockKind::paragraph, "a"}}), texts, {}, 1060, measure);
  const PartKind kinds[] = {PartKind::body,    PartKind::section,  PartKind::follower, PartKind::note,
                            PartKind::section, PartKind::follower, PartKind::note,     PartKind::follower};
  REQUIRE(layout.parts.size() == std::size(kinds));
  for (size_t i = 0; i < std::size(kinds); ++i) CHECK(layout.parts[i].kind == kinds[i]);
  CHECK(layout.parts[2].link == "https://x.vn/a.pdf");
  CHECK(layout.parts[5].action == Action{ActionKind::open_article, 4});
  CHECK(layout.body_end < layout.parts[1].y);
  CHECK(layout.height > layout.parts.back().y + layout.parts.back().height);
}

TEST_CASE("a larger text makes everything larger, a wider column only the column") {
  const Article made = article();
  const ArticleLayout usual = laid_out(made, {}, 2000);
  const ArticleLayout large = laid_out(made, {.size = 9}, 2000);
  const ArticleLayout wide = laid_out(made, {.width = 4}, 2000);
  for (size_t i = 0; i < usual.parts.size(); ++i) {
    CHECK(large.parts[i].style.size > usual.parts[i].style.size);
    CHECK(wide.parts[i].style == usual.parts[i].style);
  }
  CHECK(large.width > usual.width);
  CHECK(wide.width > usual.width);
}

TEST_CASE("no pane is too narrow for any text size") {
  const Article made = article();
  for (uint8_t size = 0; size < kSizeSteps; ++size) {
    const ArticleLayout layout = laid_out(made, {.size = size}, 320);
    CHECK(layout.x + layout.width <= 320);
    for (const PlacedPart& part : layout.parts) {
      for (const Line& line : part.lines) CHECK(line.width <= part.width);
    }
  }
}
