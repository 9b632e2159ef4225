#include "bundle/bytes.h"

namespace bantin {

namespace {

constexpr uint8_t kMore = 0x80, kBits = 0x7F;

}  // namespace

void put_varint(std::string& out, uint64_t value) {
  for (; value > kBits; value >>= 7) out.push_back(static_cast<char>((value & kBits) | kMore));
  out.push_back(static_cast<char>(value));
}

uint64_t ByteReader::varint() {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const uint8_t next = byte();
    if (has_failed_) return 0;
    value |= static_cast<uint64_t>(next & kBits) << shift;
    if (!(next & kMore)) return value;
  }
  fail();
  return 0;
}

uint8_t ByteReader::byte() {
  const std::string_view one = take(1);
  return one.empty() ? 0 : static_cast<uint8_t>(one.front());
}

std::string_view ByteReader::take(uint64_t count) {
  if (has_failed_ || count > bytes_.size() - at_) return fail();
  const std::string_view taken = bytes_.substr(at_, static_cast<size_t>(count));
  at_ += static_cast<size_t>(count);
  return taken;
}

std::string_view ByteReader::fail() {
  has_failed_ = true;
  at_ = bytes_.size();
  return {};
}

}  // namespace bantin
