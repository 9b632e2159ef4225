#include "reader/reading_time.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

bool is_space(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0; }

// Emoji and the selectors behind them are none, though they lie beyond every block of punctuation.
bool is_letter_or_digit(char32_t c) { return is_word(fold(c)); }

}  // namespace

size_t count_words(std::string_view text) {
  size_t count = 0;
  bool is_counted = false;  // the word at hand
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (is_space(c)) {
      is_counted = false;
    } else if (!is_counted && is_letter_or_digit(c)) {
      is_counted = true;
      ++count;
    }
  }
  return count;
}

uint32_t reading_minutes(size_t syllables) {
  const size_t minutes = syllables / kSyllablesPerMinute + (syllables % kSyllablesPerMinute * 2 >= kSyllablesPerMinute);
  return static_cast<uint32_t>(std::clamp<size_t>(minutes, 1, UINT32_MAX));
}

}  // namespace bantin
