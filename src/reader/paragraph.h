// Paragraph layout: text in, lines out. Greedy: each line takes the runs that fit.
// Use:    auto lines = break_paragraph(text, kArticleBody, 680, measure);
// Units:  widths in CSS pixels, positions in bytes of `text`.
// Owns nothing; a line refers to the text it was made from.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reader/measure.h"

namespace bantin {

struct Line {
  uint32_t begin = 0, end = 0;  ///< text[begin, end), without the space it breaks at
  float width = 0;              ///< of what is drawn, the ellipsis included
  bool space_after = false;     ///< a space stood at the break: copying must give it back
  bool ellipsis = false;        ///< text was left out: draw "…" behind the line
};

/// Breaks `text` to `width`. A run wider than the column is cut between characters. With `max_lines` > 0 what does
/// not fit is left out and the last line ends in an ellipsis. Empty text gives no line.
std::vector<Line> break_paragraph(std::string_view text, const TextStyle& style, float width, Measure& measure,
                                  uint32_t max_lines = 0);

/// Width of text[begin, end) on one line.
float text_width(std::string_view text, const TextStyle& style, Measure& measure);

}  // namespace bantin
