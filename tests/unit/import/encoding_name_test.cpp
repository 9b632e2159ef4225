#include "import/encoding_name.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("encodings are known by their usual names") {
  CHECK(encoding_called("utf-8") == Encoding::utf8);
  CHECK(encoding_called("UTF-16") == Encoding::utf16le);
  CHECK(encoding_called("UTF-16BE") == Encoding::utf16be);
  CHECK(encoding_called("Windows-1258") == Encoding::windows1258);
  CHECK(encoding_called("CP1258") == Encoding::windows1258);
  CHECK(encoding_called("TCVN3") == Encoding::tcvn3);
  CHECK(encoding_called("abc") == Encoding::tcvn3);
  CHECK(encoding_called("vni") == Encoding::vni);
  CHECK(encoding_called("VNI Windows") == Encoding::vni);
  CHECK_FALSE(encoding_called("iso-8859-1"));
  CHECK_FALSE(encoding_called(""));
}

TEST_CASE("an encoding is called what it is named") {
  for (size_t i = 0; i < static_cast<size_t>(Encoding::count_); ++i) {
    const auto encoding = static_cast<Encoding>(i);
    CHECK(encoding_called(encoding_name(encoding)) == encoding);
  }
}
