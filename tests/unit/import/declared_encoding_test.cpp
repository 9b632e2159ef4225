#include "import/declared_encoding.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("pages and XML documents declare their encoding") {
  CHECK(declared_encoding("<html><META CHARSET=\"UTF-8\">") == Encoding::utf8);
  CHECK(declared_encoding("<meta charset=windows-1258 />") == Encoding::windows1258);
  CHECK(declared_encoding("<meta http-equiv='Content-Type' content='text/html; charset=utf-8'>") == Encoding::utf8);
  CHECK(declared_encoding("<meta name=a><meta\ncharset = 'x-viet-vni'>") == Encoding::vni);
  CHECK(declared_encoding("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") == Encoding::utf8);
  CHECK(declared_encoding("<?xml version='1.0' encoding = 'windows-1258'?>") == Encoding::windows1258);
}

TEST_CASE("what declares nothing of use declares nothing") {
  for (const char* text : {"", "<meta", "<meta charset", "<meta charset=", "<?xml encoding", "<p>charset=utf-8</p>",
                           "<meta charset=iso-8859-1>", "<meta charset=windows-1252>", "<meta charset=us-ascii>"}) {
    CAPTURE(text);
    CHECK_FALSE(declared_encoding(text));
  }
}
