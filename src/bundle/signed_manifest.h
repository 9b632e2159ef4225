// The signature of a manifest: its last field, over all bytes in front of it (data/README.md, "A signed bundle").
// Use:    sign(manifest, key); const std::string json = write_manifest(manifest);
//         if (verdict_on(json, public_key) != Verdict::good) …
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bundle/manifest.h"
#include "bundle/signing_key.h"

namespace bantin {

/// Sets the signature, whatever the manifest had before.
void sign(Manifest& manifest, const SigningKey& key);

enum class Verdict : uint8_t {
  good,
  no_signature,  ///< or none where and as it must be
  bad_signature,
};

/// `json`: the manifest as it is served, to its last byte.
Verdict verdict_on(std::string_view json, const PublicKey& key);

}  // namespace bantin
