#include "text/collation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/fold.h"

using namespace bantin;

namespace {

using Names = std::vector<std::string>;

Names sorted(Names names) {
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& a, const auto& b) { return collation_key(a) < collation_key(b); });
  return names;
}

void check_order(const Names& names) {
  CHECK(sorted({names.rbegin(), names.rend()}) == names);
  for (size_t i = 1; i < names.size(); ++i) CHECK(collation_key(names[i - 1]) != collation_key(names[i]));
}

}  // namespace

TEST_CASE("letters come in the order of the Vietnamese alphabet") {
  check_order({"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m",
               "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"});
  check_order({"da", "dư", "đa", "Đà Nẵng", "e"});
}

TEST_CASE("tones come in the order none, huyền, hỏi, ngã, sắc, nặng, on every vowel") {
  for (const Names& tones : {Names{"a", "à", "ả", "ã", "á", "ạ"},
                             {"ă", "ằ", "ẳ", "ẵ", "ắ", "ặ"},
                             {"â", "ầ", "ẩ", "ẫ", "ấ", "ậ"},
                             {"e", "è", "ẻ", "ẽ", "é", "ẹ"},
                             {"ê", "ề", "ể", "ễ", "ế", "ệ"},
                             {"i", "ì", "ỉ", "ĩ", "í", "ị"},
                             {"o", "ò", "ỏ", "õ", "ó", "ọ"},
                             {"ô", "ồ", "ổ", "ỗ", "ố", "ộ"},
                             {"ơ", "ờ", "ở", "ỡ", "ớ", "ợ"},
                             {"u", "ù", "ủ", "ũ", "ú", "ụ"},
                             {"ư", "ừ", "ử", "ữ", "ứ", "ự"},
                             {"y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"}}) {
    check_order(tones);
  }
}

TEST_CASE("tones count only where the letters of the whole text are equal") {
  check_order({"ma", "mà", "mả", "mã", "má", "mạ", "mai", "mài"});
  check_order({"hoa binh", "hòa bình", "hoa bông"});
}

TEST_CASE("capitals count only where letters and tones are equal, and come behind") {
  check_order({"sở", "Sở", "SỞ", "sợ"});
  check_order({"ơ", "Ơ", "u", "U", "ư", "Ư", "Ứ", "Ự"});
}

TEST_CASE("departments in the order of a Vietnamese list") {
  check_order({"Ban Dân tộc", "Công an tỉnh", "Cục Thuế", "Đài Phát thanh", "Sở Công Thương", "Sở Giáo dục và Đào tạo",
               "Sở Giao thông vận tải", "Sở Nội vụ", "Sở Nông nghiệp", "Sở Thông tin và Truyền thông", "Sở Y tế",
               "Thanh tra tỉnh", "Ủy ban nhân dân tỉnh", "Văn phòng UBND tỉnh"});
}

TEST_CASE("numbers come before letters and by value") {
  check_order({"Điều 2", "Điều 10", "Điều 10a", "Điều a"});
  check_order({"0", "7", "08", "9", "10", "99", "100", "1000"});
  CHECK(collation_key("007") == collation_key("7"));
  CHECK(collation_key(std::string(600, '9')) < collation_key(std::string(601, '9')));
}

TEST_CASE("spaces come before punctuation, punctuation before symbols, numbers and letters") {
  check_order({"a b", "a-b", "a, b", "a.b", "a(b", "a&b", "a$b", "a€b", "a🙂b", "a1", "ab"});
  check_order({"\"a\"", "“a”", "\"b\""});
  CHECK(collation_key("a b") == collation_key("a\u00A0b"));
}

TEST_CASE("foreign accents come behind the letter, other scripts behind z") {
  check_order({"Munchen", "München", "Muon", "z", "ж", "Ж", "日本"});
}

TEST_CASE("empty text, bad bytes and marks have keys") {
  CHECK(collation_key("") < collation_key(" "));
  CHECK(collation_key("a\xFF") < collation_key("a1"));
  CHECK(collation_key("a\xC3") == collation_key("a\uFFFD"));
  CHECK(collation_key("a\u200B\uFE0F") == collation_key("a"));
  CHECK(collation_key(std::string("a\0b", 3)) != collation_key("a"));
}

TEST_CASE("small letters of capitals keep their accents") {
  CHECK(small_letter(U'Ậ') == U'ậ');
  CHECK(small_letter(U'Đ') == U'đ');
  CHECK(small_letter(U'Ơ') == U'ơ');
  CHECK(small_letter(U'Ư') == U'ư');
  CHECK(small_letter(U'Ж') == U'ж');
  CHECK(small_letter(U'×') == U'×');
  CHECK(small_letter(U'đ') == U'đ');
  CHECK(small_letter(U'1') == U'1');
}

TEST_CASE("a letter and its small letter are folded to the same") {
  std::vector<uint32_t> others;
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (fold(small_letter(c)) != fold(c)) others.push_back(c);
  }
  CHECK(others == std::vector<uint32_t>());
}
