// How somebody likes to read: chosen in the reader, kept by the page's memory, never sent anywhere.
// Units: steps of the scales below. Plain values; out-of-range ones are brought into range by sane().
#pragma once

#include <cstdint>

#include "reader/text_style.h"

namespace bantin {

enum class FontChoice : uint8_t { serif, sans, system };

/// CSS pixels of the body text, step by step; the whole article is scaled with it.
inline constexpr uint8_t kBodySizes[] = {14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 32, 36, 40};
inline constexpr uint8_t kSizeSteps = 15, kWidthSteps = 5, kLineSteps = 5, kFontChoices = 3, kThemeChoices = 5;

struct Preferences {
  uint8_t theme = 0;  ///< 0: the page's; else one more than ThemeName
  uint8_t size = 4;   ///< of kBodySizes
  uint8_t width = 2;  ///< of the column, 0 to 4
  uint8_t line = 2;   ///< height of lines, 0 to 4
  uint8_t font = 0;   ///< FontChoice

  bool operator==(const Preferences&) const = default;
};

Preferences sane(Preferences preferences);

/// A style of the type scale as the preferences want it: larger or smaller, airier, in another face.
TextStyle adapted(TextStyle style, const Preferences& preferences);

/// Widest column of text: 680 pixels at the usual size and width, 60 to 72 characters.
float column_width(const Preferences& preferences);

}  // namespace bantin
