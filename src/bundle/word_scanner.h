// The words of a text as search sees them (catalog/search.h, text/fold.h), each as it is spelled: small letters,
// accents kept. A test holds them to search_words. Use:    WordScanner words(text); while (words.next()) …
// words.spelling() … term_of(words.spelling()) Owns its buffer; spelling() is good until the next next().
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bantin {

/// Longer terms are cut, between letters; a spelling ends where its term is cut.
inline constexpr size_t kLongestTerm = 40;
inline constexpr size_t kLongestSpelling = 120;

class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text) {}

  /// False behind the last word.
  bool next();
  std::string_view spelling() const { return {spelling_, size_}; }

 private:
  void take(char32_t small, size_t term_bytes);

  std::string_view text_;
  size_t at_ = 0;
  char spelling_[kLongestSpelling] = {};
  size_t size_ = 0, term_size_ = 0;
  bool is_full_ = false;
};

/// The folded word, which is what is looked for.
std::string term_of(std::string_view spelling);

}  // namespace bantin
