// Block code, as a page hands it over.
// Seeds: build/fuzz/seeds/block_code/*
#include "feed/block_code.h"

#include "articles.h"
#include "cli/utf8_nfc.h"
#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) {
  Article article;
  decode_blocks(input, utf8_nfc, article);
  demand_spans(article);
  for_each_text(article, [](std::string_view) {});
}
