// The open article's description: headings, paragraphs, lists, quotations, figures and tables as real elements, in the
// places its layout gave them. Followers (related articles, attachments) are lists of links.
#pragma once

#include "feed/model.h"
#include "reader/article_layout.h"
#include "ui/description.h"
#include "ui/strings.h"
#include "ui/theme.h"
#include "ui/views/picture_sources.h"

namespace bantin {

inline constexpr uint32_t kArticleTitleKey = key_of("article-title");

constexpr uint32_t picture_key(uint32_t picture) { return key_of("picture", picture); }
constexpr uint32_t zoom_key(uint32_t picture) { return key_of("zoom", picture); }
constexpr uint32_t frame_key(uint32_t table) { return key_of("frame", table); }
constexpr uint32_t part_key(uint32_t part) { return key_of("part", part); }

struct ContentContext {
  const Article& article;
  const ArticleLayout& layout;
  const Theme& theme;
  const Strings& strings;
  PictureSources& sources;
  float ratio = 1;  ///< device pixels a CSS pixel
  int heading_level = 2;
};

/// Fills `content` anew.
void describe_article(Description& content, const ContentContext& context);

/// Ink of a part's text.
ImU32 ink_of(const Theme& theme, PartKind kind);

}  // namespace bantin
