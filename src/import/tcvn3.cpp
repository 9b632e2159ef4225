#include "import/tcvn3.h"

#include "import/vietnamese_letters.h"
#include "import/windows_bytes.h"

namespace bantin {

namespace {

constexpr unsigned kFirst = 0xA0, kFirstMark = 0xB0, kLastMark = 0xB4;

// A row of 16 codes each; the five spaces are the marks' places.
constexpr std::u32string_view kLetters =
    U"\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ"
    U"     àảãáạẲằẳẵắẴ"
    U"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    U"éẹềểễếệìỉỄẾỒĩíịò"
    U"Ổỏõóọồổỗốộờởỡớợù"
    U"ỖủũúụừửữứựỳỷỹýỵỐ";
static_assert(kLetters.size() == 0x100 - kFirst);

constexpr char32_t kMarks[] = {0x300, 0x309, 0x303, 0x301, 0x323};

bool is_plain_vowel(char32_t letter) {
  const TonedLetter toned = toned_letter(letter);
  return toned.is_vowel && toned.tone == Tone::level;
}

}  // namespace

std::string tcvn3_to_utf8(std::string_view bytes) {
  ToneComposer text(bytes.size() + bytes.size() / 2);
  char32_t before = 0;
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    char32_t letter = byte < kFirst ? windows1252_letter(byte) : kLetters[byte - kFirst];
    // Without a vowel before it, a mark's code is what everyone else means by it: 25°C.
    if (byte >= kFirstMark && byte <= kLastMark) letter = is_plain_vowel(before) ? kMarks[byte - kFirstMark] : byte;
    text.add(letter);
    before = letter;
  }
  return text.take();
}

}  // namespace bantin
