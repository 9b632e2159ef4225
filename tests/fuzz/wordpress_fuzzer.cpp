// The export of a WordPress site.
// Seeds: tests/data/import/wordpress/*.xml
#include "import/wordpress_export.h"

#include "articles.h"
#include "cli/utf8_nfc.h"
#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) { demand_articles(import_wordpress(input, utf8_nfc)); }
