#include "ui/strings.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("every sentence exists in both languages") {
  for (uint8_t i = 0; i < static_cast<uint8_t>(Message::count_); ++i) {
    CAPTURE(static_cast<int>(i));
    CHECK_FALSE(Strings(Language::vi).get(static_cast<Message>(i)).empty());
    CHECK_FALSE(Strings(Language::en).get(static_cast<Message>(i)).empty());
  }
}

TEST_CASE("numbers are grouped as each language does") {
  CHECK(Strings(Language::vi).number(100000) == "100.000");
  CHECK(Strings(Language::en).number(1234567) == "1,234,567");
  CHECK(Strings(Language::vi).number(999) == "999");
  CHECK(Strings(Language::vi).number(0) == "0");
}

TEST_CASE("one article and many") {
  CHECK(Strings(Language::vi).articles(42) == "42 bài");
  CHECK(Strings(Language::en).articles(1) == "1 article");
  CHECK(Strings(Language::en).articles(2) == "2 articles");
}
