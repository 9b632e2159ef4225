#include "text/keep_together.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace bantin;

namespace {

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

void check(const Pairs& pairs, bool is_kept) {
  for (const auto& [before, after] : pairs) {
    CAPTURE(before);
    CAPTURE(after);
    CHECK(keeps_together(before, after) == is_kept);
  }
}

}  // namespace

TEST_CASE("a number stays with its unit") {
  check({{"15", "%"},
         {"3,5", "km"},
         {"120", "ha"},
         {"1.500", "kg"},
         {"12", "tạ"},
         {"2", "tấn"},
         {"1,5", "tỷ"},
         {"300", "triệu"},
         {"500", "đồng"},
         {"20", "USD"},
         {"8", "giờ"},
         {"30", "phút"},
         {"10-15", "ngày"},
         {"10–15", "năm"},
         {"1/2", "năm"},
         {"50", "m²"},
         {"37", "°C"},
         {"1.200", "người"},
         {"45", "hộ"}},
        true);
}

TEST_CASE("a unit may be a rate, in capitals, or have punctuation behind it") {
  check({{"6,4", "tấn/ha"}, {"60", "km/h,"}, {"10", "TRIỆU"}, {"(15", "%)"}, {"5", "năm."}, {"2", "tỷ…"}}, true);
}

TEST_CASE("a number does not stay with other words, nor across punctuation") {
  check({{"45", "xã"},
         {"5", "nam"},
         {"2022,", "năm"},
         {"2022.", "Năm"},
         {"15", "(km"},
         {"a5", "km"},
         {"-", "km"},
         {"năm", "km"},
         {"", "km"},
         {"5", ""},
         {"5", "."}},
        false);
}

TEST_CASE("a word stays with its number, roman numeral, date or document number") {
  check({{"ngày", "13/1,"},
         {"tháng", "8/2022"},
         {"năm", "2022."},
         {"quý", "IV"},
         {"quý", "I/2022"},
         {"số", "12/QĐ-UBND"},
         {"Điều", "5"},
         {"điều", "5a"},
         {"khoản", "2"},
         {"Chương", "III,"},
         {"thứ", "XIII"},
         {"khóa", "XV"},
         {"kỷ", "XXI"},
         {"năm", "2021-2022"},
         {"(ngày", "13/1)"},
         {"NĂM", "2022"},
         {"No.", "7"},
         {"№", "7"}},
        true);
}

TEST_CASE("a word does not stay with what is no number, nor across punctuation") {
  check({{"ngày", "mai"},
         {"năm,", "2022"},
         {"năm", "(2022)"},
         {"số", "liệu"},
         {"quý", "vị"},
         {"Số:", "12"},
         {"nam", "2022"},
         {"Điều", "này"},
         {"năm", "…"}},
        false);
}

TEST_CASE("a body stays with its abbreviation") {
  check({{"Sở", "TT&TT"},
         {"Sở", "GD&ĐT."},
         {"sở", "LĐ-TB&XH,"},
         {"Bộ", "TN&MT"},
         {"Trường", "THPT"},
         {"Đài", "PT-TH"},
         {"“Đoàn", "TNCS"}},
        true);
}

TEST_CASE("a body does not stay with a name, nor other words with an abbreviation") {
  check({{"Sở", "Thông"},
         {"Bộ", "Y"},
         {"SỞ", "THÔNG"},
         {"TỔNG", "KẾT"},
         {"tịch", "UBND"},
         {"Sở,", "TT&TT"},
         {"Sở", "&-"},
         {"Sở", "TT&"},
         {"Sở", "ABCDEFGH"},
         {"Sở", "VTV1"}},
        false);
}

TEST_CASE("a short title stays with a name") {
  check({{"TP.", "Vinh"}, {"Tp.", "Hồ"}, {"(TP.", "Đà"}, {"TX.", "Kỳ"}, {"ThS.", "Nguyễn"}}, true);
  check({{"TP", "Vinh"}, {"TP.", "này"}, {"tp.", "5"}}, false);
}

TEST_CASE("the number of a list does not stay with its first word") {
  check({{"1.", "Sở"}, {"a)", "Năm"}, {"I.", "Điều"}, {"1)", "km"}, {"2.", "5"}}, false);
}

TEST_CASE("empty, broken and long words stay with nothing, emoji are no units") {
  check({{"", ""}, {"5", "\xFF"}, {"\xC3", "km"}, {"5", "🙂"}, {"🙂", "km"}, {"\"", "\""}}, false);
  const std::string long_word(100000, '1');
  CHECK_FALSE(keeps_together(long_word, "km"));
  CHECK_FALSE(keeps_together("5", long_word));
  CHECK(keeps_together("số", long_word));
}
