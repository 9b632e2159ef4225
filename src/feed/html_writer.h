// An article's body as HTML: what import writes where a body is more than plain paragraphs.
#pragma once

#include <string>
#include <string_view>

#include "feed/model.h"

namespace bantin {

/// Whether the body is nothing but paragraphs without spans, which content_text can say as well.
bool is_plain(const Article& article);

/// Elements of the body in order, one a line. Reading it gives the same blocks.
std::string write_html(const Article& article);

/// A text as it stands in an element or in an attribute's double quotes.
std::string escape_html(std::string_view text);

}  // namespace bantin
