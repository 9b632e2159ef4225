// What stands above an article's text on a web page: title, lead (sapô) and the day it was published.
// Units:  nodes of the page; texts are UTF-8, white space collapsed.
// Errors: what is not found is empty, its node kNoNode.
#pragma once

#include <string>

#include "feed/day.h"
#include "import/content_finder.h"
#include "import/page_metadata.h"
#include "import/web_page.h"

namespace bantin {

struct Headline {
  std::string title;
  size_t title_node = kNoNode;  ///< where the page shows it
  bool is_title_told = false;   ///< what is shown is what the metadata or <title> say
  std::string lead;
  size_t lead_node = kNoNode;
};

Headline find_headline(const WebPage& page, const PageMetadata& told, const Content& content);

struct ShownDay {
  Moment moment;
  std::string evidence;  ///< the line that tells it; empty: a <time> with a date for machines does
};

/// The day that is shown near the title. Lines above the text that tell a day are left out of the page.
ShownDay take_shown_day(WebPage& page, const Headline& headline, const Content& content);

}  // namespace bantin
