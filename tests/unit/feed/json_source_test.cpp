#include "feed/json_source.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("good text is not copied") {
  const std::string json = R"({"title":"đường \ud83d\ude00","n":1e9})";
  const JsonSource source(json);
  CHECK(source.text().data() == json.data());
  CHECK(source.repairs().empty());
}

TEST_CASE("places count characters and lines from one") {
  const std::string_view text = "ab\nđường x";
  PlaceFinder places(text);
  const Place begin = places.place_of(0);
  CHECK(begin.line == 1);
  CHECK(begin.column == 1);
  const Place x = places.place_of(text.find('x'));
  CHECK(x.line == 2);
  CHECK(x.column == 7);
  CHECK(places.place_of(9999).line == 2);
}

TEST_CASE("repairs are listed in the order of the text") {
  const JsonSource source("[\"\\ud800\", \"\xFF\", 1e999, \"\\udc00\"]");
  REQUIRE(source.repairs().size() == 4);
  for (size_t i = 1; i < 4; ++i) CHECK(source.repairs()[i].position > source.repairs()[i - 1].position);
  CHECK(source.repairs()[2].what == "1e999");
}

TEST_CASE("a replacement character that was there before is no repair") {
  CHECK(JsonSource("\"\uFFFD\"").repairs().empty());
  CHECK(JsonSource("\"\uFFFD \xFF\"").repairs().size() == 1);
}

TEST_CASE("what looks like a number or an escape inside a string or cut off is left alone") {
  for (const char* json : {"\"1e999\"", "\"\\\\ud800\"", "\"\\ud8", "\"\\u", "\"\\", "1e", "-", "\"\\uZZZZ\""}) {
    CAPTURE(json);
    CHECK(JsonSource(json).text() == json);
    CHECK(JsonSource(json).repairs().empty());
  }
}
