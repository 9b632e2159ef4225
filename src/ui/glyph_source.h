// Where glyphs come from: the host's own fonts (in a browser: Canvas2D). One cluster at a time.
// Units:  sizes and widths in CSS pixels where text is measured, in device pixels where it is rasterised.
// Owns:   a raster's pixels belong to the source and are good until its next call.
#pragma once

#include <cstdint>
#include <string_view>

#include "reader/text_style.h"

namespace bantin {

struct GlyphFont {
  Face face = Face::ui;
  uint16_t weight = 400;
  float size = 16;
  bool italic = false;
};

struct VerticalMetrics {
  float ascent = 0, descent = 0;  ///< both positive: above and below the baseline
};

struct GlyphRaster {
  int left = 0, top = 0;      ///< of the bitmap's corner, right of and below the pen position on the baseline
  int width = 0, height = 0;  ///< 0: nothing to draw
  bool coloured = false;      ///< pixels are RGBA (not premultiplied) instead of coverage
  const uint8_t* pixels = nullptr;
};

class GlyphSource {
 public:
  virtual ~GlyphSource() = default;
  /// How far the pen moves, kerning and ligatures off: as far as in the page's own text.
  virtual float advance(const GlyphFont& font, std::string_view cluster) = 0;
  virtual VerticalMetrics metrics(const GlyphFont& font) = 0;
  /// Draws the cluster with its pen `shift` (0 to 1) right of a whole pixel.
  virtual GlyphRaster rasterise(const GlyphFont& font, std::string_view cluster, float shift) = 0;
};

}  // namespace bantin
