#include "bundle/signed_manifest.h"

namespace bantin {

void sign(Manifest& manifest, const SigningKey& key) {
  manifest.signature.clear();
  const std::string json = write_manifest(manifest);
  manifest.signature = base64(key.sign(std::string_view(json).substr(0, json.size() - kManifestEnd.size())));
}

Verdict verdict_on(std::string_view json, const PublicKey& key) {
  const auto [bytes, text] = signature_apart(json);
  const auto signature = signature_from(text);
  if (!signature) return Verdict::no_signature;
  return is_signed(bytes, *signature, key) ? Verdict::good : Verdict::bad_signature;
}

}  // namespace bantin
