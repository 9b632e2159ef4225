#include "reader/paragraph.h"

#include "text/cluster.h"
#include "text/line_break.h"

namespace bantin {

namespace {

constexpr std::string_view kEllipsis = "…";

class LineBreaker {
 public:
  LineBreaker(std::string_view text, const TextStyle& style, float width, Measure& measure)
      : text_(text), style_(style), width_(width), measure_(measure) {}

  std::vector<Line> all() {
    for (const Run& run : runs(text_)) add(run);
    if (line_.end > line_.begin) lines_.push_back(line_);
    return std::move(lines_);
  }

 private:
  float measured(uint32_t begin, uint32_t end) {
    return text_width(text_.substr(begin, end - begin), style_, measure_);
  }

  void add(const Run& run) {
    const float gap = line_.end > line_.begin ? measured(line_.end, run.begin) : 0;
    const float width = measured(run.begin, run.end);
    if (line_.end > line_.begin && line_.width + gap + width > width_) finish(run.begin);
    if (line_.end == line_.begin) {
      line_.begin = line_.end = run.begin;
      if (width > width_) return cut(run);
      line_.width = width;
    } else {
      line_.width += gap + width;
    }
    line_.end = run.end;
  }

  void finish(uint32_t next_begin) {
    line_.space_after = next_begin > line_.end;
    lines_.push_back(line_);
    line_ = Line{next_begin, next_begin, 0, false, false};
  }

  // A run that no line holds (a long address): as many characters a line as fit.
  void cut(const Run& run) {
    for (size_t at = run.begin; at < run.end;) {
      const auto begin = static_cast<uint32_t>(at);
      const float advance = measure_.advance(style_, next_cluster(text_, at));
      if (line_.end > line_.begin && line_.width + advance > width_) finish(begin);
      line_.end = static_cast<uint32_t>(at);
      line_.width += advance;
    }
  }

  std::string_view text_;
  const TextStyle& style_;
  float width_;
  Measure& measure_;
  Line line_;
  std::vector<Line> lines_;
};

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

float text_width(std::string_view text, const TextStyle& style, Measure& measure) {
  float width = 0;
  for (size_t at = 0; at < text.size();) width += measure.advance(style, next_cluster(text, at));
  return width;
}

std::vector<Line> break_paragraph(std::string_view text, const TextStyle& style, float width, Measure& measure,
                                  uint32_t max_lines) {
  std::vector<Line> lines = LineBreaker(text, style, width, measure).all();
  if (max_lines > 0 && lines.size() > max_lines) {
    lines.resize(max_lines);
    end_in_ellipsis(lines.back(), text, style, width, measure);
  }
  return lines;
}

}  // namespace bantin
