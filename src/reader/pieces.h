// Articles of a bundle as their pieces come: headlines by the block, whole articles one at a time. What was looked at
// long ago is let go again, so that a reader left alone for months does not grow.
// Use:    if (!pieces.take_headlines(feed, catalog, {64, 32}, articles)) …the block is not what the catalog says…
// Units:  an article's number is its index in Feed::articles; one without a row in the catalog is withdrawn.
// Owns nothing of the articles: they stand in the feed.
#pragma once

#include <cstdint>
#include <vector>

#include "catalog/catalog.h"
#include "feed/model.h"

namespace bantin {

struct NumberRange {
  uint32_t first = 0, count = 0;
};

class Pieces {
 public:
  /// The articles of `range` that are there, by number. False when there are more or fewer of them than that.
  bool take_headlines(Feed& feed, const Catalog& catalog, const NumberRange& range, std::vector<Article> found);
  /// False when there is no such article.
  static bool take_article(Feed& feed, const Catalog& catalog, uint32_t number, Article found);
  /// Back to a headline: the article is not read any more.
  static void close(Article& article);
  /// Whether what is still missing of the range could not be loaded.
  static void mark(Feed& feed, const NumberRange& range, bool has_failed);
  /// No block was taken: the feed is another one.
  void forget() { blocks_.clear(); }

 private:
  void let_go(Feed& feed);

  std::vector<NumberRange> blocks_;  // in the order they came
};

}  // namespace bantin
