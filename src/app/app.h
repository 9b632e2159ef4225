// One reader: its state, its interface, and the frames that turn one into the other.
// Use:     App app(host); app.load_feed(json); app.frame({800, 600, 2.0f, time}); …draw app.draw_data()…
// Frames happen when the caller asks for one; between calls nothing runs.
// Units:   CSS pixels, milliseconds. Keys are those of description nodes.
// Owns:    the reader and an ImGui context of its own; the host must outlive it.
// Errors:  a feed that cannot be read leaves what was shown; load_feed gives the problems.
#pragma once

#include <string_view>
#include <vector>

#include "app/host.h"
#include "feed/json_feed.h"
#include "feed/problem.h"
#include "reader/reader.h"
#include "text/language.h"
#include "ui/fonts.h"
#include "ui/theme.h"
#include "ui/views/shell.h"

struct ImDrawData;
struct ImGuiContext;

namespace bantin {

enum class PointerEvent : uint8_t { move, press, release, leave };

struct Looks {
  Language language = Language::vi;
  ThemeName theme = ThemeName::light;
  ImU32 accent = 0;  ///< 0: the theme's own
  int heading_level = 2;
  bool is_still = false;                       ///< no motion
  bool has_letters = true;                     ///< single letters are shortcuts
  float letter_spacing = 0, word_spacing = 0;  ///< more room behind each letter and in each space, em

  bool operator==(const Looks&) const = default;
};

struct FrameInput {
  float width = 0, height = 0;
  float ratio = 1;    ///< device pixels a CSS pixel
  bool draws = true;  ///< false: only the layer is wanted
};

/// An ImGui context for as long as it lives.
class ImGuiScope {
 public:
  ImGuiScope();
  ~ImGuiScope();
  ImGuiScope(const ImGuiScope&) = delete;
  ImGuiScope& operator=(const ImGuiScope&) = delete;
  void make_current() const;

 private:
  ImGuiContext* context_;
};

class App {
 public:
  explicit App(Host& host);

  /// True when the feed is shown. Problems of the document stand in problems() either way.
  bool load_feed(std::string_view json);
  /// True when the bundle is shown; `head`: a feed without items, `columns` and `article_count` as in
  /// Reader::set_bundle.
  bool load_bundle(std::string_view head, Columns columns, uint32_t article_count);
  /// Pieces of a bundle's articles, each a feed: those of a range by number, or one alone. False when they are not what
  /// the bundle says.
  bool take_headlines(const NumberRange& range, std::string_view json);
  bool take_article(uint32_t number, std::string_view json);
  void pieces_failed(const NumberRange& range) { reader_.pieces_failed(range); }
  void look_again() { reader_.look_again(); }
  void take_found(const std::vector<uint8_t>& by_article) { reader_.take_found(by_article); }
  const std::vector<Problem>& problems() const { return problems_; }
  /// A sentence in place of the list while there is no feed.
  void set_notice(std::string_view sentence, bool is_loading) {
    options_.notice = sentence;
    options_.is_loading = is_loading;
  }
  /// Until it is false again, the layer holds what the list would put on paper, not just what is in sight.
  void set_printing(bool is_printing) { options_.is_printing = is_printing; }
  /// A sentence for a moment; Message::count_ takes it away.
  void set_toast(Message message) { options_.toast = message; }

  void set_looks(const Looks& looks);
  Language language() const { return looks_.language; }
  void set_preferences(const Preferences& preferences, const Preferences& usual = {});
  void set_marks(std::vector<std::string> starred, std::vector<std::string> read);
  void set_filter(const FilterRequest& request);
  bool open_article(std::string_view id) { return reader_.open_article(id); }

  /// The layer's element was clicked, tapped, or pressed by a key or a screen reader.
  void activate(uint32_t key);
  /// Its text was changed; `committed`: by Enter or by leaving it.
  void input(uint32_t key, std::string_view text, bool committed);
  void focus(uint32_t key, bool visible) { focus_ = {key, visible}; }
  /// To `place` from the top, or from the left where it scrolls sideways.
  void scrolled(uint32_t key, float place) { shell_.scrolled(key, place); }
  /// The pointer is dragged over a drag area; x from its left edge.
  void drag(uint32_t key, DragPhase phase, float x);
  /// A single letter was typed, not into a field. False when it means nothing now (ui/shortcuts.h).
  bool shortcut(char typed);
  /// Escape closes what is open. False when nothing was.
  bool escape();
  void picture_loaded(uint32_t key, const LoadedPicture& picture) { shell_.picture_loaded(key, picture); }
  ReadingPlace place() const { return shell_.place(); }
  void go_to(const ReadingPlace& place) { shell_.go_to(place); }
  void pointer(PointerEvent event, float x, float y);
  /// Another font has loaded: every width may be different.
  void fonts_changed();

  /// Builds the interface once: draws it into draw_data(), hands the layer over when it differs, tells the host what
  /// changed. True when something is still moving and another frame is due.
  bool frame(const FrameInput& input);
  ImDrawData* draw_data() { return draw_data_; }
  /// The textures on the graphics card are gone: have them made again.
  void textures_lost();

  const Reader& reader() const { return reader_; }
  const Description& description() const { return shown_; }
  /// How long the last change of filter took to take effect.
  double filter_ms() const { return filter_ms_; }

 private:
  FeedResult read(std::string_view json);
  void ask_for_pieces();
  void apply(const Action& action, std::string_view text, bool committed);
  void recolour();
  void begin_frame(const FrameInput& input);
  void react(const Reader::Changes& changes);
  void hand_over();

  Host& host_;
  ImGuiScope imgui_;  // before everything that lives in its context
  Fonts fonts_;
  Reader reader_;
  Shell shell_;
  ShellOptions options_;
  Looks looks_;
  Strings strings_;
  Theme theme_;
  Focus focus_;
  Motion motion_;
  Panel panel_ = Panel::none;  // as the last frame showed it
  Description shown_, next_;
  uint32_t shown_focus_ = 0;
  std::vector<Problem> problems_;
  ImDrawData* draw_data_ = nullptr;
  double filter_ms_ = 0, last_frame_ = 0;
};

}  // namespace bantin
