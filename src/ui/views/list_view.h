// The list of articles: rows of one height, only those near the viewport.
// Every row holds four lines of text (a title of one or two, the rest of the lead), so that a hundred thousand of them
// need no measuring to know where each one is.
// Units: CSS pixels. Owns the scroller and the broken texts of the rows last seen.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "reader/reader.h"
#include "ui/scroller.h"
#include "ui/ui.h"

namespace bantin {

inline constexpr uint32_t kListKey = key_of("list");

/// Key of the row's link: what is focused when its article closes.
constexpr uint32_t row_link_key(uint32_t article) { return key_of("row-link", article); }

class ListView {
 public:
  static constexpr float kRowHeight = 152;

  void build(Ui& ui, const Reader& reader, const Rect& rect, float padding);
  /// The list was not there in the last frame: its element is new and must be scrolled to where the list was.
  void appear() { scroller_.scroll_to(scroller_.top()); }
  void to_top() { scroller_.scroll_to(0); }
  /// Other texts, fonts or language: nothing broken before is right any more.
  void forget() { rows_.clear(); }
  void reveal(const Reader& reader, uint32_t article);
  Scroller& scroller() { return scroller_; }

 private:
  struct RowText {
    std::vector<Line> title, lead;
    std::string facts, date;
  };

  void row(Ui& ui, const Reader& reader, uint32_t index, float width, float padding);
  const RowText& row_text(Ui& ui, const Reader& reader, uint32_t number, float width);

  Scroller scroller_;
  std::unordered_map<uint32_t, RowText> rows_;  // by article
  float text_width_ = 0;
};

}  // namespace bantin
