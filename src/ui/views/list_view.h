// The list of articles, newest first under a heading for each month: rows of one height, only those near the viewport.
// Every row holds four lines of text (a title of one or two, the rest of the lead), so that a hundred thousand of them
// need no measuring to know where each one is.
// Units: CSS pixels. Owns the scroller, the months' places and the broken texts of the rows last seen.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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
  static constexpr float kRowHeight = 152, kMonthHeight = 44;

  struct Options {
    float padding = 0;
    int heading_level = 2;           ///< of the months
    std::string_view language = {};  ///< of the articles, where it is not the interface's
    bool is_printing = false;        ///< the first rows of the list are wanted, not those in sight
  };

  void build(Ui& ui, const Reader& reader, const Rect& rect, const Options& options);
  /// Grey lines where rows will be.
  static void skeleton(Ui& ui, const Rect& rect, float padding);
  /// The list was not there in the last frame: its element is new and must be scrolled to where the list was.
  void appear() { scroller_.scroll_to(scroller_.top()); }
  void to_top() { scroller_.scroll_to(0); }
  /// Other texts, fonts or language: nothing broken before is right any more.
  void forget() { rows_.clear(); }
  void results_changed(const Reader& reader);
  void reveal(const Reader& reader, uint32_t article);
  /// Shows the row `step` rows from that whose link has the key, or the top one where no row in sight has it. Gives its
  /// link's key.
  std::optional<uint32_t> step(const Reader& reader, uint32_t link, int step);
  /// The row at the top, and putting it there.
  uint32_t top_row() const;
  void go_to_row(uint32_t row) { scroller_.scroll_to(row == 0 ? 0 : top_of(row)); }
  /// Rows described last, as [first, last) of the results.
  std::pair<uint32_t, uint32_t> rows_near() const { return {first_, last_}; }
  Scroller& scroller() { return scroller_; }

 private:
  struct Month {
    int32_t month = 0;
    uint32_t first = 0, last = 0;  // of the results
    bool is_dated = true;
  };

  struct RowText {
    std::vector<Line> title, lead, facts_line, date_line;
    std::string facts, date;
    bool is_read = false;
  };

  size_t month_of_row(uint32_t row) const;
  double top_of(uint32_t row) const;
  void month(Ui& ui, size_t number, const Rect& rect, const Options& options);
  void row(Ui& ui, const Reader& reader, uint32_t index, const Rect& rect, const Options& options);
  void absent_row(Ui& ui, const Article& article, uint32_t number, const Rect& rect, float padding);
  void row_texts(Ui& ui, const Reader& reader, uint32_t number, const RowText& text, float width, float padding);
  const RowText& row_text(Ui& ui, const Reader& reader, uint32_t number, float width);

  Scroller scroller_;
  std::vector<Month> months_;
  std::unordered_map<uint32_t, RowText> rows_;  // by article
  float text_width_ = 0;
  uint32_t first_ = 0, last_ = 0;  // rows described last
};

}  // namespace bantin
