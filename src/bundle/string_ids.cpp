#include "bundle/string_ids.h"

#include <cstring>
#include <functional>

namespace bantin {

namespace {

constexpr uint64_t kIdBits = 0xFFFF'FFFF;

}  // namespace

uint32_t StringIds::id_of(std::string_view text) {
  const uint64_t hash = std::hash<std::string_view>{}(text), mask = slots_.size() - 1;
  for (uint64_t at = hash & mask;; at = (at + 1) & mask) {
    const uint64_t slot = slots_[at];
    if (slot == 0) {
      const uint32_t id = add(text);
      slots_[at] = (hash & ~kIdBits) | (id + 1);
      if (texts_.size() * 2 > slots_.size()) double_slots();
      return id;
    }
    const auto id = static_cast<uint32_t>((slot & kIdBits) - 1);
    if (((slot ^ hash) & ~kIdBits) == 0 && texts_[id] == text) return id;
  }
}

uint32_t StringIds::add(std::string_view text) {
  char* kept = static_cast<char*>(pool_.allocate(text.size() + 1, 1));
  std::memcpy(kept, text.data(), text.size());
  texts_.emplace_back(kept, text.size());
  return size() - 1;
}

void StringIds::double_slots() {
  std::vector<uint64_t> slots(slots_.size() * 2);
  const uint64_t mask = slots.size() - 1;
  for (uint32_t id = 0; id < size(); ++id) {
    const uint64_t hash = std::hash<std::string_view>{}(texts_[id]);
    uint64_t at = hash & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = (hash & ~kIdBits) | (id + 1);
  }
  slots_ = std::move(slots);
}

}  // namespace bantin
