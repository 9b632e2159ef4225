#include "bundle/signing_key.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace bantin;

namespace {

// RFC 8032, section 7.1, test 2.
constexpr std::string_view kSecret = "bantin-secret-key-1 TM0Imyj/ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U+4pvs=\n";
constexpr std::string_view kPublic = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=";
constexpr std::string_view kSigned = "r";
constexpr std::string_view kSignature =
    "kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA==";

SigningKey known_key() { return *SigningKey::from_text(kSecret); }

std::string text_of(const SigningKey& key) {
  const SecretKeyText text = key.text();
  return {text.text(), SecretKeyText::size()};
}

}  // namespace

TEST_CASE("a key signs as RFC 8032 has it, each time the same") {
  const SigningKey key = known_key();
  CHECK(base64(key.public_key()) == kPublic);
  CHECK(base64(key.sign(kSigned)) == kSignature);
  CHECK(key.sign(kSigned) == key.sign(kSigned));
  CHECK(is_signed(kSigned, *signature_from(kSignature), *public_key_from(kPublic)));
}

TEST_CASE("a signature fits its own bytes and its own key only") {
  const SigningKey key = known_key(), other = *SigningKey::make();
  const std::string bytes = "Tin của tỉnh Hạ Lam";
  const Signature signature = key.sign(bytes);
  CHECK_FALSE(is_signed(bytes, signature, other.public_key()));
  CHECK_FALSE(is_signed(bytes.substr(1), signature, key.public_key()));
  CHECK_FALSE(is_signed("", signature, key.public_key()));
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string tampered = bytes;
    tampered[i] = static_cast<char>(tampered[i] ^ 1);
    CHECK_FALSE(is_signed(tampered, signature, key.public_key()));
  }
  for (size_t i = 0; i < signature.size(); ++i) {
    Signature tampered = signature;
    tampered[i] ^= 0x10;
    CHECK_FALSE(is_signed(bytes, tampered, key.public_key()));
  }
}

TEST_CASE("keys are made by chance, and are read as they were written") {
  const SigningKey one = *SigningKey::make(), other = *SigningKey::make();
  CHECK(one.public_key() != other.public_key());
  CHECK(SigningKey::from_text(text_of(one))->public_key() == one.public_key());
  CHECK(text_of(known_key()) == kSecret);
  std::array<uint8_t, 32> seed{};
  CHECK(text_of(SigningKey::from_seed(seed)) == std::string(kSecretKeyMark) + std::string(43, 'A') + "=\n");
}

TEST_CASE("a secret key's line may lack its end or end as on Windows, and may be nothing else") {
  const std::string line(kSecret.substr(0, kSecret.size() - 1)), seed(line.substr(kSecretKeyMark.size()));
  for (const std::string& text : {line, line + "\r\n"}) CHECK(SigningKey::from_text(text).has_value());
  const std::vector<std::string> broken{"",
                                        "\n",
                                        seed,
                                        std::string(kPublic),
                                        std::string(kSecretKeyMark),
                                        "bantin-secret-key-2 " + seed,
                                        " " + line,
                                        line + " ",
                                        line + "\n\n",
                                        line.substr(0, line.size() - 1),
                                        line + "=",
                                        std::string(kSecretKeyMark) + " " + seed,
                                        std::string(kSecretKeyMark) + seed.substr(4),
                                        std::string(kSecretKeyMark) + "AAAA" + seed,
                                        std::string(kSecretKeyMark) + seed.substr(0, 42) + "t=",
                                        std::string(kSecretKeyMark) + "?" + seed.substr(1)};
  for (const std::string& text : broken) {
    CAPTURE(text);
    CHECK_FALSE(SigningKey::from_text(text));
  }
}

TEST_CASE("a public key is 32 bytes of strict base64; spaces around it do not matter") {
  const std::string key(kPublic);
  for (const std::string& text : {key, key + "\n", "  " + key + "\r\n"})
    CHECK(base64(public_key_from(text).value_or(PublicKey{})) == key);
  for (const std::string& text : {std::string(), std::string("\n"), key.substr(0, 43), key.substr(4), "AAAA" + key,
                                  key.substr(0, 20) + " " + key.substr(20), key.substr(0, 42) + "x=", key + key}) {
    CAPTURE(text);
    CHECK_FALSE(public_key_from(text));
  }
  CHECK_FALSE(signature_from(kPublic));
  CHECK_FALSE(signature_from(std::string(kSignature) + "\n"));
}

TEST_CASE("of a secret that has moved nothing stays behind") {
  SecretBytes<8> from;
  std::fill_n(from.data(), from.size(), uint8_t{7});
  const uint8_t* left = from.data();
  const SecretBytes<8> to(std::move(from));
  CHECK(std::all_of(left, left + 8, [](uint8_t byte) { return byte == 0; }));
  CHECK(std::all_of(to.data(), to.data() + 8, [](uint8_t byte) { return byte == 7; }));
}
