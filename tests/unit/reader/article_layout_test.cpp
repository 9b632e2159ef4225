#include "reader/article_layout.h"

#include <doctest/doctest.h>

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
