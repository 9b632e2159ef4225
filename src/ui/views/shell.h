// The whole interface: where list and article stand at which width, and what is focused when one of them opens.
// Wide (from 900 px) and middle (from 600): the list in a rail beside the article. Narrow: one of them at a time.
// Units: CSS pixels.
#pragma once

#include <string>

#include "ui/views/article_view.h"
#include "ui/views/filter_view.h"
#include "ui/views/list_view.h"

namespace bantin {

/// What the page asks of the interface's looks.
struct ShellOptions {
  float width = 0, height = 0;
  int heading_level = 2;
  std::string notice;  ///< a sentence to show while there is no feed, or why there is none
};

/// The element the layer should focus, if focus is already inside; changes with the serial.
struct FocusRequest {
  uint32_t key = 0, serial = 0;
};

class Shell {
 public:
  void build(Ui& ui, const Reader& reader, const ShellOptions& options);
  void scrolled(uint32_t key, float physical);
  void feed_changed();
  void filter_changed() { list_.to_top(); }
  void article_changed(const Reader& reader);
  /// Fonts, theme or language changed.
  void looks_changed();
  const FocusRequest& focus_request() const { return focus_; }

 private:
  void rail(Ui& ui, const Reader& reader, const Rect& rect, bool is_narrow);
  void reading_pane(Ui& ui, const Reader& reader, const Rect& rect, const ShellOptions& options);
  void nothing_matches(Ui& ui, const Rect& rect, float padding);

  FilterView filters_;
  ListView list_;
  ArticleView article_;
  FocusRequest focus_;
  uint32_t last_article_ = 0;
  bool list_was_shown_ = false;
};

}  // namespace bantin
