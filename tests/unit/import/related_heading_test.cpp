#include "import/related_heading.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("headings of lists of other articles are known, however they are written") {
  for (const char* heading :
       {"Tin liên quan", "TIN LIÊN QUAN:", "Các tin khác", "Tin cùng chuyên mục", "Tin khác..."}) {
    CAPTURE(heading);
    CHECK(is_related_heading(heading));
  }
  for (const char* other : {"", "Tin liên quan đến dịch bệnh", "Tin"}) CHECK_FALSE(is_related_heading(other));
}

TEST_CASE("a line of a list gives the title without bullet and date") {
  CHECK(listed_title("- Bài một (13/01/2022)") == "Bài một");
  CHECK(listed_title("• Bài hai (8:00 | 1-2-2022)") == "Bài hai");
  CHECK(listed_title("Bài ba (lần 2)") == "Bài ba (lần 2)");
  CHECK(listed_title("-") == "");
}
