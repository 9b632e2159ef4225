// What layout asks of fonts: how far the pen moves for one character (a cluster: a letter with its marks).
// Units: CSS pixels. The widths are those of the browser (kerning and ligatures off), so that lines broken
// here end where the page's own text ends.
#pragma once

#include <string_view>

#include "reader/text_style.h"

namespace bantin {

class Measure {
 public:
  virtual ~Measure() = default;
  virtual float advance(const TextStyle& style, std::string_view cluster) = 0;
};

}  // namespace bantin
