#include "bundle/id_table.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "bundle/bytes.h"

namespace bantin {

namespace {

constexpr char kIdsMark = 'I';
constexpr size_t kBucketEntries = 1024;  // in the mean, at most

uint32_t word_of(const IdHash& hash, size_t at) {
  uint32_t word = 0;
  for (size_t i = at; i < at + 4; ++i) word = word << 8 | hash[i];
  return word;
}

uint32_t bucket_of(uint32_t place, uint32_t buckets) {
  return buckets <= 1 ? 0 : place >> (32 - std::countr_zero(buckets));
}

}  // namespace

IdHash id_hash(std::string_view id) {
  const PartHash whole = hash_of(id);
  IdHash hash;
  std::copy_n(whole.begin(), hash.size(), hash.begin());
  return hash;
}

uint32_t bucket_of(const IdHash& hash, uint32_t buckets) { return bucket_of(word_of(hash, 0), buckets); }

std::optional<std::vector<IdEntry>> read_ids(std::string_view part) {
  ByteReader reader(part);
  if (reader.byte() != kIdsMark) return std::nullopt;
  std::vector<IdEntry> entries;
  for (uint64_t key = 0; !reader.is_done();) {
    const uint64_t distance = reader.varint(), ordinal = reader.varint();
    if (reader.has_failed() || distance > UINT32_MAX - key || ordinal > UINT32_MAX) return std::nullopt;
    key += distance;
    entries.push_back({static_cast<uint32_t>(key), static_cast<uint32_t>(ordinal)});
  }
  return entries;
}

std::vector<uint32_t> ordinals_of(std::string_view part, const IdHash& hash) {
  std::vector<uint32_t> ordinals;
  const auto entries = read_ids(part);
  if (!entries) return ordinals;
  for (const IdEntry& entry : *entries) {
    if (entry.key == word_of(hash, 4)) ordinals.push_back(entry.ordinal);
  }
  return ordinals;
}

void IdTableWriter::add(const IdHash& hash, uint32_t ordinal) {
  entries_.push_back({word_of(hash, 0), word_of(hash, 4), ordinal});
}

IdTable IdTableWriter::finish(const StorePart& store) {
  IdTable table;
  while (table.buckets * kBucketEntries < entries_.size()) table.buckets *= 2;
  const auto order = [&](const Entry& entry) {
    return std::tuple(bucket_of(entry.place, table.buckets), entry.key, entry.ordinal);
  };
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) { return order(a) < order(b); });
  TableWriter parts(store);
  auto at = entries_.begin();
  for (uint32_t bucket = 0; bucket < table.buckets; ++bucket) {
    std::string part(1, kIdsMark);
    for (uint32_t key = 0; at != entries_.end() && bucket_of(at->place, table.buckets) == bucket; ++at) {
      put_varint(part, at->key - key);
      put_varint(part, at->ordinal);
      key = at->key;
    }
    parts.add(part);
  }
  table.parts = parts.finish();
  entries_.clear();
  return table;
}

}  // namespace bantin
