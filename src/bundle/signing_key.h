// An Ed25519 key pair (RFC 8032), and what it signs. The secret is wiped from memory with the object.
// Use:    const auto key = SigningKey::make();  const Signature signature = key->sign(bytes);
//         if (is_signed(bytes, signature, key->public_key())) …
// The same key and bytes give the same signature. How keys and signatures are written as text: data/README.md,
// "A signed bundle".
// Errors: nothing where a text is not exactly what it must be.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bundle/secret_bytes.h"

namespace bantin {

using PublicKey = std::array<uint8_t, 32>;
using Signature = std::array<uint8_t, 64>;

inline constexpr std::string_view kSecretKeyMark = "bantin-secret-key-1 ";
inline constexpr size_t kSeedText = 44;  ///< characters of base64 for 32 bytes
/// A secret key as text, with its newline.
using SecretKeyText = SecretBytes<kSecretKeyMark.size() + kSeedText + 1>;

class SigningKey {
 public:
  /// A new one, by chance; nothing where the system gives no random numbers.
  static std::optional<SigningKey> make();
  static SigningKey from_seed(const std::array<uint8_t, 32>& seed);
  /// Of the text that text() gives; its line may lack its end, or end as on Windows.
  static std::optional<SigningKey> from_text(std::string_view text);

  PublicKey public_key() const;
  Signature sign(std::string_view bytes) const;
  SecretKeyText text() const;

 private:
  SigningKey() = default;

  SecretBytes<64> secret_;  // as libsodium keeps it: the seed and the public key
};

bool is_signed(std::string_view bytes, const Signature& signature, const PublicKey& key);

std::string base64(const PublicKey& key);
std::string base64(const Signature& signature);
/// Spaces and line ends around it do not matter.
std::optional<PublicKey> public_key_from(std::string_view base64);
std::optional<Signature> signature_from(std::string_view base64);

}  // namespace bantin
