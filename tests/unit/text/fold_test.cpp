#include "text/fold.h"

#include <doctest/doctest.h>

#include "text/nfc.h"

using namespace bantin;

TEST_CASE("Vietnamese loses tones, shapes and capitals") {
  CHECK(folded("Đường đến trường Nguyễn Ưu Ơ") == "duong den truong nguyen uu o");
  CHECK(folded("ẮẰẲẴẶ ấầẩẫậ ỨỪỬỮỰ ếềểễệ ốồổỗộ ớờởỡợ ỳỷỹỵý") == "aaaaa aaaaa uuuuu eeeee ooooo ooooo yyyyy");
}

TEST_CASE("both ways to place a tone are one word") {
  CHECK(folded("hoà") == folded("hòa"));
  CHECK(folded("HOÁ") == folded("hóa"));
}

TEST_CASE("decomposed text folds like composed text") { CHECK(folded("e\u0302\u0323 o\u031B\u0300") == folded("ệ ờ")); }

TEST_CASE("a slug is folded words with single hyphens, and never empty") {
  CHECK(slug("Sở Thông tin & Truyền thông!") == "so-thong-tin-truyen-thong");
  CHECK(slug("  Đảng – Đoàn  ") == "dang-doan");
  CHECK(slug("…") == "khac");
  CHECK(slug("日本") == "khac");
}

TEST_CASE("normalising is asked for only where a combining mark is") {
  CHECK_FALSE(needs_nfc("Tiếng Việt đủ dấu"));
  CHECK(needs_nfc("Tie\u0302\u0301ng"));
  CHECK(needs_nfc("a\u036F"));
  CHECK_FALSE(needs_nfc("\u0370"));
}
