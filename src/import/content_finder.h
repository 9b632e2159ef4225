// Where on a web page an article's text is: the element that holds most running text and few links, and those beside it
// that go on with it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "import/web_page.h"

namespace bantin {

struct Content {
  std::vector<size_t> parts;             ///< nodes in the order of the page
  size_t first_line = 0, last_line = 0;  ///< [first, last)
  size_t first_prose = 0;                ///< the line its running text begins with; the first one where it has none
  size_t prose_length = 0;
  size_t headlines = 0;  ///< links that stand by themselves, before running text: many in a list of articles
  size_t paragraphs = 0;

  bool is_list() const { return headlines >= 3 && headlines * 2 >= paragraphs; }
};

/// Leaves out navigation, sharing, comments, advertisements: what its element or class says is not of the article.
void leave_out_surroundings(WebPage& page);

/// `page` must be weighed after the last thing was left out.
std::optional<Content> find_content(const WebPage& page);

}  // namespace bantin
