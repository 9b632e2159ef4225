#include "text/keep_together.h"

#include <algorithm>
#include <span>
#include <string>

#include "text/collation.h"
#include "text/utf8.h"

namespace bantin {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kUnits[] = {
    "%",     "‰",    "mm",    "cm",   "m",    "km",    "m2",  "m3",  "km2", "m²",  "m³",
    "km²",   "ha",   "g",     "kg",   "tạ",   "tấn",   "lít", "°c",  "độ",  "kwh", "mw",  // measures
    "nghìn", "ngàn", "triệu", "tỷ",   "tỉ",   "đồng",  "usd", "vnd",                      // sums
    "giây",  "phút", "giờ",   "ngày", "tuần", "tháng", "quý", "năm",                      // times
    "người", "hộ",   "lần",   "điểm",                                                     // counts
};

constexpr std::string_view kNumbered[] = {
    "ngày",  "tháng",  "năm", "quý",  "kỷ",  "số",   "no.",  "№",  "điều",
    "khoản", "chương", "mục", "phần", "thứ", "khóa", "khoá", "kỳ", "đợt",
};

constexpr std::string_view kBodies[] = {
    "sở", "bộ", "ban", "cục", "vụ", "viện", "phòng", "trường", "đài", "hội", "đoàn", "đảng", "quỹ",
};

constexpr std::string_view kTitles[] = {"tp.", "tx.", "ts.", "ths.", "bs."};

constexpr std::u32string_view kOpening = U"([{“‘«\"'";
constexpr std::u32string_view kClosing = U".,;:!?)]}”’»\"'…";
constexpr size_t kLongestWord = 32;  // bytes; no word of the lists, and no abbreviation, comes near it

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_capital(char32_t c) { return small_letter(c) != c; }

std::u32string decoded(std::string_view text) {
  std::u32string points;
  for (size_t at = 0; at < text.size();) points.push_back(decode(text, at));
  return points;
}

std::u32string_view without_opening(std::u32string_view word) {
  return word.substr(std::min(word.find_first_not_of(kOpening), word.size()));
}

std::u32string_view without_closing(std::u32string_view word) {
  return word.substr(0, word.find_last_not_of(kClosing) + 1);
}

bool is_one_of(std::u32string_view word, Words list) {
  std::string small;
  for (const char32_t c : word) append(small, small_letter(c));
  return std::find(list.begin(), list.end(), small) != list.end();
}

bool is_of(std::u32string_view word, std::u32string_view allowed) {
  return !word.empty() && word.find_first_not_of(allowed) == std::u32string_view::npos;
}

// 5   1.500   3,5   10-15   1/2
bool is_number(std::u32string_view word) { return is_of(word, U"0123456789.,/-–±<>~") && is_digit(word.back()); }

// km   tạ/ha
bool is_unit(std::u32string_view word) { return is_one_of(word.substr(0, word.find('/')), kUnits); }

// 13/1   2021-2022   12/QĐ-UBND   5a   IV   I/2022
bool is_designation(std::u32string_view word) {
  if (word.empty()) return false;
  const std::u32string_view first = word.substr(0, word.find_first_of(U"/-–"));
  return is_digit(word.front()) || is_of(first, U"IVXLCDM");
}

// TT&TT   LĐ-TB&XH   THPT
bool is_abbreviation(std::u32string_view word) {
  const auto joins = [](char32_t c) { return c == '&' || c == '-'; };
  const auto letters = std::count_if(word.begin(), word.end(), is_capital);
  const auto joints = std::count_if(word.begin(), word.end(), joins);
  const bool is_whole = static_cast<size_t>(letters + joints) == word.size();
  return is_whole && letters >= 2 && letters <= 7 && is_capital(word.front()) && is_capital(word.back());
}

bool is_all_capital(std::u32string_view word) { return std::all_of(word.begin(), word.end(), is_capital); }

}  // namespace

bool keeps_together(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty() || before.size() > kLongestWord) return false;
  const std::u32string left = decoded(before), right = decoded(after.substr(0, 2 * kLongestWord));
  const std::u32string_view first = without_opening(left), second = without_closing(right);
  if (is_number(first)) return is_unit(second);
  if (is_one_of(first, kNumbered)) return is_designation(second);
  if (is_one_of(first, kTitles)) return is_capital(right.front());
  return is_abbreviation(second) && !is_all_capital(first) && is_one_of(first, kBodies);
}

}  // namespace bantin
