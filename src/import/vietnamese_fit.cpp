#include "import/vietnamese_fit.h"

#include "import/syllable.h"
#include "import/vietnamese_letters.h"
#include "text/utf8.h"

namespace bantin {

namespace {

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool is_accented(char32_t c) {
  const bool is_latin = c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7;
  const bool is_additional = c >= 0x1E00 && c < 0x1F00;
  return is_latin || is_additional || tone_of_mark(c) != Tone::count_ || c == kReplacementCharacter;
}

struct Word {
  std::u32string letters;
  size_t begin = 0;
  bool is_accented = false;
};

void judge(const Word& word, std::string_view spelled, VietnameseFit& fit) {
  if (!word.is_accented || word.letters.size() < 2) return;
  if (!is_syllable(word.letters)) {
    ++fit.bad;
    return;
  }
  ++fit.good;
  if (fit.first.empty()) fit.first = spelled;
  fit.is_various |= fit.first != spelled;
}

}  // namespace

void VietnameseFit::add(const VietnameseFit& other) {
  is_various |= other.is_various || (!first.empty() && !other.first.empty() && first != other.first);
  if (first.empty()) first = other.first;
  good += other.good;
  bad += other.bad;
  has_beyond |= other.has_beyond;
}

VietnameseFit vietnamese_fit(std::string_view utf8) {
  VietnameseFit fit;
  Word word;
  for (size_t at = 0; at < utf8.size();) {
    const size_t begin = at;
    const char32_t letter = decode(utf8, at);
    const bool has_accent = is_accented(letter);
    if (has_accent || is_ascii_letter(letter)) {
      word.letters.push_back(letter);
      word.is_accented |= has_accent;
      fit.has_beyond |= has_accent && letter > 0xFF && letter != kReplacementCharacter;
      continue;
    }
    judge(word, utf8.substr(word.begin, begin - word.begin), fit);
    word = {{}, at};
  }
  judge(word, utf8.substr(word.begin), fit);
  return fit;
}

}  // namespace bantin
