// The whole interface: where list and article stand at which width, and what is focused when one of them opens.
// Wide (from 900 px) and middle (from 600): the list in a rail beside the article. Narrow: one of them at a time.
// Units: CSS pixels.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "ui/shortcuts.h"
#include "ui/views/article_view.h"
#include "ui/views/filter_view.h"
#include "ui/views/floating_view.h"
#include "ui/views/list_view.h"

namespace bantin {

/// What the page asks of the interface's looks.
struct ShellOptions {
  float width = 0, height = 0;
  int heading_level = 2;
  std::string notice;               ///< a sentence to show while there is no feed, or why there is none
  bool is_loading = false;          ///< the notice says that something is on its way: rows to come are sketched
  bool has_letters = true;          ///< single letters do something (ui/shortcuts.h)
  bool is_printing = false;         ///< what the list would put on paper is wanted in the layer
  Message toast = Message::count_;  ///< a sentence for a moment, in the article's bar; count_: none
};

/// Where somebody is: the row at the top of the list, the part at the top of the article.
struct ReadingPlace {
  uint32_t row = 0, part = 0;
};

/// The element the layer should focus, if focus is already inside; changes with the serial.
struct FocusRequest {
  uint32_t key = 0, serial = 0;
};

class Shell {
 public:
  void build(Ui& ui, const Reader& reader, const ShellOptions& options);
  void scrolled(uint32_t key, float physical);
  void feed_changed(const Reader& reader);
  void filter_changed(const Reader& reader);
  void article_changed(const Reader& reader);
  /// `focused`: the node that had the focus when it did.
  void panel_changed(Panel before, Panel now, uint32_t focused);
  /// What a letter asks for, as an action; none where the interface has done it itself, nothing where the letter means
  /// nothing now. `focused`: the node with the focus.
  std::optional<Action> shortcut(const Reader& reader, Shortcut what, uint32_t focused);
  std::optional<FilterRequest> dragged(const Reader& reader, uint32_t key, DragPhase phase, float x);
  void picture_loaded(uint32_t key, const LoadedPicture& picture) { article_.picture_loaded(key, picture); }
  void textures_lost() { article_.textures_lost(); }
  ReadingPlace place() const { return {list_.top_row(), article_.top_part()}; }
  void go_to(const ReadingPlace& place);
  /// Pieces of a bundle's articles have come.
  void pieces_changed() { article_.forget(); }
  /// Rows of the results in sight and around.
  std::pair<uint32_t, uint32_t> rows_near() const { return list_.rows_near(); }
  /// Fonts, theme or language changed.
  void looks_changed();
  const FocusRequest& focus_request() const { return focus_; }

 private:
  std::optional<Action> step(const Reader& reader, int step, uint32_t focused);
  void ask_focus(uint32_t key) { focus_ = {key, focus_.serial + 1}; }
  void choose(Ui& ui, const Rect& rect);
  void rail(Ui& ui, const Reader& reader, const Rect& rect, const ShellOptions& options);
  void reading_pane(Ui& ui, const Reader& reader, const Rect& rect, const ShellOptions& options, bool is_covered);
  void waiting(Ui& ui, const Rect& rect, const ShellOptions& options);
  void nothing_matches(Ui& ui, const Reader& reader, const Rect& rect, float padding);

  FilterView filters_;
  ListView list_;
  ArticleView article_;
  FloatingView floating_;
  FocusRequest focus_;
  uint32_t last_article_ = 0;
  uint32_t keys_opener_ = 0;  // what had the focus when the list of keys opened
  bool list_was_shown_ = false, is_narrow_ = false;
};

}  // namespace bantin
