// The bytes of Windows' Western (1252) and Vietnamese (1258) code pages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bantin {

/// What a program shows that takes the byte for Windows-1252; U+0080 to U+009F where that has nothing.
char32_t windows1252_letter(unsigned char byte);

/// The byte that is read as `code_point` in Windows-1252 or in Latin-1.
std::optional<unsigned char> windows1252_byte(char32_t code_point);

/// `bytes` as a program shows them that takes them for Windows-1252.
std::string windows1252_to_utf8(std::string_view bytes);

/// Tones, marks of their own in this code page, are put on their vowels. `replaced` gets the number of bytes without
/// meaning, now U+FFFD.
std::string windows1258_to_utf8(std::string_view bytes, size_t* replaced = nullptr);

}  // namespace bantin
