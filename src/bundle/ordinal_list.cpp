#include "bundle/ordinal_list.h"

#include <algorithm>

namespace bantin {

namespace {

std::string distances(const Ordinals& ordinals) {
  std::string bytes;
  uint32_t next = 0;
  for (const uint32_t ordinal : ordinals) {
    put_varint(bytes, ordinal - next);
    next = ordinal + 1;
  }
  return bytes;
}

std::string bits(const Ordinals& ordinals) {
  std::string bytes(ordinals.back() / 8 + 1, '\0');
  for (const uint32_t ordinal : ordinals) {
    char& byte = bytes[ordinal / 8];
    byte = static_cast<char>(static_cast<uint8_t>(byte) | 1U << ordinal % 8);
  }
  return bytes;
}

Ordinals read_distances(ByteReader& reader, uint64_t count, uint32_t limit) {
  Ordinals ordinals;
  ordinals.reserve(static_cast<size_t>(count));
  for (uint64_t next = 0; count > 0; --count) {
    const uint64_t distance = reader.varint();
    if (reader.has_failed() || distance >= limit - next) {
      reader.fail();
      return {};
    }
    next += distance + 1;
    ordinals.push_back(static_cast<uint32_t>(next - 1));
  }
  return ordinals;
}

Ordinals read_bits(ByteReader& reader, uint64_t count, uint32_t limit) {
  const std::string_view bytes = reader.take(reader.varint());
  Ordinals ordinals;
  ordinals.reserve(static_cast<size_t>(count));
  for (size_t at = 0; at < bytes.size(); ++at) {
    for (uint32_t bit = 0; bit < 8; ++bit) {
      if (!(static_cast<uint8_t>(bytes[at]) >> bit & 1U)) continue;
      if (ordinals.size() == count) reader.fail();
      if (reader.has_failed()) return {};
      ordinals.push_back(static_cast<uint32_t>(at * 8 + bit));
    }
  }
  if (ordinals.size() != count || (count > 0 && ordinals.back() >= limit)) reader.fail();
  return reader.has_failed() ? Ordinals{} : ordinals;
}

}  // namespace

void put_ordinals(std::string& out, const Ordinals& ordinals) {
  const uint64_t count = ordinals.size();
  if (count == 0) return put_varint(out, 0);
  const size_t bit_bytes = ordinals.back() / 8 + 1;
  // A distance takes a byte or more.
  std::string sparse = count > bit_bytes + 2 ? std::string() : distances(ordinals);
  std::string size;
  put_varint(size, bit_bytes);
  const bool is_dense = sparse.empty() || size.size() + bit_bytes < sparse.size();
  put_varint(out, 2 * count + (is_dense ? 1 : 0));
  out += is_dense ? size + bits(ordinals) : sparse;
}

Ordinals read_ordinals(ByteReader& reader, uint32_t limit) {
  limit = std::min(limit, kMostOrdinals);
  const uint64_t head = reader.varint(), count = head / 2;
  if (count > limit) reader.fail();
  if (reader.has_failed()) return {};
  return head % 2 ? read_bits(reader, count, limit) : read_distances(reader, count, limit);
}

}  // namespace bantin
