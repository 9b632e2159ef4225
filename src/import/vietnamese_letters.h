// The letters of Vietnamese: twelve vowels in six tones, and đ, in both cases.
// Units: code points; composed letters only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bantin {

/// In the order of the letters' table.
enum class Tone : uint8_t { level, grave, hook, tilde, acute, dot, count_ };

struct TonedLetter {
  char32_t plain = 0;  ///< without tone, in lower case: ấ gives â
  Tone tone = Tone::level;
  bool is_vowel = false;
};

/// Any code point; one that is no Vietnamese vowel is given back in lower case where it is A to Z or Đ.
TonedLetter toned_letter(char32_t code_point);

/// `vowel` (without tone, either case) in `tone`; 0 where it is none.
char32_t with_tone(char32_t vowel, Tone tone);

/// The tone of a combining mark; Tone::count_ where it is none.
Tone tone_of_mark(char32_t code_point);

/// Adds a letter in UTF-8; a mark of a tone joins the vowel before it.
class ToneComposer {
 public:
  explicit ToneComposer(size_t expected) { text_.reserve(expected); }
  void add(char32_t code_point);
  std::string take();

 private:
  void flush();

  std::string text_;
  char32_t waiting_ = 0;
};

}  // namespace bantin
