#include "import/vni.h"

#include "import/vietnamese_letters.h"
#include "import/windows_bytes.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr unsigned kCase = 0x20;  // between a capital's code and the small letter's

struct Single {
  unsigned char small;  ///< of the small letter
  char32_t letter, capital;
};
constexpr Single kSingles[] = {{0xE6, U'ỉ', U'Ỉ'}, {0xEC, U'ì', U'Ì'}, {0xED, U'í', U'Í'},
                               {0xEE, U'ỵ', U'Ỵ'}, {0xF1, U'đ', U'Đ'}, {0xF2, U'ị', U'Ị'},
                               {0xF3, U'ĩ', U'Ĩ'}, {0xF4, U'ơ', U'Ơ'}, {0xF6, U'ư', U'Ư'}};

// What a second byte puts on a vowel: a shape, a tone, or both.
enum class Shape : unsigned char { none, circumflex, breve };
struct Mark {
  unsigned char small;
  Shape shape;
  Tone tone;
};
constexpr Mark kMarks[] = {{0xF8, Shape::none, Tone::grave},       {0xFB, Shape::none, Tone::hook},
                           {0xF5, Shape::none, Tone::tilde},       {0xF9, Shape::none, Tone::acute},
                           {0xEF, Shape::none, Tone::dot},         {0xE2, Shape::circumflex, Tone::level},
                           {0xE0, Shape::circumflex, Tone::grave}, {0xE5, Shape::circumflex, Tone::hook},
                           {0xE3, Shape::circumflex, Tone::tilde}, {0xE1, Shape::circumflex, Tone::acute},
                           {0xE4, Shape::circumflex, Tone::dot},   {0xEA, Shape::breve, Tone::level},
                           {0xE8, Shape::breve, Tone::grave},      {0xFA, Shape::breve, Tone::hook},
                           {0xFC, Shape::breve, Tone::tilde},      {0xE9, Shape::breve, Tone::acute},
                           {0xEB, Shape::breve, Tone::dot}};

// The vowels that a shape can be put on, and what they become.
constexpr std::u32string_view kRound = U"aeoAEO", kRounded = U"âêôÂÊÔ";
constexpr std::u32string_view kBrief = U"aA", kShortened = U"ăĂ";
constexpr std::u32string_view kTakesTone = U"aeouyơưAEOUYƠƯ";

char32_t first_letter(unsigned char byte) {
  if (byte < 0xC0) return windows1252_letter(byte);
  for (const Single& single : kSingles) {
    if (byte == single.small) return single.letter;
    if (byte == single.small - kCase) return single.capital;
  }
  return byte;
}

char32_t in_shape(char32_t vowel, Shape shape) {
  if (shape == Shape::none) return kTakesTone.find(vowel) == std::u32string_view::npos ? 0 : vowel;
  const bool is_round = shape == Shape::circumflex;
  const size_t at = (is_round ? kRound : kBrief).find(vowel);
  if (at == std::u32string_view::npos) return 0;
  return (is_round ? kRounded : kShortened)[at];
}

// `letter` with what `byte` puts on it; 0: it puts nothing on that letter. The letter says whether it is a capital.
char32_t marked(char32_t letter, unsigned char byte) {
  if (byte < 0xC0) return 0;
  const unsigned small = byte | kCase;
  for (const Mark& mark : kMarks) {
    if (mark.small != small) continue;
    const char32_t vowel = in_shape(letter, mark.shape);
    return vowel ? with_tone(vowel, mark.tone) : 0;
  }
  return 0;
}

}  // namespace

std::string vni_to_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size(); ++at) {
    const char32_t letter = first_letter(static_cast<unsigned char>(bytes[at]));
    const char32_t whole = at + 1 < bytes.size() ? marked(letter, static_cast<unsigned char>(bytes[at + 1])) : 0;
    append(text, whole ? whole : letter);
    if (whole) ++at;
  }
  return text;
}

}  // namespace bantin
