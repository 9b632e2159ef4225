#include "ui/theme.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

using namespace bantin;

namespace {

// WCAG 2.2: relative luminance and contrast ratio.
double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(ImU32 colour) {
  const auto channel = [&](int shift) { return linear(((colour >> shift) & 0xFF) / 255.0); };
  return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) + 0.0722 * channel(IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
  const double lighter = std::max(luminance(a), luminance(b)), darker = std::min(luminance(a), luminance(b));
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace

TEST_CASE("in every theme text and accent stand out from the paper by 4.5 to 1") {
  for (const ThemeName name : {ThemeName::light, ThemeName::sepia, ThemeName::dark, ThemeName::contrast}) {
    const Theme colours = theme(name);
    CAPTURE(static_cast<int>(name));
    CHECK(contrast(colours.ink, colours.paper) >= 4.5);
    CHECK(contrast(colours.quiet, colours.paper) >= 4.5);
    CHECK(contrast(colours.accent, colours.paper) >= 4.5);
    CHECK(contrast(colours.ink, colours.raised) >= 4.5);
  }
}

TEST_CASE("on the row of the open article, with the pointer over it, text stands out as well") {
  const auto over = [](ImU32 above, float share, ImU32 below) {
    const auto mixed = [&](int shift) {
      const auto top = static_cast<float>((above >> shift) & 0xFF),
                 bottom = static_cast<float>((below >> shift) & 0xFF);
      return static_cast<ImU32>(std::lround(bottom + (top - bottom) * share)) << shift;
    };
    return mixed(IM_COL32_R_SHIFT) | mixed(IM_COL32_G_SHIFT) | mixed(IM_COL32_B_SHIFT) | IM_COL32_A_MASK;
  };
  for (const ThemeName name : {ThemeName::light, ThemeName::sepia, ThemeName::dark, ThemeName::contrast}) {
    const Theme colours = theme(name);
    CAPTURE(static_cast<int>(name));
    const ImU32 row = over(colours.accent, 0.06f, over(colours.ink, 0.04f, colours.paper));
    CHECK(contrast(colours.ink, row) >= 4.5);
    CHECK(contrast(colours.quiet, row) >= 4.5);
    CHECK(contrast(colours.accent, row) >= 4.5);
  }
}

TEST_CASE("twelve departments have twelve colours") {
  std::set<ImU32> colours;
  for (uint32_t i = 0; i < 12; ++i) colours.insert(theme(ThemeName::light).department(i));
  CHECK(colours.size() == 12);
  CHECK(theme(ThemeName::light).department(12) == theme(ThemeName::light).department(0));
}

TEST_CASE("OKLCH without chroma is grey") {
  CHECK(oklch(1, 0, 0) == IM_COL32(255, 255, 255, 255));
  CHECK(oklch(0, 0, 0) == IM_COL32(0, 0, 0, 255));
}

TEST_CASE("the page's accent is taken on light paper only") {
  const ImU32 blue = IM_COL32(0, 60, 160, 255);
  CHECK(theme(ThemeName::light, blue).accent == blue);
  CHECK(theme(ThemeName::dark, blue).accent != blue);
}
