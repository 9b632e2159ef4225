#include "import/syllable.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("syllables are known by onset, rime and tone") {
  for (const char32_t* word : {U"Nghiêng", U"quốc", U"giếng", U"gì", U"ở", U"Ủy", U"hoà", U"hòa", U"khuỷu", U"ĐƯỜNG",
                               U"Quỳnh", U"yêu", U"xoong", U"thuở", U"rượu", U"quýt", U"an", U"tiê\u0301ng"})
    CHECK(is_syllable(word));
}

TEST_CASE("other words are no syllables") {
  for (const char32_t* word : {U"", U"été", U"für", U"schön", U"café", U"tỏt", U"tạc\u0301", U"bcd", U"được1", U"fan",
                               U"đ", U"ngh", U"oà\uFFFD", U"nghiêngnghiêng"})
    CHECK_FALSE(is_syllable(word));
}
