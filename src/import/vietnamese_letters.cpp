#include "import/vietnamese_letters.h"

#include <unordered_map>
#include <utility>

#include "text/utf8.h"

namespace bantin {

namespace {

constexpr size_t kTones = static_cast<size_t>(Tone::count_);
constexpr size_t kVowels = 12;

// A vowel's six tones, one vowel after the other.
constexpr std::u32string_view kLower = U"aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
constexpr std::u32string_view kUpper = U"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ";
static_assert(kLower.size() == kVowels * kTones && kUpper.size() == kVowels * kTones);

constexpr std::pair<char32_t, Tone> kMarks[] = {
    {0x300, Tone::grave}, {0x301, Tone::acute}, {0x303, Tone::tilde}, {0x309, Tone::hook}, {0x323, Tone::dot}};

using Letters = std::unordered_map<char32_t, TonedLetter>;

Letters letters_of_tables() {
  Letters letters;
  for (const std::u32string_view table : {kLower, kUpper}) {
    for (size_t i = 0; i < table.size(); ++i)
      letters[table[i]] = {kLower[i - i % kTones], static_cast<Tone>(i % kTones), true};
  }
  return letters;
}

}  // namespace

TonedLetter toned_letter(char32_t code_point) {
  static const Letters letters = letters_of_tables();
  if (const auto found = letters.find(code_point); found != letters.end()) return found->second;
  if (code_point == U'Đ') return {U'đ'};
  const bool is_capital = code_point >= U'A' && code_point <= U'Z';
  return {is_capital ? code_point + 0x20 : code_point};
}

char32_t with_tone(char32_t vowel, Tone tone) {
  for (const std::u32string_view table : {kLower, kUpper}) {
    const size_t at = table.find(vowel);
    if (at != std::u32string_view::npos && at % kTones == 0) return table[at + static_cast<size_t>(tone)];
  }
  return 0;
}

Tone tone_of_mark(char32_t code_point) {
  for (const auto& [mark, tone] : kMarks) {
    if (mark == code_point) return tone;
  }
  return Tone::count_;
}

void ToneComposer::add(char32_t code_point) {
  const Tone tone = tone_of_mark(code_point);
  const char32_t composed = tone == Tone::count_ ? 0 : with_tone(waiting_, tone);
  if (composed == 0) flush();
  waiting_ = composed ? composed : code_point;
}

std::string ToneComposer::take() {
  flush();
  return std::move(text_);
}

void ToneComposer::flush() {
  if (waiting_) append(text_, waiting_);
  waiting_ = 0;
}

}  // namespace bantin
