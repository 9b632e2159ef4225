// The words of a text with their places: what an import compares instead of letters.
// Units: bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bantin {

struct Word {
  std::string folded;
  size_t begin = 0, end = 0;  ///< where it stands in the text
};

/// Letters and digits that stand together; everything else parts words: "TT&TT" is two.
std::vector<Word> words_of(std::string_view text);

}  // namespace bantin
