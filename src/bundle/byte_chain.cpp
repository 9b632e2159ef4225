#include "bundle/byte_chain.h"

#include <algorithm>
#include <cstring>

namespace bantin {

void ByteChain::grow(Pool& pool) {
  const uint16_t size =
      piece_ == 0 ? kFirstPiece : std::min<uint16_t>(kLargestPiece, static_cast<uint16_t>(piece_ * 2));
  char* piece = static_cast<char*>(pool.allocate(size + sizeof(char*), 1));
  if (first_ == nullptr) {
    first_ = piece;
  } else {
    std::memcpy(at_, static_cast<const void*>(&piece), sizeof piece);
  }
  at_ = piece;
  room_ = piece_ = size;
}

void ByteChain::copy(std::string& bytes) const {
  bytes.clear();
  if (first_ == nullptr) return;
  const char* last = at_ - (piece_ - room_);
  const char* piece = first_;
  for (uint16_t size = kFirstPiece; piece != last;
       size = std::min<uint16_t>(kLargestPiece, static_cast<uint16_t>(size * 2))) {
    bytes.append(piece, size);
    std::memcpy(static_cast<void*>(&piece), piece + size, sizeof piece);
  }
  bytes.append(last, static_cast<size_t>(at_ - last));
}

}  // namespace bantin
