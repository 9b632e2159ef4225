// Bytes of any encoding as UTF-8: what comes out is UTF-8, whatever the clerk says that they are.
// Seeds: tests/data/import/text/*.txt tests/data/import/html/*.html tests/data/import/rss/*.xml
#include "import/encoding.h"

#include "fuzz.h"
#include "import/misread_text.h"
#include "text/utf8.h"

namespace bantin {
namespace {

void demand_utf8(const std::string& text) {
  size_t replaced = 0;
  (void)repaired(text, &replaced);
  fuzz::demand(replaced == 0);
}

}  // namespace

void fuzz::read(std::string_view input) {
  const std::string guessed = to_utf8(input, {}).text;
  demand_utf8(guessed);
  demand_utf8(document_to_utf8(input, {}).text);
  for (int encoding = 0; encoding < static_cast<int>(Encoding::count_); ++encoding) {
    demand_utf8(to_utf8(input, static_cast<Encoding>(encoding)).text);
  }
  if (const auto misread = misread_text(guessed)) demand_utf8(misread->text);
}

}  // namespace bantin
