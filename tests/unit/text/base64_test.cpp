#include "text/base64.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("groups that are not full are padded") {
  CHECK(base64("").empty());
  CHECK(base64("b") == "Yg==");
  CHECK(base64("ba") == "YmE=");
  CHECK(base64("ban") == "YmFu");
  CHECK(base64("bản tin") == "YuG6o24gdGlu");
}

TEST_CASE("bytes of every kind are kept") { CHECK(base64(std::string_view("\0\xFF\xFB\xEF", 4)) == "AP/77w=="); }
