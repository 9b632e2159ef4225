// The numbers a bundle has given: who has which.
// Use:    if (const auto book = NumberBook::read(bundle)) … book->number_of(id_hash(id))
// Memory: about 24 bytes an article. Errors: read() gives nothing where the bundle is not whole; bundle.wrong() says
// what.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "bundle/bundle_reader.h"
#include "bundle/id_table.h"

namespace bantin {

class NumberBook {
 public:
  /// Of no bundle.
  NumberBook() = default;
  static std::optional<NumberBook> read(BundleReader& bundle);

  uint32_t numbers() const { return static_cast<uint32_t>(is_live_.size()); }
  bool was_live(uint32_t number) const { return number < is_live_.size() && is_live_[number]; }
  bool has_block(uint32_t block) const { return block * kBlockNumbers < is_live_.size(); }
  std::optional<uint32_t> number_of(const IdHash& id) const;

 private:
  struct Entry {
    IdHash id;
    uint32_t number;
  };

  std::vector<Entry> entries_;  // by id
  std::vector<bool> is_live_;
};

}  // namespace bantin
