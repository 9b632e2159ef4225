// Paragraph layout: text in, lines out.
// Use:    auto lines = break_paragraph(text, kRowLead, 332, measure, 2);     // greedy, cut with an ellipsis
//         auto lines = compose_paragraph({text, style, spans}, 680, measure);  // the best breaks of the whole
//         paragraph
// Units:  widths in CSS pixels, positions in bytes of `text`.
// Owns nothing; a line refers to the text it was made from.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "feed/model.h"
#include "reader/measure.h"

namespace bantin {

struct Line {
  uint32_t begin = 0, end = 0;  ///< text[begin, end), without the space it breaks at
  float width = 0;              ///< of what is drawn, the ellipsis included
  bool space_after = false;     ///< a space stood at the break: copying must give it back
  bool ellipsis = false;        ///< text was left out: draw "…" behind the line
};

/// A text in one style, parts of it bold, italic or a link.
struct StyledText {
  std::string_view text;
  TextStyle style;
  std::span<const Span> spans = {};
};

/// `style` as the span wants it.
TextStyle style_of(const TextStyle& style, const Span& span);

/// Breaks `text` to `width`, each line taking what fits. A run wider than the column is cut between characters. With
/// `max_lines` > 0 what does not fit is left out and the last line ends in an ellipsis. Empty text gives no line.
std::vector<Line> break_paragraph(std::string_view text, const TextStyle& style, float width, Measure& measure,
                                  uint32_t max_lines = 0);

/// Breaks to `width` so that the lines of the whole paragraph are as even as can be: least sum of the squares of what
/// each line but the last leaves free (Knuth and Plass, "Breaking Paragraphs into Lines", for ragged text), and no
/// last line of one short word where it can be helped.
std::vector<Line> compose_paragraph(const StyledText& text, float width, Measure& measure);

/// Width of the text on one line.
float text_width(std::string_view text, const TextStyle& style, Measure& measure);
/// The widest of what cannot be broken, and the whole on one line.
struct Widths {
  float least = 0, whole = 0;
};
Widths widths_of(const StyledText& text, Measure& measure);

}  // namespace bantin
