// Random numbers that are the same on every machine, and Zipf's law.
// Use:    Random random(seed); random.below(6); random.between(8, 16); Zipf zipf(30'000); zipf.rank(random)
// Units:  below(n) gives 0 … n - 1, between both ends; ranks count from 0, the most frequent first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bantin::bench {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  /// A sequence of its own for one thing of many, so that a change of one leaves the others as they are.
  Random(uint64_t seed, uint64_t thing) : state_(mixed(seed) ^ mixed(~thing)) {}

  uint64_t next() { return mixed(state_ += 0x9E37'79B9'7F4A'7C15); }
  uint32_t below(uint32_t count) { return static_cast<uint32_t>(((next() >> 32) * count) >> 32); }
  uint32_t between(uint32_t least, uint32_t most) { return least + below(most - least + 1); }

 private:
  static uint64_t mixed(uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xBF58'476D'1CE4'E5B9;
    bits = (bits ^ (bits >> 27)) * 0x94D0'49BB'1331'11EB;
    return bits ^ (bits >> 31);
  }

  uint64_t state_;
};

/// Draws ranks whose frequency is as 1 : 1/2 : 1/3 …, each in constant time by Walker's aliases.
class Zipf {
 public:
  explicit Zipf(uint32_t ranks);

  uint32_t rank(Random& random) const;

 private:
  struct Slot {
    uint32_t share = UINT32_MAX;  // of the slot that is its own rank's, in 2^-32
    uint32_t alias = 0;
  };
  std::vector<Slot> slots_;
};

}  // namespace bantin::bench
