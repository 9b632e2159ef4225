// What moves: things that have just appeared fade and slide into place, within 160 ms, and never when the reader asked
// for less motion. The page layer is in its final place from the start; only the pixels arrive. Use:    const float
// shown = motion.reveal(key_of("panel"));   // 0 to 1; called in each frame the thing is there Units:  milliseconds.
#pragma once

#include <cstdint>
#include <vector>

namespace bantin {

class Motion {
 public:
  static constexpr double kDuration = 160;

  void begin_frame(double now, bool is_still);
  /// Ease-out progress of what appeared under `key`; 1 when it has arrived.
  float reveal(uint32_t key);
  /// Whether another frame is needed for something to go on.
  bool is_moving() const { return is_moving_; }

 private:
  struct Appearance {
    uint32_t key = 0;
    double since = 0;
    uint32_t frame = 0;  // it was last seen in
  };

  std::vector<Appearance> appearances_;
  double now_ = 0;
  uint32_t frame_ = 0;
  bool is_still_ = false, is_moving_ = false;
};

}  // namespace bantin
