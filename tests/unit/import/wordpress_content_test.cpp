#include "import/wordpress_content.h"

#include <doctest/doctest.h>

#include "import/fixture.h"

using namespace bantin;

TEST_CASE("line breaks of a text count, those inside of tags do not") {
  CHECK(wordpress_html("Một\nhai\n\nba") == "Một<br>hai<br><br>ba");
  CHECK(wordpress_html("<a\nhref='x'>một</a>") == "<a\nhref='x'>một</a>");
  CHECK(wordpress_html("a < b\nc") == "a < b<br>c");
}

TEST_CASE("comments go") {
  CHECK(wordpress_html("<!-- wp:paragraph {\"a\":[1]} --><p>Một</p><!-- /wp:paragraph --><!--more-->") == "<p>Một</p>");
  CHECK(wordpress_html("Một<!-- hai").starts_with("Một"));
}

TEST_CASE("a caption makes a figure of its picture") {
  CHECK(wordpress_html("[caption id=\"a\" width=\"3\"]<img src=\"x\"> Hai [/caption]ba") ==
        "<figure><img src=\"x\"><figcaption> Hai </figcaption></figure>ba");
  CHECK(wordpress_html("[caption width='3']<a href='y'><img src='x'></a>\nHai[/caption]") ==
        "<figure><a href='y'><img src='x'></a><figcaption>\nHai</figcaption></figure>");
  CHECK(wordpress_html("[wp_caption caption=\"Hai [2]\"]<img src='x'>[/wp_caption]") ==
        "<figure><img src='x'><figcaption>Hai [2]</figcaption></figure>");
  CHECK(wordpress_html("[caption]không có kết") == "không có kết");
}

TEST_CASE("other shortcodes go, what they enclose stays") {
  CHECK(wordpress_html("[vc_row][vc_column width=\"1/2\"]Một[/vc_column][/vc_row]") == "Một");
  CHECK(wordpress_html("[box]Một[/box] [gallery] [audio src=\"a[1].mp3\"] [x y='1' /]") == "Một   ");
  CHECK(wordpress_html("[[gallery]] và [[") == "[gallery] và [[");
}

TEST_CASE("words in brackets that are no shortcode stay") {
  for (const char* text : {"[sic]", "[1]", "[Ảnh minh họa]", "[xem thêm]", "[", "[/", "[]", "[a", "[a <b>]</b>"}) {
    CHECK(wordpress_html(text) == text);
  }
}

TEST_CASE("content that repeats its beginnings is passed over in time") {
  constexpr size_t kTimes = 100'000;
  CHECK(wordpress_html(repeated("[caption]", kTimes)).empty());
  CHECK(wordpress_html("[/caption]" + repeated("[caption]", kTimes)).empty());
  CHECK(wordpress_html(repeated("[a \"", kTimes)).size() == 4 * kTimes);
  CHECK(wordpress_html(repeated("[[a", kTimes)).size() == 3 * kTimes);
}
