#include "reader/paragraph.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>
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

// A face in which bold is twice as wide and italic a quarter less.
class WeightedMeasure : public Measure {
 public:
  float advance(const TextStyle& style, std::string_view) override {
    const float width = static_cast<float>(style.size) / 2 * (style.weight >= 700 ? 2 : 1);
    return style.italic ? width * 0.75f : width;
  }
};

std::vector<Line> composed(const std::string& text, float width, std::vector<Span> spans = {}) {
  FixedMeasure measure;
  return compose_paragraph({text, kTen, spans}, width, measure);
}

// The text again, from its lines.
std::string joined(const std::string& text, const std::vector<Line>& lines) {
  std::string all;
  for (const Line& line : lines) {
    all += text.substr(line.begin, line.end - line.begin);
    if (line.space_after) all += ' ';
  }
  return all;
}

// Words that belong to no unit, number or name, so that every space is a place to break at.
std::string random_text(std::mt19937& random, size_t words) {
  std::string text;
  for (size_t i = 0; i < words; ++i) {
    if (i > 0) text += ' ';
    text += std::string(1 + random() % 7, static_cast<char>('a' + random() % 26));
  }
  return text;
}

constexpr double kNever = std::numeric_limits<double>::infinity();

// How uneven a paragraph is: the squares of what its lines but the last leave free. With `ends_short` only those whose
// last line is below a fifth of the column count, without it only the others.
struct Best {
  double even = kNever, short_end = kNever;
};

// Every way to break `words` (widths in characters) from `first` on, in a column of `width` characters.
Best best_of(const std::vector<int>& words, size_t first, int width) {
  Best best;
  int used = -1;
  for (size_t last = first; last < words.size(); ++last) {
    used += 1 + words[last];
    if (used > width) break;
    if (last + 1 == words.size()) {
      const bool is_short = first > 0 && used * 5 < width;
      (is_short ? best.short_end : best.even) = 0;
      continue;
    }
    const Best rest = best_of(words, last + 1, width);
    const double free = static_cast<double>(width - used) / width;
    best.even = std::min(best.even, free * free + rest.even);
    best.short_end = std::min(best.short_end, free * free + rest.short_end);
  }
  return best;
}

std::vector<int> words_of(const std::string& text) {
  std::vector<int> words(1);
  for (const char c : text) {
    if (c == ' ') {
      words.push_back(0);
    } else {
      ++words.back();
    }
  }
  return words;
}

double squares_of(const std::vector<Line>& lines, float width) {
  double sum = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const double free = (width - lines[i].width) / width;
    sum += free * free;
  }
  return sum;
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

TEST_CASE("a composed paragraph leaves as little free as any way to break it does") {
  std::mt19937 random(5);
  for (int round = 0; round < 400; ++round) {
    const std::string text = random_text(random, 1 + random() % 14);
    const int width = 8 + static_cast<int>(random() % 12);
    CAPTURE(text);
    CAPTURE(width);
    const auto column = static_cast<float>(width * 10);
    const auto lines = composed(text, column);
    const Best best = best_of(words_of(text), 0, width);
    const double found = squares_of(lines, column);
    const bool is_short = lines.size() > 1 && lines.back().width * 5 < column;
    CHECK(found == doctest::Approx(is_short ? best.short_end : best.even).epsilon(1e-4));
    if (is_short) CHECK(best.even > found);
  }
}

TEST_CASE("no composed line is wider than its column, and no byte of the text is lost") {
  std::mt19937 random(6);
  const char* words[] = {"đường",
                         "ngày",
                         "13/1",
                         "15",
                         "%",
                         "Sở",
                         "TT&TT",
                         "một–hai",
                         "(a),",
                         "e\u0302\u0301",
                         "https://halam.example.vn/tin-tuc/2024/bai-viet",
                         "中文字"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto i = random() % 30; i > 0; --i) text += (text.empty() ? "" : " ") + std::string(words[random() % 12]);
    const auto width = static_cast<float>(30 + random() % 300);
    const auto lines = composed(text, width);
    CAPTURE(text);
    CAPTURE(width);
    CHECK(joined(text, lines) == text);
    for (const Line& line : lines) CHECK(line.width <= width);
  }
}

TEST_CASE("a last line of one short word is avoided where a neighbour can come down") {
  const std::string text = "aaaa bbbb cccc dddd eeee ff";
  FixedMeasure measure;
  CHECK(texts(text, break_paragraph(text, kTen, 240, measure)).back() == "ff");
  CHECK(texts(text, composed(text, 240)) == std::vector<std::string>{"aaaa bbbb cccc dddd", "eeee ff"});
}

TEST_CASE("a paragraph of one line may be short") {
  CHECK(texts("ab", composed("ab", 400)) == std::vector<std::string>{"ab"});
}

TEST_CASE("words that belong together stay on one line, even in a narrower paragraph") {
  const std::string text = "Họp ngày 13/1 tại trụ sở";
  for (float width = 140; width < 300; width += 10) {
    CAPTURE(width);
    for (const std::string& line : texts(text, composed(text, width))) CHECK_FALSE(line.ends_with("ngày"));
  }
}

TEST_CASE("words that belong together are parted where they fill half the column") {
  CHECK(texts("ngày 13/1", composed("ngày 13/1", 70)) == std::vector<std::string>{"ngày", "13/1"});
}

TEST_CASE("parts of a text are measured in their own weight and slope") {
  WeightedMeasure measure;
  const std::string text = "aaa bbb ccc";
  const std::vector<Span> bold = {{4, 7, true, false, {}}}, italic = {{4, 7, false, true, {}}};
  CHECK(compose_paragraph({text, kTen}, 400, measure)[0].width == doctest::Approx(110));
  CHECK(compose_paragraph({text, kTen, bold}, 400, measure)[0].width == doctest::Approx(140));
  CHECK(compose_paragraph({text, kTen, italic}, 400, measure)[0].width == doctest::Approx(102.5));
  CHECK(compose_paragraph({text, kTen}, 110, measure).size() == 1);
  CHECK(compose_paragraph({text, kTen, bold}, 110, measure).size() == 2);
}

TEST_CASE("a span within a word that is cut is measured in its own weight") {
  WeightedMeasure measure;
  const std::string text = "aaaaaaaa";
  const std::vector<Span> bold = {{2, 4, true, false, {}}};
  const auto lines = compose_paragraph({text, kTen, bold}, 40, measure);
  CHECK(texts(text, lines) == std::vector<std::string>{"aaa", "aaa", "aa"});
  CHECK(lines[0].width == doctest::Approx(40));
}

TEST_CASE("the style of a span is at least as bold as its text's") {
  const TextStyle heading{Face::reading, 800, 22, 30};
  CHECK(style_of(kTen, {0, 1, true, false, {}}).weight == 700);
  CHECK(style_of(heading, {0, 1, true, false, {}}).weight == 800);
  CHECK(style_of(kTen, {0, 1, false, true, {}}).italic);
  CHECK(style_of(kTen, {0, 1, false, false, "x"}) == kTen);
}

TEST_CASE("widths are that of the longest word and that of the whole") {
  WeightedMeasure measure;
  const std::string text = "aa bbbb c";
  CHECK(widths_of({text, kTen}, measure).least == doctest::Approx(40));
  CHECK(widths_of({text, kTen}, measure).whole == doctest::Approx(90));
  const std::vector<Span> bold = {{0, 2, true, false, {}}};
  CHECK(widths_of({text, kTen, bold}, measure).whole == doctest::Approx(110));
  CHECK(widths_of({"", kTen}, measure).whole == 0);
}

TEST_CASE("a composed paragraph of nothing has no line") { CHECK(composed("", 100).empty()); }
