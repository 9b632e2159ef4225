// The open article: a bar with the way back, then title, facts, lead and body in a scroller.
// The text is broken into lines once; a frame draws only the lines in sight, so its cost does not grow with the text.
// Units: CSS pixels. Owns the layout and its description.
#pragma once

#include <optional>

#include "reader/article_layout.h"
#include "reader/reader.h"
#include "ui/scroller.h"
#include "ui/ui.h"

namespace bantin {

inline constexpr uint32_t kArticleKey = key_of("article"), kArticleTitleKey = key_of("article-title");
inline constexpr uint32_t kArticleScrollerKey = key_of("article-scroller");
inline constexpr uint32_t kCloseKey = key_of("close");

class ArticleView {
 public:
  void build(Ui& ui, const Reader& reader, const Rect& rect, int heading_level, bool is_narrow);
  void to_top() { scroller_.scroll_to(0); }
  /// Other text, fonts or theme: lay out and describe again.
  void forget() { layout_.reset(); }
  Scroller& scroller() { return scroller_; }

 private:
  void bar(Ui& ui, const Rect& rect, bool is_narrow);
  void lay_out(Ui& ui, const Reader& reader, float width, int heading_level);
  void describe(Ui& ui, int heading_level);
  void draw(Ui& ui, float height);

  Scroller scroller_;
  std::optional<ArticleLayout> layout_;
  Description content_;
  uint32_t version_ = 0;
  uint32_t article_ = 0;
  float width_ = 0;
};

}  // namespace bantin
