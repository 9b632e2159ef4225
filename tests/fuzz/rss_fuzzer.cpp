// An RSS feed.
// Seeds: tests/data/import/rss/*.xml tests/data/import/wordpress/*.xml
#include "import/rss_feed.h"

#include "articles.h"
#include "cli/utf8_nfc.h"
#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) { demand_articles(import_rss(input, utf8_nfc)); }
