// The encodings that texts come in, and their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bantin {

enum class Encoding : uint8_t { utf8, utf16le, utf16be, windows1258, tcvn3, vni, count_ };

/// By any usual name: "utf-8", "UTF-16", "cp1258", "abc", "vni-windows"… Case, hyphens and spaces do not matter.
std::optional<Encoding> encoding_called(std::string_view name);

/// As people write it: "UTF-8", "Windows-1258", "TCVN3".
std::string_view encoding_name(Encoding encoding);

}  // namespace bantin
