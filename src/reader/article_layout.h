// The open article as placed parts: title, a line of facts, the lead, the body's blocks, and what follows an article
// (attachments, related ones, previous and next), each text broken into lines once.
// Use:    auto layout = lay_out_article(article, texts, preferences, pane_width, measure);  // kept until one changes
// Units:  CSS pixels; a layout's x and all y from the top left of the article pane's content, a part's x from the
// column. Owns its texts, so it outlives the feed it was made from.
#pragma once

#include <string>
#include <vector>

#include "feed/model.h"
#include "reader/action.h"
#include "reader/paragraph.h"
#include "reader/preferences.h"
#include "reader/table_layout.h"

namespace bantin {

enum class PartKind : uint8_t {
  title,
  facts,
  lead,
  body,
  heading,
  bullet,
  number,
  quote,
  picture,        ///< no text; index: in Article::pictures
  caption,        ///< below the picture before it
  table_caption,  ///< above the table after it
  table,          ///< no text; index: in ArticleLayout::tables
  section,        ///< heading of what follows the article
  follower,       ///< a link of it, then
  note,           ///< what is said of it
};

struct PlacedPart {
  PartKind kind = PartKind::body;
  TextStyle style;
  std::string text;
  std::vector<Span> spans;
  float x = 0, y = 0, width = 0, height = 0;
  std::vector<Line> lines;
  uint8_t level = 0;
  uint32_t index = 0;
  std::string marker;  ///< of a list's item, drawn before it
  Action action;       ///< of a follower that opens here
  std::string link;    ///< its address
};

/// A link below the article.
struct Follower {
  std::string title, note;
  Action action;
  std::string link;
};

struct FollowerSection {
  std::string heading;
  std::vector<Follower> followers;
};

/// What an article is shown with, in the reader's language.
struct ArticleTexts {
  std::string facts;  ///< date, department, minutes
  std::vector<FollowerSection> sections;
};

struct ArticleLayout {
  float x = 0, width = 0;  ///< the column
  float height = 0;        ///< of the whole content, margins included
  float body_end = 0;      ///< y where the article itself ends: reading progress counts to here
  std::vector<PlacedPart> parts;
  std::vector<TableLayout> tables;

  /// Index of the first part that ends below `y`; parts.size() when none does. For drawing only what is seen.
  size_t first_part_below(float y) const;
};

ArticleLayout lay_out_article(const Article& article, const ArticleTexts& texts, const Preferences& preferences,
                              float pane_width, Measure& measure);

}  // namespace bantin
