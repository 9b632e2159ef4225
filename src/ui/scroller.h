// A native scroller's place in content of any height. Browsers clamp or collapse elements beyond 16 to 33 million
// pixels, so content taller than kLimit is shown through a window of kLimit pixels that is re-based: small moves are
// exact, a jump (scroll bar, Home, End) goes to the same part of the whole, and the window's edge is never felt.
// Near both ends of the content the window is true to scale; what lies between shares the rest of it.
// Use:    scroller.fit(rows * row_height, viewport); …; draw at y - scroller.top(); describe at y - scroller.base().
// Units:  CSS pixels. "Physical" is what the browser's scrollTop says, "logical" the place in the content.
#pragma once

#include <cstdint>

namespace bantin {

class Scroller {
 public:
  static constexpr double kLimit = 8'000'000;

  /// Called each frame, before anything is asked. Keeps the place inside the content.
  void fit(double extent, float viewport);
  /// The browser scrolled to `physical`.
  void scrolled(float physical);
  /// The program wants the content's `logical` at the top; the layer is asked by a new serial().
  void scroll_to(double logical);
  /// Scrolls as little as needed to show [top, bottom).
  void reveal(double top, double bottom);

  double top() const { return top_; }
  double base() const { return top_ - physical_; }
  float viewport() const { return viewport_; }
  float physical_extent() const;
  float physical() const { return static_cast<float>(asked_); }  ///< where the layer is to be put at this serial
  uint32_t serial() const { return serial_; }

 private:
  double last_top() const;
  double last_physical() const;
  double physical_of(double logical) const;
  double logical_of(double physical) const;
  bool is_rebased() const { return extent_ > kLimit; }
  bool at_false_edge() const;

  double extent_ = 0, top_ = 0, physical_ = 0, asked_ = 0;
  float viewport_ = 0;
  uint32_t serial_ = 0;
};

}  // namespace bantin
