#include "import/word_changes.h"

#include <algorithm>

namespace bantin {

namespace {

constexpr size_t kMostWords = 3;
constexpr size_t kLongestWord = 60;  // in bytes; a longer one is no word
constexpr std::string_view kBetween = " \t\r\n<>\"=";

std::string_view next_word(std::string_view text, size_t& at) {
  const size_t begin = std::min(text.find_first_not_of(kBetween, at), text.size());
  at = std::min(text.find_first_of(kBetween, begin), text.size());
  return text.substr(begin, at - begin);
}

void add_word(std::string& words, std::string_view word) {
  if (!words.empty()) words.push_back(' ');
  words += word;
}

}  // namespace

std::string word_changes(std::string_view before, std::string_view after) {
  std::string old_words, new_words;
  size_t count = 0, old_at = 0, new_at = 0;
  while (count < kMostWords) {
    const std::string_view old_word = next_word(before, old_at), new_word = next_word(after, new_at);
    if (new_word.empty()) break;
    const bool is_told = old_word != new_word && std::max(old_word.size(), new_word.size()) <= kLongestWord;
    if (!is_told && count > 0) break;
    if (!is_told) continue;
    add_word(old_words, old_word);
    add_word(new_words, new_word);
    ++count;
  }
  if (before.empty() || new_words.empty()) return new_words;
  return old_words + " → " + new_words;
}

}  // namespace bantin
