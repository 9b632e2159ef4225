#include "text/fold.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/utf8.h"

namespace bantin {

namespace {

// The base letter of each code point of a range; '.' where there is none.
struct Table {
  char32_t first;
  std::string_view letters;
};

constexpr Table kTables[] = {
    // Latin-1 and Latin Extended-A
    {0xC0,
     "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg"
     "gggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz."},
    {0x1A0, "oo"},
    {0x1AF, "uu"},
    {0x1CD, "aaiioouuuuuuuuuu"},
    // Latin Extended Additional, Vietnamese in its second half
    {0x1E00,
     "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
     "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
     "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"},
};

char32_t base_letter(char32_t code_point) {
  for (const Table& table : kTables) {
    if (code_point < table.first || code_point >= table.first + table.letters.size()) continue;
    const char letter = table.letters[code_point - table.first];
    if (letter != '.') return static_cast<char32_t>(letter);
  }
  return 0;
}

bool within(char32_t code_point, char32_t first, char32_t last) { return code_point >= first && code_point <= last; }

char32_t lower_case(char32_t c) {
  if (within(c, 0xC0, 0xDE) && c != 0xD7) return c + 0x20;
  if (within(c, 0x100, 0x137) || within(c, 0x14A, 0x177)) return c | 1;
  if (within(c, 0x139, 0x148)) return c + (c & 1);
  if (within(c, 0x391, 0x3A9) || within(c, 0x410, 0x42F)) return c + 0x20;
  if (within(c, 0x400, 0x40F)) return c + 0x50;
  if (c == U'ẞ') return U'ß';
  if (c == U'ẛ') return U'ſ';
  return c;
}

}  // namespace

char32_t fold(char32_t code_point) {
  if (code_point < 0x80) return code_point >= 'A' && code_point <= 'Z' ? code_point + 0x20 : code_point;
  if (within(code_point, 0x300, 0x36F)) return 0;
  if (code_point == 0x110 || code_point == 0x111) return 'd';
  const char32_t letter = base_letter(code_point);
  return letter ? letter : lower_case(code_point);
}

std::string folded(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (const char32_t code_point = fold(decode(text, at))) append(plain, code_point);
  }
  return plain;
}

bool is_word(char32_t code_point) {
  if (code_point < 0x80) return within(code_point, '0', '9') || within(code_point, 'a', 'z');
  // Beyond ASCII: all but Latin-1's signs and the blocks of punctuation, arrows, symbols and emoji.
  static constexpr std::pair<char32_t, char32_t> kNoWords[] = {
      {0x80, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2000, 0x2BFF},
      {0x3000, 0x303F}, {0xFE00, 0xFE0F}, {0xFFFD, 0xFFFD}, {0x1F000, 0x1FAFF},
  };
  return std::none_of(std::begin(kNoWords), std::end(kNoWords),
                      [code_point](const auto& block) { return within(code_point, block.first, block.second); });
}

std::string slug(std::string_view name) {
  std::string id;
  bool parted = false;
  for (const char c : folded(name)) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!is_kept) {
      parted = true;
      continue;
    }
    if (parted && !id.empty()) id.push_back('-');
    parted = false;
    id.push_back(c);
  }
  return id.empty() ? "khac" : id;
}

}  // namespace bantin
