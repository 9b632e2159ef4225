// Several articles in one plain-text file, parted by a line of signs (=====, -----, *****, _____) or a form feed.
// Units: bytes of UTF-8; lines from 1.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace bantin {

struct TextPart {
  std::string_view text;
  size_t line = 1;  ///< of the text's beginning; blank lines before it belong to no part
};

/// Parts without text are dropped. A line of signs right below a paragraph of one line, with text right below itself,
/// underlines a title; only where all are so placed, and none below the file's first line, they part the articles after
/// all.
std::vector<TextPart> split_texts(std::string_view utf8);

}  // namespace bantin
