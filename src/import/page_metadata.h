// What a web page tells machines of itself: JSON-LD, Open Graph, <meta>, <link> and <title>.
// Units:  texts are UTF-8, white space collapsed; moments are Vietnam's.
// Errors: what is not told is empty.
#pragma once

#include <string>
#include <string_view>

#include "feed/day.h"
#include "import/web_page.h"

namespace bantin {

struct PageMetadata {
  std::string title;       ///< of the article, as Open Graph or JSON-LD give it
  std::string page_title;  ///< <title>: often with the site's name, sometimes nothing but that
  std::string site_name, description, author, publisher;
  std::string body;  ///< paragraphs of JSON-LD's articleBody, parted by line breaks
  std::string url;   ///< absolute
  std::string base;  ///< absolute, of <base href>
  Moment published;
  bool is_article = false;  ///< the page says so
};

PageMetadata read_metadata(const WebPage& page);

/// `page_title` without the site's name behind (or, where that is known, before) a dash or a bar.
std::string without_site_name(const std::string& page_title, const std::string& site_name);

}  // namespace bantin
