#include "random.h"

namespace bantin::bench {

Zipf::Zipf(uint32_t ranks) : slots_(ranks) {
  std::vector<double> weights(ranks);
  double sum = 0;
  for (uint32_t rank = 0; rank < ranks; ++rank) sum += weights[rank] = 1.0 / (rank + 1);

  std::vector<uint32_t> poor, rich;
  for (uint32_t rank = 0; rank < ranks; ++rank) {
    weights[rank] *= ranks / sum;
    (weights[rank] < 1 ? poor : rich).push_back(rank);
  }
  while (!poor.empty() && !rich.empty()) {
    const uint32_t taker = poor.back(), giver = rich.back();
    poor.pop_back();
    slots_[taker] = {static_cast<uint32_t>(weights[taker] * UINT32_MAX), giver};
    weights[giver] -= 1 - weights[taker];
    if (weights[giver] >= 1) continue;
    rich.pop_back();
    poor.push_back(giver);
  }
  // What rounding left over is a whole slot of its own.
}

uint32_t Zipf::rank(Random& random) const {
  const uint64_t bits = random.next();
  const auto slot = static_cast<uint32_t>(((bits >> 32) * slots_.size()) >> 32);
  return static_cast<uint32_t>(bits) <= slots_[slot].share ? slot : slots_[slot].alias;
}

}  // namespace bantin::bench
