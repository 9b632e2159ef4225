// What search engines read of a page that holds articles: schema.org's NewsArticle as JSON-LD, one @graph.
#pragma once

#include <string>
#include <vector>

#include "feed/model.h"

namespace bantin {

/// On one line, for a <script type="application/ld+json">: without any "<", so that nothing in it ends the script.
/// `articles` are the feed's. Their texts are left to the page itself.
std::string write_json_ld(const Feed& feed, const std::vector<const Article*>& articles);

}  // namespace bantin
