// Colours: paper, ink, one accent, and a muted hue for each department.
// Units: ImU32, 0xAABBGGRR. Hues are OKLCH (lightness, chroma, angle), so all departments are equally strong.
#pragma once

#include <array>
#include <cstdint>

#include "imgui.h"

namespace bantin {

enum class ThemeName : uint8_t { light, sepia, dark, contrast };

struct Theme {
  static constexpr uint32_t kHues = 12;

  ImU32 paper, raised, ink, quiet, rule, accent;
  float department_lightness;
  std::array<ImU32, kHues> departments = {};

  /// Of the department with that index in its feed; twelve hues, then again from the first.
  ImU32 department(uint32_t index) const { return departments[index % kHues]; }
};

/// `accent` 0: the theme's own. Only the light themes take the page's accent: it was chosen for light paper.
Theme theme(ThemeName name, ImU32 accent = 0);

/// `colour` as opaque as `share` (0 to 1) of what it was.
ImU32 faded(ImU32 colour, float share);

/// sRGB of an OKLCH colour, clipped to the gamut. Formula: B. Ottosson, "A perceptual color space for image
/// processing".
ImU32 oklch(float lightness, float chroma, float degrees);

}  // namespace bantin
