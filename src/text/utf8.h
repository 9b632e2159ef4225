// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
// Errors: a bad part becomes U+FFFD, one for each maximal part that could have begun a character (Unicode 15,
// section 3.9).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bantin {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// The code point at `at`, which moves behind it. `at` must be below text.size().
char32_t decode(std::string_view text, size_t& at);

/// Adds `code_point` to `out`. Surrogates and what lies above U+10FFFF are added as U+FFFD.
void append(std::string& out, char32_t code_point);

/// `text` with its bad parts replaced; `replaced` gets their number.
std::string repaired(std::string_view text, size_t* replaced = nullptr);

}  // namespace bantin
