#include "bundle/word_scanner.h"

#include <array>

#include "text/collation.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr size_t kMostForOne = kLongestSpelling / kLongestTerm;
constexpr uint8_t kParts = 0xFF;  // what is no letter parts words

struct Letter {
  char32_t small = 0;
  uint8_t term_bytes = kParts;  ///< that it adds to the term; 0: a mark, which folding takes away
};

uint8_t bytes_of(char32_t c) {
  if (c < 0x80) return 1;
  if (c < 0x800) return 2;
  return c < 0x10000 ? 3 : 4;
}

Letter letter_of(char32_t c) {
  const char32_t plain = fold(c);
  if (plain == 0) return {c, 0};
  if (!is_word(plain)) return {};
  return {small_letter(c), bytes_of(plain)};
}

// Latin with all its extensions: every letter of a Vietnamese text, found without reckoning.
constexpr char32_t kTableEnd = 0x1F00;
const std::array<Letter, kTableEnd>& letter_table() {
  static const auto table = [] {
    std::array<Letter, kTableEnd> letters;
    for (char32_t c = 0; c < kTableEnd; ++c) letters[c] = letter_of(c);
    return letters;
  }();
  return table;
}

size_t put_utf8(char* out, char32_t c) {
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  const size_t count = bytes_of(c);
  constexpr uint8_t kLeads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (size_t i = count - 1; i > 0; --i, c >>= 6) out[i] = static_cast<char>(0x80 | (c & 0x3F));
  out[0] = static_cast<char>(kLeads[count] | c);
  return count;
}

}  // namespace

bool WordScanner::next() {
  const std::array<Letter, kTableEnd>& table = letter_table();
  size_ = term_size_ = 0;
  is_full_ = false;
  while (at_ < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    char32_t c = byte;
    if (byte < 0x80) {
      ++at_;
    } else {
      c = decode(text_, at_);
    }
    const Letter letter = c < kTableEnd ? table[c] : letter_of(c);
    if (letter.term_bytes != kParts) {
      take(letter.small, letter.term_bytes);
    } else if (size_ > 0) {
      return true;
    }
  }
  return size_ > 0;
}

void WordScanner::take(char32_t small, size_t term_bytes) {
  if (is_full_) return;
  const size_t bytes = bytes_of(small);
  if (term_bytes == 0) {
    // No letter has more than three bytes for each that it adds to the term; marks take what is left of that.
    if (size_ + bytes > kMostForOne * term_size_) return;
  } else if (term_size_ + term_bytes > kLongestTerm) {
    is_full_ = true;
    return;
  }
  size_ += put_utf8(spelling_ + size_, small);
  term_size_ += term_bytes;
}

std::string term_of(std::string_view spelling) { return folded(spelling); }

}  // namespace bantin
