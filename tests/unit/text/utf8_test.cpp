#include "text/utf8.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("good text is decoded as it is") {
  const std::string text = "aệ€😀";
  size_t at = 0;
  CHECK(decode(text, at) == U'a');
  CHECK(decode(text, at) == U'ệ');
  CHECK(decode(text, at) == U'€');
  CHECK(decode(text, at) == U'😀');
  CHECK(at == text.size());
}

TEST_CASE("every code point comes back as it went") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append(text, c);
    size_t at = 0;
    REQUIRE(decode(text, at) == c);
    REQUIRE(at == text.size());
  }
}

TEST_CASE("overlong forms, surrogates, cut sequences and stray bytes become one replacement for each part") {
  size_t replaced = 0;
  CHECK(repaired("\xC0\xAF", &replaced) == "\uFFFD\uFFFD");
  CHECK(replaced == 2);
  CHECK(repaired("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(repaired("a\xE1\xBB") == "a\uFFFD");
  CHECK(repaired("\xF4\x90\x80\x80z") == "\uFFFD\uFFFD\uFFFD\uFFFDz");
  CHECK(repaired("\x80x", &replaced) == "\uFFFDx");
  CHECK(replaced == 1);
}

TEST_CASE("a replacement character that was there is no repair") {
  size_t replaced = 1;
  CHECK(repaired("\uFFFD", &replaced) == "\uFFFD");
  CHECK(replaced == 0);
}

TEST_CASE("surrogates and what is no code point are not written") {
  std::string text;
  append(text, 0xD800);
  append(text, 0x110000);
  CHECK(text == "\uFFFD\uFFFD");
}
