#include "reader/preferences.h"

#include <algorithm>
#include <cmath>

namespace bantin {

namespace {

constexpr float kUsualColumn = 680;
constexpr float kWidths[] = {0.76f, 0.88f, 1, 1.14f, 1.3f};
constexpr float kLineHeights[] = {0.88f, 0.94f, 1, 1.1f, 1.22f};
constexpr Face kFaces[] = {Face::reading, Face::ui, Face::system};

float scale(const Preferences& preferences) {
  return static_cast<float>(kBodySizes[preferences.size]) / static_cast<float>(kArticleBody.size);
}

uint8_t rounded(float value) { return static_cast<uint8_t>(std::lround(std::min(value, 255.0f))); }

}  // namespace

Preferences sane(Preferences preferences) {
  const auto limit = [](uint8_t& value, uint8_t steps) { value = std::min<uint8_t>(value, steps - 1); };
  limit(preferences.theme, kThemeChoices);
  limit(preferences.size, kSizeSteps);
  limit(preferences.width, kWidthSteps);
  limit(preferences.line, kLineSteps);
  limit(preferences.font, kFontChoices);
  return preferences;
}

TextStyle adapted(TextStyle style, const Preferences& preferences) {
  const float factor = scale(preferences);
  style.size = rounded(static_cast<float>(style.size) * factor);
  style.line_height = rounded(static_cast<float>(style.line_height) * factor * kLineHeights[preferences.line]);
  if (style.face == Face::reading) style.face = kFaces[preferences.font];
  return style;
}

float column_width(const Preferences& preferences) {
  return std::floor(kUsualColumn * scale(preferences) * kWidths[preferences.width]);
}

}  // namespace bantin
