// What a reader sees as one character: a letter with its combining marks, an emoji sequence, a flag.
// Use:    for (size_t at = 0; at < text.size();) { std::string_view one = next_cluster(text, at); … }
// Covers the marks of the scripts met in news (Latin, Greek, Cyrillic, Hebrew, Arabic, Thai, kana), variation
// selectors, emoji modifiers, joiners and flags; not all of UAX 29.
// Errors: none; a bad byte is a cluster of its own.
#pragma once

#include <cstddef>
#include <string_view>

namespace bantin {

/// The cluster that begins at `at`, which moves behind it. `at` must be below text.size().
std::string_view next_cluster(std::string_view text, size_t& at);

}  // namespace bantin
