// JSON Feed 1.1 with the extension `_bantin` (data/README.md), read straight into the model: no document tree is
// built, and no depth of nesting costs stack.
// Errors: a document that is no JSON or no JSON Feed gives no feed and one problem that refuses it; a bad item never
//         costs the others, what happens to it stands in its problem.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "feed/block_code.h"
#include "feed/model.h"
#include "feed/problem.h"
#include "text/nfc.h"

namespace bantin {

struct FeedResult {
  std::optional<Feed> feed;
  std::vector<Problem> problems;  ///< in the order of the document
};

/// What a feed is read with; without `html` an item's content_html is passed over.
struct FeedReaders {
  Nfc nfc;
  HtmlReader html = {};
};

FeedResult read_feed(std::string_view json, const FeedReaders& readers);

}  // namespace bantin
