// Bytes that others must not find in memory later: an array that is overwritten when it goes, and before it is moved.
// Use:    SecretBytes<32> seed; crypto_sign_ed25519_sk_to_seed(seed.data(), key);
#pragma once

#include <sodium.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace bantin {

template <size_t kSize>
class SecretBytes {
 public:
  SecretBytes() = default;
  ~SecretBytes() { wipe(); }
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;
  SecretBytes(SecretBytes&& other) noexcept : bytes_(other.bytes_) { other.wipe(); }
  SecretBytes& operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
      bytes_ = other.bytes_;
      other.wipe();
    }
    return *this;
  }

  uint8_t* data() { return bytes_.data(); }
  const uint8_t* data() const { return bytes_.data(); }
  char* text() { return reinterpret_cast<char*>(bytes_.data()); }
  const char* text() const { return reinterpret_cast<const char*>(bytes_.data()); }
  static constexpr size_t size() { return kSize; }

 private:
  void wipe() { sodium_memzero(bytes_.data(), kSize); }

  std::array<uint8_t, kSize> bytes_{};
};

}  // namespace bantin
