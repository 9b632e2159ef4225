// Bytes that grow at their end, for hundreds of thousands of lists that grow side by side: pieces in one pool, each
// twice as large as the one before, up to kLargestPiece. A list of one entry takes 16 bytes, a long one about 2 % more
// than it has. Use:    ByteChain chain; chain.put(pool, 300); … chain.copy(bytes); Owns nothing: the pieces are the
// pool's and live as long.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>

namespace bantin {

class ByteChain {
 public:
  using Pool = std::pmr::monotonic_buffer_resource;

  /// Adds a varint.
  void put(Pool& pool, uint32_t value) {
    for (; value > 0x7F; value >>= 7) put_byte(pool, static_cast<char>((value & 0x7F) | 0x80));
    put_byte(pool, static_cast<char>(value));
  }

  /// All bytes, in place of what `bytes` had.
  void copy(std::string& bytes) const;

 private:
  static constexpr uint16_t kFirstPiece = 8, kLargestPiece = 512;

  void put_byte(Pool& pool, char byte) {
    if (room_ == 0) grow(pool);
    *at_++ = byte;
    --room_;
  }
  void grow(Pool& pool);

  // A piece's bytes are followed by the address of the next one.
  char* first_ = nullptr;
  char* at_ = nullptr;
  uint16_t room_ = 0, piece_ = 0;  // bytes left in the last piece, and its size
};

}  // namespace bantin
