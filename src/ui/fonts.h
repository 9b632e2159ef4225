// Fonts for Dear ImGui out of a GlyphSource: measuring for layout, glyphs for drawing.
// Each face is kept as several ImFonts, one a horizontal sub-pixel phase: a glyph is rasterised where its pen falls
// between two pixels, and its bitmap is then put on whole device pixels, sharp at any ratio.
// Characters beyond one 16-bit code point (emoji, letters with marks) get a private-use code of their own.
// Owns:   its fonts live in the current ImGui context's atlas, which must outlive this object.
// Errors: none; what the source cannot draw is empty.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "imgui.h"
#include "reader/measure.h"
#include "ui/colour_page.h"
#include "ui/glyph_source.h"

namespace bantin {

class Fonts : public Measure {
 public:
  static constexpr int kPhases = 4;
  /// One style's glyphs at the current ratio, a set a phase. Good until the end of the frame.
  using Glyphs = std::array<ImFontBaked*, kPhases>;

  explicit Fonts(GlyphSource& source);

  /// Device pixels a CSS pixel. Another ratio than before forgets every glyph and gives true: widths may differ, too.
  bool set_ratio(float ratio);
  float ratio() const { return ratio_; }
  /// More room behind each character and in each space, in em.
  void set_spacing(float letter, float word);
  float spacing(float size, ImWchar code) const;

  float advance(const TextStyle& style, std::string_view cluster) override;
  /// CSS pixels from the top of a line box of style.line_height to its baseline.
  float baseline(const TextStyle& style);
  Glyphs glyphs(const TextStyle& style);
  /// The code under which Dear ImGui knows the cluster.
  ImWchar code_of(std::string_view cluster);
  /// That of the cluster at `at`, which moves behind it.
  ImWchar next_code(std::string_view text, size_t& at);
  ColourPage& colour_page() { return colour_page_; }

  /// Forgets every measure and glyph: another font has loaded.
  void forget();

  // For the loader, which Dear ImGui calls with no more than a code.
  GlyphSource& source() { return source_; }
  std::string text_of(ImWchar code) const;

 private:
  struct Face {
    bantin::Face face;
    uint16_t weight;
    bool italic;
    std::array<ImFont*, kPhases> phases;
  };

  Face& face_of(const TextStyle& style);

  GlyphSource& source_;
  ColourPage colour_page_;
  float ratio_ = 1, letter_ = 0, word_ = 0;
  std::vector<Face> faces_;
  size_t last_ = 0;  // of faces_, asked for last
  std::unordered_map<std::string, ImWchar> codes_;
  std::vector<std::string> clusters_;  // by code - kFirstPrivate
};

}  // namespace bantin
