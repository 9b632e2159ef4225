// The open article: a bar with what can be done with it, then title, facts, lead, body and what follows in a scroller.
// The text is broken into lines once; a frame draws only the lines in sight, so its cost does not grow with the text.
// Units: CSS pixels. Owns the layout and its description, and knows which pictures have been loaded.
#pragma once

#include <optional>
#include <unordered_map>

#include "reader/article_layout.h"
#include "reader/reader.h"
#include "ui/scroller.h"
#include "ui/ui.h"
#include "ui/views/article_content.h"

namespace bantin {

/// The article's node is another one for each article shown: nothing of the last one's elements is kept.
constexpr uint32_t article_key(uint32_t epoch) { return key_of("article", epoch); }
inline constexpr uint32_t kArticleScrollerKey = key_of("article-scroller");
inline constexpr uint32_t kCloseKey = key_of("close"), kStarKey = key_of("star-button");

/// A picture the host has loaded; without a texture it is shown by the page layer, or could not be loaded at all.
struct LoadedPicture {
  ImTextureID texture = ImTextureID_Invalid;
  bool has_failed = false;
};

class ArticleView {
 public:
  struct Place {
    Rect rect;
    int heading_level = 2;
    std::string_view language = {};  ///< of the article, where it is not the interface's
    bool is_narrow = false;
    bool is_covered = false;  ///< by a panel that floats over the text: what is in there is not for focus
  };

  void build(Ui& ui, const Reader& reader, const Place& place);
  /// Another article: from its beginning, nothing loaded.
  void article_changed();
  /// Other text, fonts or theme: lay out and describe again, the reader's place kept.
  void forget() { is_stale_ = true; }
  void picture_loaded(uint32_t key, const LoadedPicture& picture);
  /// The pictures' textures are gone.
  void textures_lost() { pictures_.clear(); }
  /// Something was scrolled sideways: a table's frame, if the key is one's.
  void frame_scrolled(uint32_t key, float left);
  Scroller& scroller() { return scroller_; }
  /// The part at the top, and putting it there (once it is laid out).
  uint32_t top_part() const;
  void go_to_part(uint32_t part) { wanted_part_ = part; }

 private:
  void bar(Ui& ui, const Reader& reader, const Place& place);
  void progress(Ui& ui, const Rect& pane) const;
  void lay_out(Ui& ui, const Reader& reader, const Place& place);
  void keep_place(const std::optional<ArticleLayout>& before);
  void draw(Ui& ui, const Reader& reader, float height);
  void draw_part(Ui& ui, const Article& article, uint32_t number);
  void draw_picture(Ui& ui, const Article& article, const PlacedPart& part);
  void draw_table(Ui& ui, const PlacedPart& part);

  Scroller scroller_;
  std::optional<ArticleLayout> layout_;
  Description content_;
  std::unordered_map<uint32_t, LoadedPicture> pictures_;  // by node key
  PictureSources sources_;
  std::unordered_map<uint32_t, float> frames_;  // how far tables are scrolled, by node key
  std::optional<uint32_t> wanted_part_;
  uint32_t version_ = 0, epoch_ = 0;
  uint32_t article_ = 0;
  float width_ = 0;
  bool is_stale_ = true;
};

}  // namespace bantin
