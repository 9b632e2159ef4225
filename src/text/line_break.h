// Where a line of Vietnamese news may break: after spaces, after a hyphen between letters, after dashes, behind the
// slashes of long addresses, between the characters of Chinese and Japanese. Not before closing punctuation, and not at
// a no-break space. What the Unicode algorithm (UAX 14) knows beyond that is left out.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace bantin {

/// A piece that no line breaks: text[begin, end) in bytes. The next one begins at `next`: behind the spaces between
/// them, or at `end` where a break needs no space.
struct Run {
  uint32_t begin = 0, end = 0, next = 0;

  bool operator==(const Run&) const = default;
};

/// The runs of one paragraph in order. Spaces at its beginning belong to none.
std::vector<Run> runs(std::string_view paragraph);

}  // namespace bantin
