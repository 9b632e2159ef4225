// Pages saved as plain text.
// Seeds: tests/data/import/text/*.txt
#include "import/text_import.h"

#include "articles.h"
#include "cli/utf8_nfc.h"
#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) { demand_articles(import_text(input, utf8_nfc)); }
