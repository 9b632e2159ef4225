#include "bundle/signing_key.h"

#include <algorithm>

namespace bantin {

namespace {

constexpr size_t kSeedBytes = crypto_sign_ed25519_SEEDBYTES;
constexpr int kBase64 = sodium_base64_VARIANT_ORIGINAL;

static_assert(std::tuple_size_v<PublicKey> == crypto_sign_ed25519_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_ed25519_BYTES);
static_assert(sodium_base64_ENCODED_LEN(kSeedBytes, sodium_base64_VARIANT_ORIGINAL) == kSeedText + 1);

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

// Exactly `size` bytes, written as one writes them: padded, no bits left over.
bool decode(std::string_view text, uint8_t* bytes, size_t size) {
  size_t written = 0;
  const int failure = sodium_base642bin(bytes, size, text.data(), text.size(), nullptr, &written, nullptr, kBase64);
  return failure == 0 && written == size;
}

template <size_t kSize>
std::string encoded(const std::array<uint8_t, kSize>& bytes) {
  std::string text(sodium_base64_ENCODED_LEN(kSize, sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), kSize, kBase64);
  text.pop_back();  // its NUL
  return text;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace

std::optional<SigningKey> SigningKey::make() {
  if (sodium_init() < 0) return std::nullopt;
  SigningKey key;
  PublicKey unused;
  crypto_sign_ed25519_keypair(unused.data(), key.secret_.data());
  return key;
}

SigningKey SigningKey::from_seed(const std::array<uint8_t, 32>& seed) {
  SigningKey key;
  PublicKey unused;
  crypto_sign_ed25519_seed_keypair(unused.data(), key.secret_.data(), seed.data());
  return key;
}

std::optional<SigningKey> SigningKey::from_text(std::string_view text) {
  if (!text.starts_with(kSecretKeyMark)) return std::nullopt;
  text.remove_prefix(kSecretKeyMark.size());
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  SecretBytes<kSeedBytes> seed;
  if (!decode(text, seed.data(), kSeedBytes)) return std::nullopt;
  SigningKey key;
  PublicKey unused;
  crypto_sign_ed25519_seed_keypair(unused.data(), key.secret_.data(), seed.data());
  return key;
}

PublicKey SigningKey::public_key() const {
  PublicKey key;
  crypto_sign_ed25519_sk_to_pk(key.data(), secret_.data());
  return key;
}

Signature SigningKey::sign(std::string_view bytes) const {
  Signature signature;
  crypto_sign_ed25519_detached(signature.data(), nullptr, bytes_of(bytes), bytes.size(), secret_.data());
  return signature;
}

SecretKeyText SigningKey::text() const {
  SecretBytes<kSeedBytes> seed;
  crypto_sign_ed25519_sk_to_seed(seed.data(), secret_.data());
  SecretKeyText text;
  char* end = std::copy(kSecretKeyMark.begin(), kSecretKeyMark.end(), text.text());
  sodium_bin2base64(end, kSeedText + 1, seed.data(), kSeedBytes, kBase64);
  end[kSeedText] = '\n';  // where its NUL was
  return text;
}

bool is_signed(std::string_view bytes, const Signature& signature, const PublicKey& key) {
  return crypto_sign_ed25519_verify_detached(signature.data(), bytes_of(bytes), bytes.size(), key.data()) == 0;
}

std::string base64(const PublicKey& key) { return encoded(key); }
std::string base64(const Signature& signature) { return encoded(signature); }

std::optional<PublicKey> public_key_from(std::string_view base64) {
  PublicKey key;
  return decode(trimmed(base64), key.data(), key.size()) ? std::optional(key) : std::nullopt;
}

std::optional<Signature> signature_from(std::string_view base64) {
  Signature signature;
  return decode(base64, signature.data(), signature.size()) ? std::optional(signature) : std::nullopt;
}

}  // namespace bantin
