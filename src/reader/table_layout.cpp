#include "reader/table_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bantin {

namespace {

constexpr uint16_t kHeadWeight = 600;
constexpr float kWidestWish = 320;   // a column asks for no more, however long its texts are
constexpr float kWidestWord = 240;   // longer ones are cut
constexpr size_t kMostColumns = 64;

struct Column {
  float least = 0, wish = 0, width = 0;
};

TextStyle style_of(const Cell& cell, TextStyle style) {
  if (cell.heads) style.weight = kHeadWeight;
  return style;
}

// A cell over several columns has no say: others stand in each of them as a rule.
std::vector<Column> columns_of(const Table& table, const TextStyle& style, Measure& measure) {
  std::vector<Column> columns;
  for (const std::vector<Cell>& row : table.rows) {
    size_t at = 0;
    for (const Cell& cell : row) {
      const size_t next = std::min(at + cell.columns, kMostColumns);
      if (columns.size() < next) columns.resize(next);
      if (cell.columns == 1 && at < next) {
        const Widths widths = widths_of({cell.text, style_of(cell, style), cell.spans}, measure);
        const float padding = 2 * TableLayout::kPaddingX + 1;
        columns[at].least = std::max(columns[at].least, std::min(widths.least, kWidestWord) + padding);
        columns[at].wish = std::max(columns[at].wish, std::min(widths.whole, kWidestWish) + padding);
      }
      at = next;
    }
  }
  return columns;
}

float sum(const std::vector<Column>& columns, float Column::* field) {
  return std::accumulate(columns.begin(), columns.end(), 0.0f,
                         [field](float total, const Column& column) { return total + column.*field; });
}

// Each column gets its least width, and of what is left a share of what it still wishes for; what nobody wishes for is
// shared by width.
void share_out(std::vector<Column>& columns, float width) {
  const float least = sum(columns, &Column::least), wish = sum(columns, &Column::wish);
  const float share = wish > least ? std::clamp((width - least) / (wish - least), 0.0f, 1.0f) : 0;
  for (Column& column : columns) column.width = std::ceil(column.least + share * (column.wish - column.least));
  const float stretch = width / std::max(1.0f, sum(columns, &Column::width));
  if (stretch <= 1) return;
  for (Column& column : columns) column.width = std::floor(column.width * stretch);
  columns.back().width += width - sum(columns, &Column::width);
}

PlacedCell place(const Cell& cell, const TextStyle& style, float x, float width, Measure& measure) {
  PlacedCell placed{x, width, cell.heads, cell.columns, style_of(cell, style), cell.text, cell.spans, {}};
  const float room = width - 2 * TableLayout::kPaddingX;
  placed.lines = compose_paragraph({placed.text, placed.style, placed.spans}, room, measure);
  return placed;
}

PlacedRow place_row(const std::vector<Cell>& cells, const std::vector<Column>& columns, const TextStyle& style,
                    Measure& measure) {
  PlacedRow row;
  size_t at = 0, lines = 1;
  float x = 0;
  for (const Cell& cell : cells) {
    float width = 0;
    const size_t next = std::min(at + cell.columns, columns.size());
    for (; at < next; ++at) width += columns[at].width;
    if (width == 0) break;
    row.cells.push_back(place(cell, style, x, width, measure));
    lines = std::max(lines, row.cells.back().lines.size());
    x += width;
  }
  row.height = static_cast<float>(lines) * style.line_height + 2 * TableLayout::kPaddingY;
  return row;
}

}  // namespace

TableLayout lay_out_table(const Table& table, const TextStyle& style, float width, Measure& measure) {
  TableLayout layout;
  std::vector<Column> columns = columns_of(table, style, measure);
  if (columns.empty()) return layout;
  share_out(columns, width);
  layout.width = sum(columns, &Column::width);
  for (const std::vector<Cell>& cells : table.rows) {
    PlacedRow row = place_row(cells, columns, style, measure);
    row.y = layout.height;
    layout.height += row.height;
    layout.rows.push_back(std::move(row));
  }
  return layout;
}

}  // namespace bantin
