#include "ui/scroller.h"

#include <algorithm>
#include <cmath>

namespace bantin {

namespace {

constexpr double kSmallMove = 2;                   // viewports: a page key, a wheel's turn, inertia within one frame
constexpr double kEdgeRoom = 10;                   // viewports that must always be left to scroll within the window
constexpr double kTrueEnd = Scroller::kLimit / 4;  // at either end the window is true to scale

// `value` of [0, from], in which kTrueEnd at either end stays what it is, as a place in [0, to].
double squeezed(double value, double from, double to) {
  if (value <= kTrueEnd) return value;
  if (from - value <= kTrueEnd) return to - (from - value);
  return kTrueEnd + (value - kTrueEnd) / (from - 2 * kTrueEnd) * (to - 2 * kTrueEnd);
}

}  // namespace

void Scroller::fit(double extent, float viewport) {
  extent_ = std::max(extent, 0.0);
  viewport_ = viewport;
  if (top_ > last_top()) scroll_to(last_top());
}

void Scroller::scrolled(float physical) {
  const double moved = physical - physical_;
  physical_ = physical;
  if (!is_rebased()) {
    top_ = std::clamp<double>(physical, 0, last_top());
    return;
  }
  const bool jumped = std::abs(moved) > kSmallMove * viewport_;
  const double logical = jumped ? logical_of(physical) : top_ + moved;
  top_ = std::clamp(logical, 0.0, last_top());
  if (top_ != logical || at_false_edge()) scroll_to(top_);
}

void Scroller::scroll_to(double logical) {
  top_ = std::clamp(std::floor(logical), 0.0, last_top());
  physical_ = asked_ = physical_of(top_);
  ++serial_;
}

void Scroller::reveal(double top, double bottom) {
  if (top < top_) scroll_to(top);
  if (bottom > top_ + viewport_) scroll_to(bottom - viewport_);
}

float Scroller::physical_extent() const { return static_cast<float>(std::min(extent_, kLimit)); }

double Scroller::last_top() const { return std::max(0.0, extent_ - viewport_); }

double Scroller::last_physical() const { return std::max(0.0, static_cast<double>(physical_extent()) - viewport_); }

double Scroller::physical_of(double logical) const {
  return is_rebased() ? std::floor(squeezed(logical, last_top(), last_physical())) : logical;
}

double Scroller::logical_of(double physical) const { return squeezed(physical, last_physical(), last_top()); }

// The window is about to end, the content is not.
bool Scroller::at_false_edge() const {
  const double edge = kEdgeRoom * viewport_;
  const double left = last_physical() - physical_;
  return (physical_ < edge && top_ > physical_ + 1) || (left < edge && last_top() - top_ > left + 1);
}

}  // namespace bantin
