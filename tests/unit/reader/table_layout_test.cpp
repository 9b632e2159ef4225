#include "reader/table_layout.h"

#include <doctest/doctest.h>

#include <random>

#include "reader/fixed_measure.h"

using namespace bantin;

namespace {

constexpr TextStyle kTen{Face::ui, 400, 20, 30};  // ten pixels a character

Cell cell(std::string text, uint8_t columns = 1, bool heads = false) { return {std::move(text), {}, heads, columns}; }

TableLayout laid_out(const Table& table, float width) {
  FixedMeasure measure;
  return lay_out_table(table, kTen, width, measure);
}

// Rows one below the other, cells one beside the other, texts inside their cells, nothing left out.
void check_sound(const Table& table, const TableLayout& layout) {
  REQUIRE(layout.rows.size() == table.rows.size());
  float y = 0;
  for (size_t r = 0; r < layout.rows.size(); ++r) {
    const PlacedRow& row = layout.rows[r];
    CHECK(row.y == y);
    y += row.height;
    float x = 0;
    REQUIRE(row.cells.size() == table.rows[r].size());
    for (size_t c = 0; c < row.cells.size(); ++c) {
      const PlacedCell& placed = row.cells[c];
      CHECK(placed.text == table.rows[r][c].text);
      CHECK(placed.x == doctest::Approx(x));
      x += placed.width;
      std::string text;
      for (const Line& line : placed.lines) {
        CHECK(line.width <= placed.width - 2 * TableLayout::kPaddingX);
        text += placed.text.substr(line.begin, line.end - line.begin) + (line.space_after ? " " : "");
      }
      CHECK(text == placed.text);
      const float lines = static_cast<float>(placed.lines.size()) * kTen.line_height;
      CHECK(lines + 2 * TableLayout::kPaddingY <= row.height);
    }
    CHECK(x <= layout.width + 0.01f);
  }
  CHECK(layout.height == y);
}

}  // namespace

TEST_CASE("columns fill the width, the one with more to say is wider") {
  const Table table{{{cell("STT", 1, true), cell("Nội dung công việc", 1, true)}, {cell("1"), cell("Khảo sát")}}};
  const TableLayout layout = laid_out(table, 600);
  check_sound(table, layout);
  CHECK(layout.width == doctest::Approx(600));
  const PlacedRow& head = layout.rows[0];
  CHECK(head.cells[1].x + head.cells[1].width == doctest::Approx(600));
  CHECK(head.cells[1].width > head.cells[0].width);
  CHECK(layout.rows[1].cells[1].x == head.cells[1].x);
}

TEST_CASE("texts that do not fit are broken in their cells, and the row grows with the longest") {
  const Table table{{{cell("một hai ba bốn năm sáu bảy"), cell("một hai ba bốn năm sáu bảy tám chín mười")}}};
  const TableLayout layout = laid_out(table, 300);
  check_sound(table, layout);
  CHECK(layout.width == doctest::Approx(300));
  CHECK(layout.rows[0].cells[1].lines.size() > 1);
}

TEST_CASE("a table of too many words for the width is wider, and no word is cut") {
  Table table{{{}}};
  for (int i = 0; i < 8; ++i) table.rows[0].push_back(cell("chữdàichữdài"));
  const TableLayout layout = laid_out(table, 400);
  check_sound(table, layout);
  CHECK(layout.width > 400);
  for (const PlacedCell& placed : layout.rows[0].cells) CHECK(placed.lines.size() == 1);
}

TEST_CASE("a very long word is cut instead of widening the table without end") {
  const Table table{{{cell(std::string(500, 'x')), cell("a")}}};
  const TableLayout layout = laid_out(table, 400);
  check_sound(table, layout);
  CHECK(layout.width == doctest::Approx(400));
}

TEST_CASE("a cell over several columns is as wide as they are together") {
  const Table table{{{cell("Số liệu", 2), cell("Ghi chú")}, {cell("2023"), cell("2024"), cell("không")}}};
  const TableLayout layout = laid_out(table, 500);
  check_sound(table, layout);
  const auto& below = layout.rows[1].cells;
  CHECK(layout.rows[0].cells[0].width == doctest::Approx(below[0].width + below[1].width));
  CHECK(layout.rows[0].cells[1].x == doctest::Approx(below[2].x));
}

TEST_CASE("columns in which only wide cells stand have room for their text") {
  const Table table{{{cell("Chỉ tiêu", 2), cell("Kết quả")}, {cell("Dân số", 2), cell("mười nghìn")}}};
  check_sound(table, laid_out(table, 500));
}

TEST_CASE("a title over the whole table is broken in it") {
  const Table table{{{cell("Bảng tổng hợp số liệu của các huyện", 2)}, {cell("a"), cell("b")}}};
  const TableLayout layout = laid_out(table, 200);
  check_sound(table, layout);
  CHECK(layout.rows[0].cells[0].width == doctest::Approx(200));
}

TEST_CASE("rows of fewer cells than others leave the rest free") {
  const Table table{{{cell("a"), cell("b"), cell("c")}, {cell("d")}}};
  check_sound(table, laid_out(table, 300));
}

TEST_CASE("more columns than anybody reads lose no text") {
  const Table table{{{cell("a", 50), cell("b", 50), cell("c")}}};
  check_sound(table, laid_out(table, 600));
}

TEST_CASE("header cells are set in a bolder weight") {
  const TableLayout layout = laid_out({{{cell("a", 1, true), cell("b")}}}, 300);
  CHECK(layout.rows[0].cells[0].style.weight > layout.rows[0].cells[1].style.weight);
  CHECK(layout.rows[0].cells[0].heads);
}

TEST_CASE("empty cells and rows have the height of a line") {
  const TableLayout layout = laid_out({{{cell("a")}, {}, {cell("")}}}, 300);
  REQUIRE(layout.rows.size() == 3);
  for (const PlacedRow& row : layout.rows) CHECK(row.height == 30 + 2 * TableLayout::kPaddingY);
}

TEST_CASE("a table of nothing has no size") {
  CHECK(laid_out({}, 300).height == 0);
  CHECK(laid_out({{{}, {}}}, 300).width == 0);
}

TEST_CASE("tables of any shape are sound at every width") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    Table table;
    const auto columns = 1 + random() % 6;
    for (auto rows = 1 + random() % 5; rows > 0; --rows) {
      auto& row = table.rows.emplace_back();
      for (size_t c = 0; c < columns; ++c) {
        std::string text;
        for (auto words = random() % 5; words > 0; --words) {
          text += (text.empty() ? "" : " ") + std::string(1 + random() % 8, 'x');
        }
        row.push_back(cell(text, 1, random() % 4 == 0));
      }
    }
    const auto width = static_cast<float>(100 + random() % 900);
    const TableLayout layout = laid_out(table, width);
    check_sound(table, layout);
    CHECK(layout.width >= width - 0.01f);
  }
}
