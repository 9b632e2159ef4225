// Pictures of a feed taken into it: addresses relative to the feed's file become data: addresses.
// Use:    const EmbeddedPictures done = embed_pictures(feed, "tin/feed.json");
// Errors: a picture that is missing, outside of the feed's folder, or no JPEG, PNG, GIF, WebP or AVIF keeps its address
//         and is named.
#pragma once

#include <string>
#include <vector>

#include "feed/model.h"

namespace bantin {

struct EmbeddedPictures {
  size_t embedded = 0;
  std::vector<std::string> missing;  ///< addresses, each once
};

EmbeddedPictures embed_pictures(Feed& feed, const std::string& feed_path);

}  // namespace bantin
