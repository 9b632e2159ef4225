#include "feed/srcset.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

std::string fitting(const std::string& srcset, float pixels) {
  return std::string(fitting_source({"cau.jpg", "", 1200, 800, srcset}, pixels));
}

}  // namespace

TEST_CASE("of several widths the least that is wide enough fits, in whatever order they stand") {
  for (const char* set : {"a 480w, b 960w, c 1600w", "c 1600w, a 480w, b 960w"}) {
    CAPTURE(set);
    CHECK(fitting(set, 0) == "a");
    CHECK(fitting(set, 480) == "a");
    CHECK(fitting(set, 480.5f) == "b");
    CHECK(fitting(set, 961) == "c");
    CHECK(fitting(set, 1601) == "cau.jpg");
  }
}

TEST_CASE("of one width twice the first counts") { CHECK(fitting("a 480w, b 480w", 400) == "a"); }

TEST_CASE("commas within an address part nothing") { CHECK(fitting("x,1.jpg 480w, b 960w", 400) == "x,1.jpg"); }

TEST_CASE("what is no candidate is passed over") {
  for (const char* set : {"", " ", ", ", ",", "a", "480w", "a ", "a w", "a 0w", "a -1w", "a x, , b", ", a"}) {
    CAPTURE(set);
    CHECK(fitting(set, 0) == "cau.jpg");
  }
}

TEST_CASE("addresses are changed one by one; what becomes none is left out") {
  const auto changed = [](std::string_view address) -> std::string {
    if (address == "b") return {};
    return address == "c" ? "x y" : "https://halam.example/" + std::string(address);
  };
  CHECK(with_addresses("a 480w, b 960w, c 1000w, d 1200w", changed) ==
        "https://halam.example/a 480w, https://halam.example/d 1200w");
  CHECK(with_addresses("", changed).empty());
}
