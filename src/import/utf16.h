// UTF-16 in either order of its bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bantin {

enum class ByteOrder : unsigned char { little, big };

/// `replaced` gets the number of lone surrogates and half units, now U+FFFD. A mark of the byte order is a character.
std::string utf16_to_utf8(std::string_view bytes, ByteOrder order, size_t* replaced = nullptr);

/// The order in which `bytes` look like UTF-16 without a mark: every other byte of its ASCII and Latin-1 is NUL.
std::optional<ByteOrder> utf16_order(std::string_view bytes);

}  // namespace bantin
