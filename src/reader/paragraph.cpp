#include "reader/paragraph.h"

#include <algorithm>
#include <limits>

#include "text/cluster.h"
#include "text/keep_together.h"
#include "text/line_break.h"

namespace bantin {

namespace {

constexpr std::string_view kEllipsis = "…";
constexpr uint16_t kBold = 700;
constexpr float kLargestKept = 0.5f;   // of the column: longer than that, words kept together may be parted
constexpr float kShortEnd = 0.2f;      // of the column: a last line below it looks like a widow
constexpr float kShortEndCost = 0.1f;  // as much as a line that leaves a third of the column free

// What no line breaks, with its width and that of the space behind it.
struct Piece {
  uint32_t begin = 0, end = 0;
  float width = 0, gap = 0;
  bool space_after = false;
};

// Measures a text from left to right; spans are found by going along.
class Ruler {
 public:
  Ruler(const StyledText& text, Measure& measure) : text_(text), measure_(measure) {}

  float advance(size_t& at) {
    while (span_ < text_.spans.size() && text_.spans[span_].end <= at) ++span_;
    const bool is_inside = span_ < text_.spans.size() && text_.spans[span_].begin <= at;
    const TextStyle style = is_inside ? style_of(text_.style, text_.spans[span_]) : text_.style;
    return measure_.advance(style, next_cluster(text_.text, at));
  }

  float width(size_t begin, size_t end) {
    float width = 0;
    while (begin < end) width += advance(begin);
    return width;
  }

  void rewind() { span_ = 0; }

 private:
  const StyledText& text_;
  Measure& measure_;
  size_t span_ = 0;
};

// The pieces of a paragraph: runs, words that belong together joined, what is wider than a line cut.
class Pieces {
 public:
  Pieces(const StyledText& text, float width, Measure& measure)
      : text_(text.text), width_(width), ruler_(text, measure) {
    for (const Run& run : runs(text_)) add(run);
  }

  std::vector<Piece> all() { return std::move(pieces_); }

 private:
  void add(const Run& run) {
    Piece piece{run.begin, run.end, ruler_.width(run.begin, run.end), 0, run.next > run.end};
    piece.gap = ruler_.width(run.end, run.next);
    if (!join(piece)) pieces_.push_back(piece);
    if (pieces_.back().width > width_) cut();
  }

  bool join(const Piece& piece) {
    if (pieces_.empty() || !pieces_.back().space_after) return false;
    Piece& last = pieces_.back();
    const float width = last.width + last.gap + piece.width;
    if (width > kLargestKept * width_) return false;
    const size_t word = text_.substr(0, last.end).rfind(' ') + 1;  // of several kept words only the last one counts
    const size_t begin = std::max<size_t>(word, last.begin);
    if (!keeps_together(text_.substr(begin, last.end - begin), text_.substr(piece.begin, piece.end - piece.begin))) {
      return false;
    }
    last = {last.begin, piece.end, width, piece.gap, piece.space_after};
    return true;
  }

  // A long address: as many characters a line as fit.
  void cut() {
    const Piece whole = pieces_.back();
    pieces_.pop_back();
    ruler_.rewind();
    Piece part{whole.begin, whole.begin};
    for (size_t at = whole.begin; at < whole.end;) {
      const auto begin = static_cast<uint32_t>(at);
      const float advance = ruler_.advance(at);
      if (part.end > part.begin && part.width + advance > width_) {
        pieces_.push_back(part);
        part = {begin, begin};
      }
      part.end = static_cast<uint32_t>(at);
      part.width += advance;
    }
    part.gap = whole.gap;
    part.space_after = whole.space_after;
    pieces_.push_back(part);
  }

  std::string_view text_;
  float width_;
  Ruler ruler_;
  std::vector<Piece> pieces_;
};

// The line of pieces [first, last).
Line line_of(const std::vector<Piece>& pieces, size_t first, size_t last) {
  Line line{pieces[first].begin, pieces[last - 1].end};
  for (size_t i = first; i < last; ++i) line.width += pieces[i].width + (i + 1 < last ? pieces[i].gap : 0);
  line.space_after = last < pieces.size() && pieces[last - 1].space_after;
  return line;
}

std::vector<Line> first_fit(const std::vector<Piece>& pieces, float width) {
  std::vector<Line> lines;
  for (size_t first = 0; first < pieces.size();) {
    size_t last = first + 1;
    float used = pieces[first].width;
    while (last < pieces.size() && used + pieces[last - 1].gap + pieces[last].width <= width) {
      used += pieces[last - 1].gap + pieces[last].width;
      ++last;
    }
    lines.push_back(line_of(pieces, first, last));
    first = last;
  }
  return lines;
}

// Cheapest way to end a line behind each piece, from the first to the last.
std::vector<Line> least_cost(const std::vector<Piece>& pieces, float width) {
  const size_t count = pieces.size();
  std::vector<float> cost(count + 1, std::numeric_limits<float>::max());
  std::vector<size_t> begins(count + 1);
  cost[0] = 0;
  for (size_t last = 1; last <= count; ++last) {
    float used = 0;
    for (size_t first = last; first-- > 0;) {
      used += pieces[first].width + (first + 1 < last ? pieces[first].gap : 0);
      if (used > width && first + 1 < last) break;
      const float free = std::max(0.0f, width - used) / width;
      const bool ends_short = first > 0 && used < kShortEnd * width;
      const float last_line = ends_short ? kShortEndCost : 0;
      const float total = cost[first] + (last == count ? last_line : free * free);
      if (total < cost[last]) {
        cost[last] = total;
        begins[last] = first;
      }
    }
  }
  std::vector<Line> lines;
  for (size_t last = count; last > 0; last = begins[last]) lines.push_back(line_of(pieces, begins[last], last));
  std::reverse(lines.begin(), lines.end());
  return lines;
}

// Shortens the last line, by whole words where there are any, until the ellipsis fits behind it.
void end_in_ellipsis(Line& line, std::string_view text, const TextStyle& style, float width, Measure& measure) {
  const float room = width - measure.advance(style, kEllipsis);
  float pen = 0, word_pen = 0;
  uint32_t end = line.begin, word_end = line.begin;
  for (size_t at = line.begin; at < text.size();) {
    if (text[at] == ' ') {
      word_end = end;
      word_pen = pen;
    }
    const float advance = measure.advance(style, next_cluster(text, at));
    if (pen + advance > room) break;
    pen += advance;
    end = static_cast<uint32_t>(at);
  }
  const bool has_word = word_end > line.begin;
  line.end = has_word ? word_end : end;
  line.width = (has_word ? word_pen : pen) + measure.advance(style, kEllipsis);
  line.ellipsis = true;
  line.space_after = false;
}

}  // namespace

TextStyle style_of(const TextStyle& style, const Span& span) {
  TextStyle made = style;
  if (span.bold) made.weight = std::max(made.weight, kBold);
  made.italic |= span.italic;
  return made;
}

float text_width(std::string_view text, const TextStyle& style, Measure& measure) {
  float width = 0;
  for (size_t at = 0; at < text.size();) width += measure.advance(style, next_cluster(text, at));
  return width;
}

Widths widths_of(const StyledText& text, Measure& measure) {
  Widths widths;
  for (const Piece& piece : Pieces(text, std::numeric_limits<float>::max(), measure).all()) {
    widths.least = std::max(widths.least, piece.width);
    widths.whole += piece.width + piece.gap;
  }
  return widths;
}

std::vector<Line> break_paragraph(std::string_view text, const TextStyle& style, float width, Measure& measure,
                                  uint32_t max_lines) {
  std::vector<Line> lines = first_fit(Pieces({text, style}, width, measure).all(), width);
  if (max_lines > 0 && lines.size() > max_lines) {
    lines.resize(max_lines);
    end_in_ellipsis(lines.back(), text, style, width, measure);
  }
  return lines;
}

std::vector<Line> compose_paragraph(const StyledText& text, float width, Measure& measure) {
  return least_cost(Pieces(text, width, measure).all(), width);
}

}  // namespace bantin
