// A table as placed cells: columns as wide as their texts need, and the whole wider than the article's column where it
// must be (the view then lets it scroll in its frame).
// Units: CSS pixels from the table's top left corner. Owns its texts.
#pragma once

#include <string>
#include <vector>

#include "feed/model.h"
#include "reader/paragraph.h"

namespace bantin {

struct PlacedCell {
  float x = 0, width = 0;
  bool heads = false;
  uint8_t columns = 1;
  TextStyle style;
  std::string text;
  std::vector<Span> spans;
  std::vector<Line> lines;
};

struct PlacedRow {
  float y = 0, height = 0;
  std::vector<PlacedCell> cells;
};

struct TableLayout {
  static constexpr float kPaddingX = 10, kPaddingY = 8;  ///< of a text in its cell

  float width = 0, height = 0;
  std::vector<PlacedRow> rows;
};

/// At least `width` wide; wider where the longest words leave no choice.
TableLayout lay_out_table(const Table& table, const TextStyle& style, float width, Measure& measure);

}  // namespace bantin
