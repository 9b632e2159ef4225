#include "text/cluster.h"

#include "text/utf8.h"

namespace bantin {

namespace {

struct Range {
  char32_t first, last;
};

constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kFirstExtender = 0x0300;

constexpr Range kExtenders[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},   {0x064B, 0x065F},   {0x0E31, 0x0E31},
    {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200D, 0x200D},   {0x20D0, 0x20FF},
    {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF},
};

bool extends(char32_t code_point) {
  const bool is_latin_additional = code_point >= 0x1E00 && code_point <= 0x1EFF;  // most of Vietnamese
  if (code_point < kFirstExtender || is_latin_additional) return false;
  for (const Range& range : kExtenders) {
    if (code_point >= range.first && code_point <= range.last) return true;
  }
  return false;
}

bool is_regional_indicator(char32_t code_point) { return code_point >= 0x1F1E6 && code_point <= 0x1F1FF; }

}  // namespace

std::string_view next_cluster(std::string_view text, size_t& at) {
  const size_t begin = at;
  char32_t last = decode(text, at);
  bool may_pair = is_regional_indicator(last);
  while (at < text.size()) {
    // Most text is letters below every mark: nothing to decode.
    if (static_cast<unsigned char>(text[at]) < 0xCC && last != kJoiner) break;
    size_t ahead = at;
    const char32_t next = decode(text, ahead);
    const bool joins = extends(next) || last == kJoiner || (may_pair && is_regional_indicator(next));
    if (!joins) break;
    may_pair = false;
    last = next;
    at = ahead;
  }
  return text.substr(begin, at - begin);
}

}  // namespace bantin
