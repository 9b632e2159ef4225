#include "reader/article_layout.h"

#include <algorithm>
#include <cmath>

namespace bantin {

namespace {

constexpr float kWidePane = 600;  // below: a phone's margins and title
constexpr float kLargeTitlePane = 720;
constexpr float kMargin = 32, kPhoneMargin = 20;
constexpr float kBottom = 96;  // the last line never sticks to the edge
constexpr float kBlockGap = 18, kItemGap = 8, kCaptionGap = 8, kFigureGap = 28;
constexpr float kHeadingAbove = 14;  // more than between paragraphs
constexpr float kItemIndent = 28, kQuoteIndent = 20;
constexpr float kSectionAbove = 40, kFollowerGap = 14;
constexpr float kUnknownShape = 2.0f / 3;  // height of a picture whose size nobody told, by its width
constexpr float kTallest = 1.25f;          // by the column's width
constexpr float kFullWidthShare = 0.6f;    // pictures at least that wide fill the column

bool is_item(const Block& block) { return block.kind == BlockKind::bullet || block.kind == BlockKind::number; }

class Arrangement {
 public:
  Arrangement(const Article& article, const Preferences& preferences, float pane_width, Measure& measure)
      : article_(article), preferences_(preferences), measure_(measure) {
    const float margin = pane_width < kWidePane ? kPhoneMargin : kMargin;
    layout_.width = std::floor(std::max(80.0f, std::min(column_width(preferences), pane_width - 2 * margin)));
    layout_.x = std::floor(std::max(margin, (pane_width - layout_.width) / 2));
    y_ = margin;
  }

  PlacedPart& add(PartKind kind, const TextStyle& style, std::string text, std::vector<Span> spans, float indent = 0) {
    PlacedPart& part = layout_.parts.emplace_back();
    part.kind = kind;
    part.style = adapted(style, preferences_);
    part.text = std::move(text);
    part.spans = std::move(spans);
    part.x = indent;
    part.y = y_;
    part.width = layout_.width - indent;
    part.lines = compose_paragraph({part.text, part.style, part.spans}, part.width, measure_);
    part.height = static_cast<float>(part.lines.size() * part.style.line_height);
    y_ += part.height;
    return part;
  }

  void text(PartKind kind, const TextStyle& style, const std::string& text, float space_after) {
    if (text.empty()) return;
    add(kind, style, text, {});
    space(space_after);
  }

  void body() {
    for (size_t i = 0; i < article_.body.size(); ++i) {
      const Block& block = article_.body[i];
      const bool more_items = is_item(block) && i + 1 < article_.body.size() && is_item(article_.body[i + 1]);
      this->block(block, more_items ? kItemGap : kBlockGap);
    }
    layout_.body_end = y_;
  }

  void section(const FollowerSection& section) {
    if (section.followers.empty()) return;
    space(kSectionAbove);
    text(PartKind::section, kInterfaceStrong, section.heading, kFollowerGap);
    for (const Follower& follower : section.followers) {
      PlacedPart& part = add(PartKind::follower, kRowTitle, follower.title, {});
      part.action = follower.action;
      part.link = follower.link;
      space(4);
      text(PartKind::note, kMetaText, follower.note, kFollowerGap);
    }
  }

  void space(float height) { y_ += std::floor(height * gap_scale()); }

  ArticleLayout finished() {
    layout_.height = y_ + kBottom;
    return std::move(layout_);
  }

 private:
  float gap_scale() const {
    return static_cast<float>(adapted(kArticleBody, preferences_).line_height) / kArticleBody.line_height;
  }

  void block(const Block& block, float space_after) {
    switch (block.kind) {
      case BlockKind::paragraph: add(PartKind::body, kArticleBody, block.text, block.spans); break;
      case BlockKind::heading: return heading(block);
      case BlockKind::bullet:
      case BlockKind::number: item(block); break;
      case BlockKind::quote:
        add(PartKind::quote, kArticleBody, block.text, block.spans, std::floor(kQuoteIndent * gap_scale()));
        break;
      case BlockKind::picture: return picture(block);
      case BlockKind::table: return table(block);
    }
    space(space_after);
  }

  void heading(const Block& block) {
    space(kHeadingAbove);
    const TextStyle& style = block.level == 2 ? kArticleHeading : kArticleSubheading;
    add(PartKind::heading, style, block.text, block.spans).level = block.level;
    space(kItemGap);
  }

  void item(const Block& block) {
    const bool is_numbered = block.kind == BlockKind::number;
    const float indent = std::floor(kItemIndent * gap_scale()) * block.level;
    PlacedPart& part =
        add(is_numbered ? PartKind::number : PartKind::bullet, kArticleBody, block.text, block.spans, indent);
    part.level = block.level;
    part.index = block.index;
    part.marker = block.level == 1 ? "•" : "–";
    if (is_numbered) part.marker = std::to_string(block.index) + ".";
  }

  // Its place is known before it is loaded, so nothing moves when it comes.
  void picture(const Block& block) {
    const Picture& picture = article_.pictures[block.index];
    const bool is_known = picture.width > 0 && picture.height > 0;
    const auto own_width = static_cast<float>(picture.width);
    const float shape = is_known ? static_cast<float>(picture.height) / own_width : kUnknownShape;
    const bool is_small = is_known && own_width < kFullWidthShare * layout_.width;
    float width = is_small ? own_width : layout_.width;
    width = std::min(width, kTallest * layout_.width / shape);
    space(kCaptionGap);
    PlacedPart& part = layout_.parts.emplace_back();
    part.kind = PartKind::picture;
    part.index = block.index;
    part.y = y_;
    part.width = std::floor(width);
    part.x = std::floor((layout_.width - part.width) / 2);
    part.height = std::floor(width * shape);
    y_ += part.height;
    if (!block.text.empty()) {
      space(kCaptionGap);
      add(PartKind::caption, kCaptionText, block.text, block.spans);
    }
    space(kFigureGap);
  }

  void table(const Block& block) {
    if (!block.text.empty()) {
      add(PartKind::table_caption, kCaptionText, block.text, block.spans);
      space(kCaptionGap);
    }
    const Table& table = article_.tables[block.index];
    layout_.tables.push_back(lay_out_table(table, adapted(kTableText, preferences_), layout_.width, measure_));
    PlacedPart& part = layout_.parts.emplace_back();
    part.kind = PartKind::table;
    part.index = static_cast<uint32_t>(layout_.tables.size()) - 1;
    part.y = y_;
    part.width = layout_.width;
    part.height = layout_.tables.back().height;
    y_ += part.height;
    space(kFigureGap);
  }

  const Article& article_;
  const Preferences& preferences_;
  Measure& measure_;
  ArticleLayout layout_;
  float y_ = 0;
};

}  // namespace

size_t ArticleLayout::first_part_below(float y) const {
  const auto part =
      std::partition_point(parts.begin(), parts.end(), [y](const PlacedPart& p) { return p.y + p.height <= y; });
  return static_cast<size_t>(part - parts.begin());
}

ArticleLayout lay_out_article(const Article& article, const ArticleTexts& texts, const Preferences& preferences,
                              float pane_width, Measure& measure) {
  Arrangement arrangement(article, preferences, pane_width, measure);
  const TextStyle& title = pane_width < kLargeTitlePane ? kArticleTitleMiddle : kArticleTitle;
  arrangement.text(PartKind::title, title, article.title, 12);
  arrangement.text(PartKind::facts, kMetaText, texts.facts, 28);
  arrangement.text(PartKind::lead, kArticleLead, article.lead, 28);
  arrangement.body();
  for (const FollowerSection& section : texts.sections) arrangement.section(section);
  return arrangement.finished();
}

}  // namespace bantin
