// What a Vietnamese syllable looks like: onset, rime and tone from closed lists. Tells Vietnamese from what only has
// accents. Names of other peoples' places (Đắk) are not in it.
#pragma once

#include <string_view>

namespace bantin {

/// `word`: code points in either case, tones as composed letters or as marks after the vowel.
bool is_syllable(std::u32string_view word);

}  // namespace bantin
