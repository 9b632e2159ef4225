#include "text/collation.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr std::u16string_view kAlphabet = u"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

// Every vowel with its tones in order.
constexpr size_t kTones = 6;
constexpr std::u16string_view kVowels =
    u"aàảãáạ"
    u"ăằẳẵắặ"
    u"âầẩẫấậ"
    u"eèẻẽéẹ"
    u"êềểễếệ"
    u"iìỉĩíị"
    u"oòỏõóọ"
    u"ôồổỗốộ"
    u"ơờởỡớợ"
    u"uùủũúụ"
    u"ưừửữứự"
    u"yỳỷỹýỵ";

constexpr std::u16string_view kSymbols = u"_-–—,;:!?….'\"«»()[]{}§@*/\\&#%‰•`^°©+±÷×<=>|~$";
// Curved quotes differ from straight ones as tones differ.
constexpr std::u16string_view kQuotes = u"'‘’\"“”";

// First bytes of the primary level. A level ends with 0.
enum Weight : unsigned char {
  level_end = 0,
  white_space = 1,
  first_symbol = 2,
  other_symbol = 0x40,
  number = 0x50,
  first_letter = 0x60,
  other_letter = 0xF0,
};

constexpr unsigned char kForeignAccent = kTones;
constexpr size_t kLongestNumber = 200;  // digits whose count fits in a byte; what follows is a number of its own

bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_digit(char32_t c) { return within(c, '0', '9'); }

bool is_white_space(char32_t c) { return within(c, 9, 13) || c == ' ' || c == 0xA0; }

// Marks (text in NFC has none that belong to Vietnamese), soft hyphens, zero-width and variation selectors.
bool is_ignored(char32_t c) {
  return fold(c) == 0 || c == 0xAD || within(c, 0x200B, 0x200F) || within(c, 0xFE00, 0xFE0F);
}

constexpr size_t kNowhere = std::u16string_view::npos;

size_t place(std::u16string_view list, char32_t c) {
  return c > 0xFFFF ? kNowhere : list.find(static_cast<char16_t>(c));
}

class KeyWriter {
 public:
  explicit KeyWriter(std::string_view text) : text_(text) {}

  std::string key() {
    for (size_t at = 0; at < text_.size();) {
      if (is_digit(static_cast<unsigned char>(text_[at]))) {
        add_number(at);
        continue;
      }
      const char32_t c = decode(text_, at);
      if (!is_ignored(c)) add(c);
    }
    primary_.push_back(level_end);
    tones_.push_back(level_end);
    return primary_ + tones_ + capitals_;
  }

 private:
  // By the count of its digits, then by them.
  void add_number(size_t& at) {
    while (at + 1 < text_.size() && text_[at] == '0' && is_digit(static_cast<unsigned char>(text_[at + 1]))) ++at;
    size_t end = at;
    while (end < text_.size() && end - at < kLongestNumber && is_digit(static_cast<unsigned char>(text_[end]))) ++end;
    put(number, 0, false);
    primary_.push_back(static_cast<char>(end - at));
    primary_ += text_.substr(at, end - at);
    at = end;
  }

  void add(char32_t c) {
    if (is_white_space(c)) return put(white_space, 0, false);
    const size_t quote = place(kQuotes, c), form = quote == kNowhere ? 0 : quote % 3;
    const size_t symbol = place(kSymbols, form == 0 ? c : char32_t{kQuotes[quote - form]});
    if (symbol != kNowhere) return put(first_symbol + symbol, form, false);
    const char32_t small = small_letter(c);
    if (add_letter(small, c != small)) return;
    const bool is_symbol = !is_word(fold(c));
    put(is_symbol ? other_symbol : other_letter, 0, c != small);
    for (const int shift : {16, 8, 0}) primary_.push_back(static_cast<char>(small >> shift));
  }

  // False where `small` is none of the alphabet's letters, whatever its accent.
  bool add_letter(char32_t small, bool is_capital) {
    size_t tone = 0;
    char32_t letter = small;
    if (const size_t vowel = place(kVowels, small); vowel != kNowhere) {
      tone = vowel % kTones;
      letter = kVowels[vowel - tone];
    } else if (place(kAlphabet, small) == kNowhere) {
      tone = kForeignAccent;
      letter = fold(small);
    }
    const size_t at = place(kAlphabet, letter);
    if (at == kNowhere) return false;
    put(first_letter + at, tone, is_capital);
    return true;
  }

  void put(size_t weight, size_t tone, bool is_capital) {
    primary_.push_back(static_cast<char>(weight));
    tones_.push_back(static_cast<char>(1 + tone));
    capitals_.push_back(is_capital ? '\2' : '\1');
  }

  std::string_view text_;
  std::string primary_, tones_, capitals_;
};

}  // namespace

std::string collation_key(std::string_view text) { return KeyWriter(text).key(); }

char32_t small_letter(char32_t c) {
  if (within(c, 0xC0, 0xDE)) return c == 0xD7 ? c : c + 0x20;
  if (c == U'İ') return U'i';  // between two letters that are a pair
  if (within(c, 0x100, 0x137) || within(c, 0x14A, 0x177) || c == U'Ơ' || within(c, 0x1EA0, 0x1EF9)) return c | 1;
  if (c == U'Ư') return U'ư';
  return c < 0x80 || within(c, 0x370, 0x4FF) ? fold(c) : c;
}

}  // namespace bantin
