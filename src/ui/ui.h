// One frame of the interface: what widgets draw with and where they describe themselves.
// Widgets take rectangles relative to the container they are in (the same numbers the page layer gets); the origin
// says where that container lies on the canvas. Everything drawn ends on whole device pixels.
// Units: CSS pixels. Owns nothing; lives for one frame.
#pragma once

#include <string_view>
#include <vector>

#include "imgui.h"
#include "ui/description.h"
#include "ui/fonts.h"
#include "ui/motion.h"
#include "ui/strings.h"
#include "ui/theme.h"

namespace bantin {

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
};

/// Where the page's focus is, as the layer reports it.
struct Focus {
  uint32_t key = 0;
  bool visible = false;  ///< by keyboard: show a ring
};

/// What the pointer does to a widget; looks only, activation comes from the layer.
struct Touch {
  bool hovered = false, held = false;
};

enum class Icon : uint8_t {
  none,
  search,
  filter,
  back,
  close,
  chevron,
  calendar,
  star,
  starred,
  share,
  text_size,
  left,
  right,
  minus,
  plus,
  zoom,
};

class Ui {
 public:
  /// `draw` null: nothing is seen, the interface is only described.
  Ui(Fonts& glyphs, const Theme& colours, const Strings& sentences, Description& layer, Focus focused, Motion& moves,
     ImDrawList* draw)
      : fonts(glyphs),
        theme(colours),
        strings(sentences),
        description(layer),
        focus(focused),
        motion(moves),
        draw_(draw) {}

  Fonts& fonts;
  const Theme& theme;
  const Strings& strings;
  Description& description;
  const Focus focus;
  Motion& motion;
  float opacity = 1;  ///< of everything drawn from now on

  /// Whether anything is drawn at all, or only described (no WebGL, or the element is out of sight).
  bool drawing() const { return draw_ != nullptr; }

  void fill(const Rect& rect, ImU32 colour, float radius = 0);
  void frame(const Rect& rect, ImU32 colour, float radius);  ///< one device pixel wide
  void rule_below(const Rect& rect);                         ///< a hairline on its last device pixel
  void rule_right(const Rect& rect);
  void ring(const Rect& rect, float radius = 4);  ///< of focus: 2 px, 2 px away
  void dot(float x, float y, float radius, ImU32 colour);
  void icon(Icon icon, float x, float y, ImU32 colour);  ///< 20 by 20, from its top left corner
  void shadow(const Rect& rect, float radius);           ///< soft, of what floats
  void picture(const Rect& rect, ImTextureID texture);

  /// One line of text with its line box's top left at (x, y).
  void text(float x, float y, std::string_view text, const TextStyle& style, ImU32 ink);
  /// A broken paragraph; lines outside the clip are passed over. Links are drawn in the accent, underlined.
  void lines(float x, float y, const StyledText& text, const std::vector<Line>& lines, ImU32 ink);
  float text_width(std::string_view text, const TextStyle& style) { return bantin::text_width(text, style, fonts); }

  Touch touch(uint32_t key, const Rect& rect) const;
  /// While something floats over `rect`, what lies beneath does not feel the pointer there; `floats` says on which of
  /// the two the widgets to come are.
  void set_float(const Rect& rect, bool floats);
  bool has_visible_focus(uint32_t key) const { return focus.visible && focus.key == key; }

  void push_origin(float x, float y);  ///< relative to the current one
  void pop_origin() { origins_.pop_back(); }
  void push_clip(const Rect& rect);
  void pop_clip() const;
  ImVec2 position(float x, float y) const { return ImVec2(origin().x + x, origin().y + y); }

 private:
  ImVec2 origin() const { return origins_.empty() ? ImVec2(0, 0) : origins_.back(); }
  float snap(float value) const;
  ImVec2 snapped(float x, float y) const;
  float device_pixel() const { return 1 / fonts.ratio(); }
  ImU32 shown(ImU32 colour) const { return opacity < 1 ? faded(colour, opacity) : colour; }
  float text_run(ImVec2 at, float baseline, std::string_view text, const TextStyle& style,
                 ImU32 ink);  ///< its right end
  float baseline_of(float top, const TextStyle& style);
  void line(float x, float y, const StyledText& text, const Line& line, ImU32 ink);
  void glyph(const ImFontGlyph& glyph, float pen, float baseline, ImU32 ink);

  ImDrawList* draw_;
  Rect float_;
  bool floats_ = false;
  std::vector<ImVec2> origins_;
};

}  // namespace bantin
