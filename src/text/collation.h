// Vietnamese order for lists of names: keys that compare bytewise, so that sorting needs no rules.
// Use:    std::sort by collation_key(name), computed once a name; std::string's < is the comparison.
// Order:  that of CLDR for Vietnamese (common/collation/vi.xml, "standard", on CLDR's root), with numeric ordering:
//         1. spaces, the punctuation and signs of Vietnamese texts, other symbols, numbers by value (Điều 2 before Điều
//            10; a separator of thousands ends a number), then a ă â b c d đ e ê … o ô ơ … u ư v w x y z, then other
//            scripts by code point;
//         2. where that is equal for the whole text, tones: none, huyền, hỏi, ngã, sắc, nặng, then foreign accents;
//         3. where that is equal too, small letters before capitals.
// Units:  text is UTF-8 in NFC. A key has about three bytes a letter.
// Errors: none; a bad byte sorts as U+FFFD, a symbol.
#pragma once

#include <string>
#include <string_view>

namespace bantin {

std::string collation_key(std::string_view text);

/// The small letter of a capital, accents kept: Latin up to U+0137 and from U+014A to U+0177, Vietnamese, Greek and
/// Cyrillic. Others stay.
char32_t small_letter(char32_t code_point);

}  // namespace bantin
