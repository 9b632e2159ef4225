// Bytes of a known encoding as UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "import/encoding_name.h"

namespace bantin {

/// `replaced`, if any, gets the number of parts without meaning, now U+FFFD.
std::string transcoded(std::string_view bytes, Encoding from, size_t* replaced = nullptr);

}  // namespace bantin
