// The Host of a browser: fonts by Canvas2D, NFC and clock by JavaScript, the layer made of real elements.
// Owns the buffer that glyphs are rasterised into.
#pragma once

#include <unordered_map>
#include <vector>

#include "app/host.h"

namespace bantin {

class WebHost : public Host, private GlyphSource {
 public:
  GlyphSource& glyphs() override { return *this; }
  std::string nfc(std::string_view text) override;
  std::string html_blocks(std::string_view html) override;
  double now() override;
  void show_layer(const Description& description, const FocusRequest& focus) override;
  void perform(const Action& action) override;
  void changed(const Reader::Changes& changes) override;

 private:
  float advance(const GlyphFont& font, std::string_view cluster) override;
  VerticalMetrics metrics(const GlyphFont& font) override;
  GlyphRaster rasterise(const GlyphFont& font, std::string_view cluster, float shift) override;

  std::vector<uint8_t> pixels_;
  std::unordered_map<uint32_t, uint32_t> shown_versions_;  // of the fragments in the layer, by key
};

}  // namespace bantin
