#include "ui/scroller.h"

#include <algorithm>
#include <cmath>

namespace bantin {

namespace {

constexpr double kSmallMove = 2;   // viewports: a page key, a wheel's turn, inertia within one frame
constexpr double kEdgeRoom = 10;   // viewports that must always be left to scroll within the window

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
  const double room = kLimit - viewport_;
  const double logical = jumped ? physical / room * last_top() : top_ + moved;
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

double Scroller::physical_of(double logical) const {
  if (!is_rebased()) return logical;
  // In the middle most of the time; only near the content's own ends does the window show its ends.
  const double room = kLimit - viewport_;
  return std::floor(std::clamp(logical / last_top(), 0.0, 1.0) * room);
}

bool Scroller::at_false_edge() const {
  const double edge = kEdgeRoom * viewport_;
  const bool above = physical_ < edge && top_ > physical_ + 1;
  const bool below = kLimit - viewport_ - physical_ < edge && last_top() - top_ > kLimit - viewport_ - physical_ + 1;
  return above || below;
}

}  // namespace bantin
