#include "import/absolute_address.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("an address is seen from its base") {
  constexpr std::string_view kBase = "https://halam.example/tin/moi?trang=1#dau";
  CHECK(absolute_address("/a", kBase) == "https://halam.example/a");
  CHECK(absolute_address("a/b", kBase) == "https://halam.example/tin/a/b");
  CHECK(absolute_address("?b=1", kBase) == "https://halam.example/tin/moi?b=1");
  CHECK(absolute_address("//cdn.example/a", kBase) == "https://cdn.example/a");
  CHECK(absolute_address("/a", "http://halam.example") == "http://halam.example/a");
  CHECK(absolute_address("a", "http://halam.example") == "http://halam.example/a");
  CHECK(absolute_address("./a", kBase) == "https://halam.example/tin/a");
  CHECK(absolute_address("../a", kBase) == "https://halam.example/a");
  CHECK(absolute_address("../../../a", kBase) == "https://halam.example/a");
}

TEST_CASE("an address with a scheme, a place in a page, or one without a base stays") {
  for (const char* address : {"https://x.example/", "mailto:a@x.example", "data:image/png,x", "#muc", ""}) {
    CHECK(absolute_address(address, "https://halam.example/") == address);
  }
  CHECK(absolute_address("/a", "") == "/a");
  CHECK(absolute_address("/a", "ftp://x/") == "/a");
  CHECK(absolute_address("/a:b", "https://x.example") == "https://x.example/a:b");
}
