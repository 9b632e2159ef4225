#include "import/words.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool joins = false;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t letter = fold(decode(text, at));
    if (letter == 0) continue;
    if (is_word(letter)) {
      if (!joins) words.push_back({"", begin, begin});
      append(words.back().folded, letter);
      words.back().end = at;
    }
    joins = is_word(letter);
  }
  return words;
}

}  // namespace bantin
