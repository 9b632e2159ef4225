#include "ui/motion.h"

#include <algorithm>

namespace bantin {

void Motion::begin_frame(double now, bool is_still) {
  // What was not there in the last frame has left: it appears anew next time.
  std::erase_if(appearances_, [this](const Appearance& it) { return it.frame != frame_; });
  now_ = now;
  is_still_ = is_still;
  is_moving_ = false;
  ++frame_;
}

float Motion::reveal(uint32_t key) {
  auto known = std::find_if(appearances_.begin(), appearances_.end(), [key](const auto& it) { return it.key == key; });
  if (known == appearances_.end()) known = appearances_.insert(known, {key, now_, 0});
  known->frame = frame_;
  const double passed = (now_ - known->since) / kDuration;
  if (is_still_ || passed >= 1) return 1;
  is_moving_ = true;
  const auto left = static_cast<float>(1 - std::max(0.0, passed));
  return 1 - left * left * left;
}

}  // namespace bantin
