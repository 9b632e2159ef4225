// Numbers in the bytes of a bundle's parts: varints (seven bits a byte, lowest first, the eighth says that more
// follow). Use:    put_varint(out, 300); ByteReader reader(part); while (!reader.is_done()) … reader.varint() … Errors:
// what ends too early or is longer than 64 bits reads as 0 and sets has_failed(), which never goes away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bantin {

void put_varint(std::string& out, uint64_t value);

/// Signed numbers near 0 as small unsigned ones: 0, -1, 1, -2 … become 0, 1, 2, 3 …
constexpr uint64_t zigzag(int64_t value) {
  return (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63);
}
constexpr int64_t unzigzag(uint64_t value) {
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  uint64_t varint();
  uint8_t byte();
  /// The next `count` bytes.
  std::string_view take(uint64_t count);

  bool is_done() const { return at_ >= bytes_.size(); }
  bool has_failed() const { return has_failed_; }
  /// For who finds that what was read cannot be. Gives nothing.
  std::string_view fail();

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool has_failed_ = false;
};

}  // namespace bantin
