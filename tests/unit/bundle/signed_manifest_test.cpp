#include "bundle/signed_manifest.h"

#include <doctest/doctest.h>

#include <string>

using namespace bantin;

namespace {

SigningKey key_of(uint8_t first) {
  std::array<uint8_t, 32> seed{};
  for (uint8_t i = 0; i < 32; ++i) seed[i] = static_cast<uint8_t>(first + i);
  return SigningKey::from_seed(seed);
}

Manifest small_manifest() {
  Manifest manifest;
  manifest.title = "Tin tỉnh Hạ Lam";
  return manifest;
}

std::string signed_by(const SigningKey& key, Manifest manifest = small_manifest()) {
  sign(manifest, key);
  return write_manifest(manifest);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

// By node:crypto, of the seed 00 01 … 1f.
constexpr std::string_view kSignature =
    "JhRRnxB1nUT/T8dNbwahdri4Iq8SYZdZ9CMEobqOT7P0WUtViiVx8DbXZXbrz0MyWItgmSB4hb69Yqpb+Q97Dg==";

}  // namespace

TEST_CASE("a manifest's signature is its last field, over all bytes in front of it") {
  const std::string plain = write_manifest(small_manifest()), json = signed_by(key_of(0));
  CHECK(json == plain.substr(0, plain.size() - 2) + ",\"signature\":\"" + std::string(kSignature) + "\"}\n");
  CHECK(signature_apart(json).signed_bytes == plain.substr(0, plain.size() - 2));
  CHECK(signature_apart(json).signature == kSignature);
  CHECK(verdict_on(json, key_of(0).public_key()) == Verdict::good);
}

TEST_CASE(
    "the same key signs a manifest with the same bytes, another one anew, and a manifest without one is as ever") {
  Manifest manifest = small_manifest();
  sign(manifest, key_of(9));
  const std::string other = write_manifest(manifest);
  sign(manifest, key_of(0));
  CHECK(write_manifest(manifest) == signed_by(key_of(0)));
  CHECK(other != write_manifest(manifest));
  manifest.signature.clear();
  CHECK(write_manifest(manifest) == write_manifest(small_manifest()));
}

TEST_CASE("a signed manifest is read like any other, its signature with it") {
  const ManifestResult result = read_manifest(signed_by(key_of(0)));
  REQUIRE(result.manifest);
  CHECK(result.manifest->signature == kSignature);
  CHECK(write_manifest(*result.manifest) == signed_by(key_of(0)));
}

TEST_CASE("a signature that does not stand as it must is none, and makes the manifest a wrong one") {
  const std::string good = signed_by(key_of(0)), text(kSignature);
  const std::string field = ",\"signature\":\"" + text + "\"";
  const std::string without = replaced(good, field, "");
  for (const std::string& json :
       {replaced(good, field, ",\"signature\": \"" + text + "\""), replaced(good, field, ",\"signature\":\"\""),
        replaced(good, text, text.substr(4)), replaced(good, text, "?" + text.substr(1)),
        replaced(good, field, ",\"signature\":7"), replaced(good, field, field + ",\"more\":1"),
        replaced(without, ",\"title\"", field + ",\"title\""), good.substr(0, good.size() - 1), good + "\n",
        replaced(good, "\"title\"", "\"signature\":\"" + text + "\",\"title\"") + " "}) {
    CAPTURE(json);
    CHECK(verdict_on(json, key_of(0).public_key()) == Verdict::no_signature);
    CHECK(read_manifest(json).wrong == "signature");
  }
  CHECK(verdict_on(without, key_of(0).public_key()) == Verdict::no_signature);
  CHECK(read_manifest(without).manifest == small_manifest());
}

TEST_CASE("no other byte, no shorter text and no other key passes") {
  const std::string good = signed_by(key_of(0));
  const PublicKey key = key_of(0).public_key();
  for (size_t i = 0; i < good.size(); ++i) {
    std::string tampered = good;
    tampered[i] = static_cast<char>(tampered[i] ^ 1);
    CAPTURE(i);
    CHECK(verdict_on(tampered, key) != Verdict::good);
    CHECK(verdict_on(std::string_view(good).substr(0, i), key) == Verdict::no_signature);
  }
  CHECK(verdict_on(good, key_of(1).public_key()) == Verdict::bad_signature);
  CHECK(verdict_on(replaced(good, "\"serial\":1", "\"serial\":2"), key) == Verdict::bad_signature);
}
