#include "reader/article_layout.h"

#include <algorithm>
#include <cmath>

namespace bantin {

namespace {

constexpr float kColumn = 680;    // 60 to 72 characters of the body face
constexpr float kWidePane = 600;  // below: a phone's margins and title
constexpr float kLargeTitlePane = 720;
constexpr float kMargin = 32, kPhoneMargin = 20;
constexpr float kBottom = 96;  // the last line never sticks to the edge

class Arrangement {
 public:
  Arrangement(float pane_width, Measure& measure) : measure_(measure) {
    const float margin = pane_width < kWidePane ? kPhoneMargin : kMargin;
    layout_.width = std::floor(std::max(80.0f, std::min(kColumn, pane_width - 2 * margin)));
    layout_.x = std::floor(std::max(margin, (pane_width - layout_.width) / 2));
    y_ = margin;
  }

  void add(PartKind kind, const TextStyle& style, std::string text, float space_after) {
    if (text.empty()) return;
    PlacedText part{kind, style, std::move(text), y_, 0, {}};
    part.lines = break_paragraph(part.text, style, layout_.width, measure_);
    part.height = static_cast<float>(part.lines.size()) * style.line_height;
    y_ += part.height + space_after;
    layout_.parts.push_back(std::move(part));
  }

  ArticleLayout finished() {
    layout_.height = y_ + kBottom;
    return std::move(layout_);
  }

 private:
  Measure& measure_;
  ArticleLayout layout_;
  float y_ = 0;
};

}  // namespace

size_t ArticleLayout::first_part_below(float y) const {
  const auto part =
      std::partition_point(parts.begin(), parts.end(), [y](const PlacedText& p) { return p.y + p.height <= y; });
  return static_cast<size_t>(part - parts.begin());
}

ArticleLayout lay_out_article(const Article& article, std::string facts, float pane_width, Measure& measure) {
  Arrangement arrangement(pane_width, measure);
  const TextStyle& title = pane_width < kLargeTitlePane ? kArticleTitleMiddle : kArticleTitle;
  arrangement.add(PartKind::title, title, article.title, 12);
  arrangement.add(PartKind::facts, kMetaText, std::move(facts), 28);
  arrangement.add(PartKind::lead, kArticleLead, article.lead, 28);
  for (const Block& block : article.body) arrangement.add(PartKind::body, kArticleBody, block.text, 18);
  return arrangement.finished();
}

}  // namespace bantin
