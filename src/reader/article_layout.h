// The open article as placed text: title, a line of facts, the lead, the body, each broken into lines once.
// Use:    auto layout = lay_out_article(article, facts, pane_width, measure);   // kept until one of these changes
// Units:  CSS pixels; x and y from the top left of the article pane's content.
// Owns its texts, so it outlives the feed it was made from.
#pragma once

#include <string>
#include <vector>

#include "feed/model.h"
#include "reader/paragraph.h"

namespace bantin {

enum class PartKind : uint8_t { title, facts, lead, body };

struct PlacedText {
  PartKind kind = PartKind::body;
  TextStyle style;
  std::string text;
  float y = 0, height = 0;
  std::vector<Line> lines;
};

struct ArticleLayout {
  float x = 0, width = 0;  ///< the column
  float height = 0;        ///< of the whole content, margins included
  std::vector<PlacedText> parts;

  /// Index of the first part that ends below `y`; parts.size() when none does. For drawing only what is seen.
  size_t first_part_below(float y) const;
};

/// `facts` is the line under the title (date and department), already in the reader's language.
ArticleLayout lay_out_article(const Article& article, std::string facts, float pane_width, Measure& measure);

}  // namespace bantin
