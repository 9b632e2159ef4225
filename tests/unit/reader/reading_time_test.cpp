#include "reader/reading_time.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("Vietnamese words are counted by syllables") {
  CHECK(count_words("Sở Thông tin và Truyền thông") == 6);
  CHECK(count_words("Sáng ngày 13/1, Chi bộ Sở TT&TT (mới) tổ chức hội nghị.") == 12);
  CHECK(count_words("Covid-19") == 1);
}

TEST_CASE("spaces of every kind part words, and only spaces do") {
  CHECK(count_words("  một\thai\nba\u00A0bốn  ") == 4);
  CHECK(count_words("13/1/2022") == 1);
}

TEST_CASE("what has no letter or digit is no word") {
  CHECK(count_words("") == 0);
  CHECK(count_words(" \n ") == 0);
  CHECK(count_words("– … & “ ” 🙂 ❤\uFE0F \xFF \xC3") == 0);
  CHECK(count_words("Chúc mừng 🎉 – năm mới!") == 4);
  CHECK(count_words("🙂vui") == 1);
}

TEST_CASE("minutes are rounded to the nearest, and at least one") {
  CHECK(reading_minutes(0) == 1);
  CHECK(reading_minutes(kSyllablesPerMinute) == 1);
  CHECK(reading_minutes(kSyllablesPerMinute * 3 / 2 - 1) == 1);
  CHECK(reading_minutes(kSyllablesPerMinute * 3 / 2) == 2);
  CHECK(reading_minutes(kSyllablesPerMinute * 10) == 10);
  CHECK(reading_minutes(SIZE_MAX) > 1000);
}
