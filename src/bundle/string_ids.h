// Numbers for strings, in the order in which they are met: from 0, each string once.
// Use:    const uint32_t id = ids.id_of("sở"); ids.text(id)
// Owns the strings; what text() gives lives as long.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace bantin {

class StringIds {
 public:
  /// Is size() as it was before where the string is new.
  uint32_t id_of(std::string_view text);

  std::string_view text(uint32_t id) const { return texts_[id]; }
  uint32_t size() const { return static_cast<uint32_t>(texts_.size()); }

 private:
  uint32_t add(std::string_view text);
  void double_slots();

  // Open addressing: a slot holds the upper half of the hash and id + 1; 0 is free. At most half of them are taken.
  std::vector<uint64_t> slots_ = std::vector<uint64_t>(1024);
  std::vector<std::string_view> texts_;
  std::pmr::monotonic_buffer_resource pool_;
};

}  // namespace bantin
