// Stand-in: bytes as UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/utf8.h"

namespace bantin {

enum class Encoding : uint8_t { utf8, utf16le, utf16be, windows1258, tcvn3, vni, count_ };

struct Decoded {
  std::string text;
  Encoding encoding = Encoding::utf8;
  std::string evidence;
  bool is_guess = false;
  size_t replaced = 0;
};

inline Decoded to_utf8(std::string_view bytes, std::optional<Encoding> /*wanted*/) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Decoded decoded;
  decoded.text = repaired(bytes, &decoded.replaced);
  return decoded;
}

inline Decoded document_to_utf8(std::string_view bytes, std::optional<Encoding> wanted) {
  return to_utf8(bytes, wanted);
}

inline std::optional<Encoding> encoding_called(std::string_view name) {
  return name == "utf-8" ? std::optional(Encoding::utf8) : std::nullopt;
}

inline std::string_view encoding_name(Encoding /*encoding*/) { return "utf-8"; }

}  // namespace bantin
