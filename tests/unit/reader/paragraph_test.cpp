#include "reader/paragraph.h"

#include <doctest/doctest.h>

#include <string>

#include "reader/fixed_measure.h"

using namespace bantin;

namespace {

constexpr TextStyle kTen{Face::reading, 400, 20, 30};  // ten pixels a character

std::vector<std::string> texts(std::string_view text, const std::vector<Line>& lines) {
  std::vector<std::string> found;
  for (const Line& line : lines) found.emplace_back(text.substr(line.begin, line.end - line.begin));
  return found;
}

}  // namespace

TEST_CASE("a paragraph is broken where the next word would not fit") {
  FixedMeasure measure;
  const std::string text = "một hai ba bốn";
  const auto lines = break_paragraph(text, kTen, 100, measure);
  CHECK(texts(text, lines) == std::vector<std::string>{"một hai ba", "bốn"});
  CHECK(lines[0].width == doctest::Approx(100));
  CHECK(lines[0].space_after);
  CHECK_FALSE(lines[1].space_after);
}

TEST_CASE("one pixel less and the last word moves down") {
  FixedMeasure measure;
  const std::string text = "một hai ba bốn";
  CHECK(texts(text, break_paragraph(text, kTen, 99, measure)) == std::vector<std::string>{"một hai", "ba bốn"});
}

TEST_CASE("a word wider than the column is cut between characters and loses none") {
  FixedMeasure measure;
  const std::string text = "a đườngrấtdài b";
  const auto lines = break_paragraph(text, kTen, 50, measure);
  std::string joined;
  for (const Line& line : lines) {
    CHECK(line.width <= 50);
    joined += text.substr(line.begin, line.end - line.begin);
    if (line.space_after) joined += ' ';
  }
  CHECK(joined == text);
}

TEST_CASE("a limit on lines ends the last one behind a whole word, in an ellipsis that fits") {
  FixedMeasure measure;
  const std::string text = "một hai ba bốn năm sáu";
  const auto lines = break_paragraph(text, kTen, 100, measure, 1);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].ellipsis);
  CHECK(lines[0].width <= 100);
  CHECK(texts(text, lines)[0] == "một hai");
}

TEST_CASE("text that fits within the limit has no ellipsis") {
  FixedMeasure measure;
  const auto lines = break_paragraph("một hai", kTen, 100, measure, 1);
  REQUIRE(lines.size() == 1);
  CHECK_FALSE(lines[0].ellipsis);
}

TEST_CASE("a letter with a combining mark is measured as one character") {
  FixedMeasure measure;
  CHECK(text_width("e\u0302\u0301", kTen, measure) == doctest::Approx(10));
}

TEST_CASE("no text gives no line") {
  FixedMeasure measure;
  CHECK(break_paragraph("", kTen, 100, measure).empty());
}
