#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bantin {

namespace {

constexpr float kChroma = 0.10f;
constexpr float kFirstHue = 25, kHueStep = 150;  // neighbours in the list far apart on the wheel

constexpr ImU32 rgb(uint32_t hex) { return IM_COL32((hex >> 16) & 0xFF, (hex >> 8) & 0xFF, hex & 0xFF, 0xFF); }

constexpr Theme kThemes[] = {
    {rgb(0xFBF9F4), rgb(0xFFFFFF), rgb(0x1F1B16), rgb(0x6B6257), rgb(0xE4DED2), rgb(0xA6192E), 0.55f, {}},
    {rgb(0xF3E9D6), rgb(0xFAF3E4), rgb(0x3B2F22), rgb(0x6A5A46), rgb(0xDCCDB2), rgb(0xA6192E), 0.55f, {}},
    {rgb(0x16171A), rgb(0x1F2125), rgb(0xE6E2DA), rgb(0xA19B90), rgb(0x303338), rgb(0xF0808A), 0.70f, {}},
    {rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFD60A), 0.80f, {}},
};

uint32_t channel(float linear) {
  const float clipped = std::clamp(linear, 0.0f, 1.0f);
  const float gamma = clipped <= 0.0031308f ? 12.92f * clipped : 1.055f * std::pow(clipped, 1 / 2.4f) - 0.055f;
  return static_cast<uint32_t>(std::lround(gamma * 255));
}

float cube(float value) { return value * value * value; }

}  // namespace

ImU32 oklch(float lightness, float chroma, float degrees) {
  const float angle = degrees * std::numbers::pi_v<float> / 180;
  const float a = chroma * std::cos(angle), b = chroma * std::sin(angle);
  const float l = cube(lightness + 0.3963377774f * a + 0.2158037573f * b);
  const float m = cube(lightness - 0.1055613458f * a - 0.0638541728f * b);
  const float s = cube(lightness - 0.0894841775f * a - 1.2914855480f * b);
  return IM_COL32(channel(4.0767416621f * l - 3.3077115913f * m + 0.2309699292f * s),
                  channel(-1.2684380046f * l + 2.6097574011f * m - 0.3413193965f * s),
                  channel(-0.0041960863f * l - 0.7034186147f * m + 1.7076147010f * s), 0xFF);
}

Theme theme(ThemeName name, ImU32 accent) {
  Theme made = kThemes[static_cast<size_t>(name)];
  for (uint32_t i = 0; i < Theme::kHues; ++i) {
    made.departments[i] = oklch(made.department_lightness, kChroma, kFirstHue + kHueStep * static_cast<float>(i));
  }
  const bool is_light = name == ThemeName::light || name == ThemeName::sepia;
  if (accent && is_light) made.accent = accent;
  return made;
}

ImU32 faded(ImU32 colour, float share) {
  const auto alpha = static_cast<float>(colour >> IM_COL32_A_SHIFT);
  return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(std::lround(alpha * share)) << IM_COL32_A_SHIFT);
}

}  // namespace bantin
