// HTML of an article's body, as block code and back: spans lie within their texts, in order.
// Seeds: tests/data/html/*.html
#include "import/html_blocks.h"

#include "articles.h"
#include "cli/utf8_nfc.h"
#include "feed/block_code.h"
#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) {
  Article article;
  decode_blocks(html_blocks(input), utf8_nfc, article);
  demand_spans(article);
}
