#include "import/text_splitter.h"

#include <doctest/doctest.h>

#include <string>

using namespace bantin;

namespace {

// Parts as "line:first line of text", lines of the part counted.
std::string told(std::string_view text) {
  std::string all;
  for (const TextPart& part : split_texts(text)) {
    const size_t begin = part.text.find_first_not_of("\r\n ");
    const size_t end = part.text.find_first_of("\r\n", begin);
    all += std::to_string(part.line) + ":" + std::string(part.text.substr(begin, end - begin)) + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("lines of signs and form feeds part articles") {
  CHECK(told("A\n\nx\n\n=====\n\nB\n\ny\n") == "1:A 7:B ");
  CHECK(told("A\nx\n-----\nB\ny\n*****\nC\nz\n_____\nD") == "1:A 4:B 7:C 10:D ");
  CHECK(told("A\r\nx\r\n  ----------  \r\nB\r\ny") == "1:A 4:B ");
  CHECK(told("A\nx\n\fB\ny\fC\nz") == "1:A 3:B 4:C ");
  CHECK(told("A\nx\n\f\nB") == "1:A 4:B ");
}

TEST_CASE("a part's text ends before what parts it") {
  const auto parts = split_texts("A\nx\n=====\nB\n");
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].text == "A\nx\n");
  CHECK(parts[1].text == "B\n");
}

TEST_CASE("a text without parting lines is one part, an empty one none") {
  CHECK(told("A\n\nx") == "1:A ");
  CHECK(told("A\n\n----\n\nx\n\n-=-=-\n\ny") == "1:A ");
  CHECK(told("") == "");
  CHECK(told("\n \n=====\n\n\f\n=====\n") == "");
  CHECK(told("=====\nA\nx\n=====\n=====\nB\n=====") == "2:A 6:B ");
}

TEST_CASE("a line under a title parts nothing") {
  CHECK(told("A\n=====\nx\n\nnext\n-----\ny") == "1:A ");
  CHECK(told("A\n=====\nx\n\n*****\n\nB\n=====\ny") == "1:A 7:B ");
}

TEST_CASE("where every line of signs could be under a title, they part articles") {
  CHECK(told("A\n\nx\n=====\nB\n\ny\n=====\nC\n\nz") == "1:A 5:B 9:C ");
}
