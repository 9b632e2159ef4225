// The first words that a conversion changed, for a person to judge it by.
#pragma once

#include <string>
#include <string_view>

namespace bantin {

/// "C«ng v¨n → Công văn": up to three neighbouring words. Both texts have the same blanks and tags. Without `before`:
/// the first words of `after`. Empty where nothing changed.
std::string word_changes(std::string_view before, std::string_view after);

}  // namespace bantin
