#include "reader/table_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bantin {

namespace {

constexpr uint16_t kHeadWeight = 600;
constexpr float kWidestWish = 320;     // a column asks for no more, however long its texts are
constexpr float kWidestWord = 240;     // longer ones are cut
constexpr size_t kMostColumns = 1000;  // what is beyond them stands in the last one

struct Column {
  float least = 0, wish = 0, width = 0;
};

TextStyle style_of(const Cell& cell, TextStyle style) {
  if (cell.heads) style.weight = kHeadWeight;
  return style;
}

// Calls use(cell, first, last) for each cell with the columns it stands in.
template <typename Use>
void for_each_cell(const std::vector<Cell>& row, const Use& use) {
  size_t at = 0;
  for (const Cell& cell : row) {
    const size_t first = std::min(at, kMostColumns - 1);
    at = std::min<size_t>(first + cell.columns, kMostColumns);
    use(cell, first, at);
  }
}

// What a cell needs, in whole pixels so that its text surely fits, shared by the columns it stands in.
void ask(std::vector<Column>& columns, size_t first, size_t last, const Widths& widths) {
  const float padding = 2 * TableLayout::kPaddingX + 1;
  float least = std::ceil(std::min(widths.least, kWidestWord) + padding);
  float wish = std::ceil(std::min(widths.whole, kWidestWish) + padding);
  for (size_t i = first; i < last && last - first > 1; ++i) {
    least -= columns[i].least;
    wish -= columns[i].wish;
  }
  const auto share = static_cast<float>(last - first);
  for (size_t i = first; i < last; ++i) {
    const float own_least = last - first > 1 ? columns[i].least : 0, own_wish = last - first > 1 ? columns[i].wish : 0;
    columns[i].least = std::max(columns[i].least, own_least + std::ceil(least / share));
    columns[i].wish = std::max({columns[i].wish, own_wish + std::ceil(wish / share), columns[i].least});
  }
}

// First the cells of one column, then what those over several need beyond.
std::vector<Column> columns_of(const Table& table, const TextStyle& style, Measure& measure) {
  std::vector<Column> columns;
  for (const bool is_wide : {false, true}) {
    for (const std::vector<Cell>& row : table.rows) {
      for_each_cell(row, [&](const Cell& cell, size_t first, size_t last) {
        if (columns.size() < last) columns.resize(last);
        if ((last - first > 1) != is_wide) return;
        ask(columns, first, last, widths_of({cell.text, style_of(cell, style), cell.spans}, measure));
      });
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
  for (Column& column : columns) column.width = std::floor(column.least + share * (column.wish - column.least));
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
  size_t lines = 1;
  float x = 0;
  for_each_cell(cells, [&](const Cell& cell, size_t first, size_t last) {
    float width = 0;
    for (size_t i = first; i < last; ++i) width += columns[i].width;
    row.cells.push_back(place(cell, style, x, width, measure));
    lines = std::max(lines, row.cells.back().lines.size());
    x += width;
  });
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
