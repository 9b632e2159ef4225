// A web page that somebody saved.
// Seeds: tests/data/import/html/*.html tests/data/html/*.html
#include "import/html_page.h"

#include "articles.h"
#include "cli/utf8_nfc.h"
#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) { demand_articles(import_html(input, utf8_nfc)); }
