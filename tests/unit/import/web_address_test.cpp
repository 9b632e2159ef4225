#include "import/web_address.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("one page has one form, however its address is written") {
  for (const char* address : {"https://So.example.vn/tin/1/", "http://so.example.vn/tin/1", "//so.example.vn/tin/1#a",
                              "HTTPS://SO.EXAMPLE.VN/tin/1#"}) {
    CAPTURE(address);
    CHECK(page_of(address) == "so.example.vn/tin/1");
  }
  CHECK(page_of("https://so.example.vn/?p=1") != page_of("https://so.example.vn/?p=2"));
}

TEST_CASE("a relative address is made whole") {
  const char* base = "https://so.example.vn/tin/a.html?x=/y";
  CHECK(page_of("/b.html", base) == "so.example.vn/b.html");
  CHECK(page_of("b.html", base) == "so.example.vn/tin/b.html");
  CHECK(page_of("b.html", "https://so.example.vn") == "so.example.vn/b.html");
  CHECK(page_of("/b.html") == "/b.html");
}

TEST_CASE("what is no address of a page has no form") {
  for (const char* address : {"", "#top", "mailto:a@b.vn", "javascript:void(0)"}) CHECK(page_of(address).empty());
}
