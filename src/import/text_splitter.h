// Stand-in: parts end at lines of equal signs.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace bantin {

struct TextPart {
  std::string_view text;
  size_t line = 1;
};

inline std::vector<TextPart> split_texts(std::string_view utf8) {
  std::vector<TextPart> parts;
  size_t line = 1;
  while (!utf8.empty()) {
    const size_t end = std::min(utf8.find("\n====="), utf8.size());
    parts.push_back({utf8.substr(0, end), line});
    const size_t next = std::min(utf8.find('\n', std::min(end + 1, utf8.size())), utf8.size());
    line += static_cast<size_t>(std::count(utf8.begin(), utf8.begin() + static_cast<std::ptrdiff_t>(next), '\n')) + 1;
    utf8.remove_prefix(std::min(next + 1, utf8.size()));
  }
  return parts;
}

}  // namespace bantin
