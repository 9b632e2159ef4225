// HTML's references to Latin-1 letters (&#181; &#xB5; &micro;), in which old pages spell the bytes of old encodings.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace bantin {

/// Adds a code point of U+0080 to U+00FF to a text.
using AddLatin = std::function<void(std::string&, char32_t)>;

/// `html` with these references (not the no-break space's) replaced by what `add` makes of them; all else stays.
std::string without_latin_references(std::string_view html, const AddLatin& add);

}  // namespace bantin
