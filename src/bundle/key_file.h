// Keys as files: the secret one, that only its owner may read, and beside it KEY.pub, the public one.
// Use:    const KeyFault fault = write_key_files("khoa", *SigningKey::make());  if (fault != KeyFault::none) …
//         const KeyFile file = read_key_file("khoa");  if (file.key) …
// Both files are complete or absent; one that is there already is never touched: a key that is gone is gone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "bundle/signing_key.h"

namespace bantin {

enum class KeyFault : uint8_t {
  none,
  exists,      ///< the file, or its .pub
  unwritable,  ///< one of them; neither is there
  unreadable,
  malformed,  ///< no secret key
};

inline std::string public_file_of(const std::string& path) { return path + ".pub"; }

KeyFault write_key_files(const std::string& path, const SigningKey& key);

struct KeyFile {
  KeyFault fault = KeyFault::none;
  std::optional<SigningKey> key;
  bool is_open_to_others = false;  ///< others of this machine may read it
};
KeyFile read_key_file(const std::string& path);

}  // namespace bantin
