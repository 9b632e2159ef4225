// An Atom feed.
// Seeds: tests/data/import/atom/*.xml
#include "import/atom_feed.h"

#include "articles.h"
#include "cli/utf8_nfc.h"
#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) { demand_articles(import_atom(input, utf8_nfc)); }
