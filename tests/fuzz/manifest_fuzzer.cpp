// A bundle's manifest: one that is taken is written and read as the same, signed or not; and a secret key's line.
// Seeds: build/fuzz/seeds/manifest/*
#include "bundle/manifest.h"

#include "bundle/signed_manifest.h"
#include "fuzz.h"

namespace bantin {
namespace {

void read_as_key(std::string_view input) {
  const auto key = SigningKey::from_text(input);
  if (!key) return;
  const SecretKeyText text = key->text();
  const auto again = SigningKey::from_text({text.text(), SecretKeyText::size()});
  fuzz::demand(again && again->public_key() == key->public_key());
}

void read_as_signed(std::string_view input) {
  const auto [bytes, signature] = signature_apart(input);
  fuzz::demand(input.starts_with(bytes) && (signature.empty() ? bytes == input : bytes.size() < input.size()));
  fuzz::demand(verdict_on(input, PublicKey{}) == (signature.empty() ? Verdict::no_signature : Verdict::bad_signature));
}

}  // namespace
}  // namespace bantin

void bantin::fuzz::read(std::string_view input) {
  read_as_key(input);
  read_as_signed(input);
  const ManifestResult first = read_manifest(input);
  demand(first.manifest.has_value() == first.wrong.empty());
  if (!first.manifest) return;
  const ManifestResult second = read_manifest(write_manifest(*first.manifest));
  demand(second.manifest == first.manifest);
}
