// Finding an article by its id: the parts `ids` of a segment, hash tables on disk.
// Use:    IdTableWriter writer; writer.add(id_hash(id), ordinal); … IdTable table = writer.finish(store);
//         for (uint32_t ordinal : ordinals_of(part_of_bucket, id_hash(id))) …
// Errors: bytes that are no such part give no ordinals. Two ids may share a key: who looks up compares the ids.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/part.h"

namespace bantin {

/// The beginning of SHA-256(id): 4 bytes choose the bucket, the next 4 are the key, the highest first; all of them tell
/// ids apart.
using IdHash = std::array<uint8_t, 16>;
IdHash id_hash(std::string_view id);

struct IdTable {
  uint32_t buckets = 1;  ///< 2^k, as many as parts
  PartTable parts;

  bool operator==(const IdTable&) const = default;
};

/// The bucket, and so the number of the part.
uint32_t bucket_of(const IdHash& hash, uint32_t buckets);

struct IdEntry {
  uint32_t key = 0, ordinal = 0;

  bool operator==(const IdEntry&) const = default;
};
std::optional<std::vector<IdEntry>> read_ids(std::string_view part);
std::vector<uint32_t> ordinals_of(std::string_view part, const IdHash& hash);

class IdTableWriter {
 public:
  void add(const IdHash& hash, uint32_t ordinal);
  IdTable finish(const StorePart& store);

 private:
  struct Entry {
    uint32_t place, key, ordinal;  // place: whose highest bits are the bucket
  };

  std::vector<Entry> entries_;
};

}  // namespace bantin
