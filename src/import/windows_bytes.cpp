#include "import/windows_bytes.h"

#include <utility>

#include "import/vietnamese_letters.h"
#include "text/utf8.h"

namespace bantin {

namespace {

// 0x80 to 0x9F; 0: nothing there.
constexpr char32_t kWestern[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                 0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// Where the Vietnamese page differs; 0: nothing there.
constexpr std::pair<unsigned char, char32_t> kVietnamese[] = {
    {0x8A, 0},     {0x8E, 0},     {0x9A, 0},     {0x9E, 0},    {0xC3, U'Ă'},  {0xCC, 0x300},
    {0xD0, U'Đ'},  {0xD2, 0x309}, {0xD5, U'Ơ'},  {0xDD, U'Ư'}, {0xDE, 0x303}, {0xE3, U'ă'},
    {0xEC, 0x301}, {0xF0, U'đ'},  {0xF2, 0x323}, {0xF5, U'ơ'}, {0xFD, U'ư'},  {0xFE, U'₫'}};

bool is_western_special(unsigned byte) { return byte >= 0x80 && byte < 0xA0; }

char32_t windows1258_letter(unsigned char byte) {
  for (const auto& [special, letter] : kVietnamese) {
    if (special == byte) return letter;
  }
  return is_western_special(byte) ? kWestern[byte - 0x80] : byte;
}

}  // namespace

char32_t windows1252_letter(unsigned char byte) {
  const char32_t special = is_western_special(byte) ? kWestern[byte - 0x80] : 0;
  return special ? special : byte;
}

std::optional<unsigned char> windows1252_byte(char32_t code_point) {
  if (code_point < 0x100) return static_cast<unsigned char>(code_point);
  for (unsigned byte = 0x80; byte < 0xA0; ++byte) {
    if (kWestern[byte - 0x80] == code_point) return static_cast<unsigned char>(byte);
  }
  return std::nullopt;
}

std::string windows1252_to_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  for (const char byte : bytes) append(text, windows1252_letter(static_cast<unsigned char>(byte)));
  return text;
}

std::string windows1258_to_utf8(std::string_view bytes, size_t* replaced) {
  ToneComposer text(bytes.size() + bytes.size() / 2);
  size_t bad = 0;
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    const char32_t letter = windows1258_letter(byte);
    const bool is_bad = letter == 0 && byte != 0;
    bad += is_bad;
    text.add(is_bad ? kReplacementCharacter : letter);
  }
  if (replaced) *replaced = bad;
  return text.take();
}

}  // namespace bantin
