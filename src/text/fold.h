// Folding: what a reader means who types without accents or capitals. Hoà, HOÀ and hoa are one word.
// Vietnamese letters lose tone and shape (ơ to o, đ to d); other Latin letters their accents; Greek and Cyrillic their
// capitals. Combining marks (U+0300 to U+036F) disappear, so that decomposed text folds like composed text.
// A test holds the table against utf8proc over the ranges it covers.
#pragma once

#include <string>
#include <string_view>

namespace bantin {

/// 0 for what disappears.
char32_t fold(char32_t code_point);

/// Every code point folded.
std::string folded(std::string_view text);

/// Whether a folded code point belongs to a word: an ASCII letter or digit, or any letter beyond ASCII.
bool is_word(char32_t code_point);

/// `name` as an id: folded letters and digits, a hyphen between words. Never empty: "khac" ("other") where nothing is
/// left.
std::string slug(std::string_view name);

}  // namespace bantin
