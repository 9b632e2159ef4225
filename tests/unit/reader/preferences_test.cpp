#include "reader/preferences.h"

#include <doctest/doctest.h>

#include <iterator>

using namespace bantin;

TEST_CASE("the usual preferences leave the type scale as it is") {
  const Preferences usual;
  CHECK(sane(usual) == usual);
  for (const TextStyle& style :
       {kArticleTitle, kArticleLead, kArticleBody, kArticleHeading, kCaptionText, kTableText}) {
    CHECK(adapted(style, usual) == style);
  }
  CHECK(column_width(usual) == 680);
}

TEST_CASE("steps beyond their scale become its last one") {
  const Preferences last = sane({255, 255, 255, 255, 255});
  CHECK(last == Preferences{kThemeChoices - 1, kSizeSteps - 1, kWidthSteps - 1, kLineSteps - 1, kFontChoices - 1});
  CHECK(sane(last) == last);
}

TEST_CASE("each step of text size gives the body the size of its scale") {
  REQUIRE(std::size(kBodySizes) == kSizeSteps);
  for (uint8_t size = 0; size < kSizeSteps; ++size) {
    CHECK(adapted(kArticleBody, {.size = size}).size == kBodySizes[size]);
  }
}

TEST_CASE("each step is larger, wider or airier than the one before") {
  for (uint8_t i = 1; i < kSizeSteps; ++i) {
    const uint8_t before = i - 1;
    CHECK(adapted(kCaptionText, {.size = i}).size >= adapted(kCaptionText, {.size = before}).size);
    CHECK(column_width({.size = i}) > column_width({.size = before}));
  }
  for (uint8_t i = 1; i < kWidthSteps; ++i) {
    const uint8_t before = i - 1;
    CHECK(column_width({.width = i}) > column_width({.width = before}));
    CHECK(adapted(kArticleBody, {.line = i}).line_height > adapted(kArticleBody, {.line = before}).line_height);
  }
}

TEST_CASE("letters never touch those of the next line, at any size") {
  for (uint8_t size = 0; size < kSizeSteps; ++size) {
    for (uint8_t line = 0; line < kLineSteps; ++line) {
      for (const TextStyle& style : {kArticleTitle, kArticleTitleMiddle, kArticleBody, kArticleHeading, kMetaText}) {
        const TextStyle made = adapted(style, {.size = size, .line = line});
        CHECK(made.line_height > made.size);
      }
    }
  }
}

TEST_CASE("a typeface is chosen for what is read, not for the interface") {
  CHECK(adapted(kArticleBody, {.font = 1}).face == Face::ui);
  CHECK(adapted(kArticleBody, {.font = 2}).face == Face::system);
  CHECK(adapted(kCaptionText, {.font = 2}).face == Face::ui);
}
