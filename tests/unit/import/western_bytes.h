// What a text shows as the bytes of Windows-1252: how files in old encodings look to programs that do not know them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "import/windows_bytes.h"
#include "text/utf8.h"

namespace bantin {

inline std::string western(std::string_view shown) {
  std::string bytes;
  for (size_t at = 0; at < shown.size();) {
    const auto byte = windows1252_byte(decode(shown, at));
    REQUIRE(byte);
    bytes.push_back(static_cast<char>(*byte));
  }
  return bytes;
}

}  // namespace bantin
