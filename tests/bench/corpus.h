// A made-up corpus of any size: the articles of twenty departments of an invented province over ten years, as a JSON
// Feed with the extension `_bantin`.
// Use:    write_corpus({.articles = 1000}, [&](std::string_view text) { out << text; });
// The same options give the same bytes on every machine. An article depends on its number and the seed alone, so that
// corpora with and without edits and additions differ in those articles only.
// Units:  lengths in syllables, which is what Vietnamese counts words by: titles 8 to 16, leads 25 to 45, bodies 150 to
//         400 in 3 to 8 paragraphs.
// Memory: the vocabulary (5 MB), no more for more articles.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace bantin::bench {

struct CorpusOptions {
  uint32_t articles = 1000;
  uint64_t seed = 1;
  uint32_t edited = 0;  ///< that many articles, evenly spread, have one more word in their body
  uint32_t added = 0;   ///< that many more, newer than all others and before them in the feed
};

void write_corpus(const CorpusOptions& options, const std::function<void(std::string_view)>& sink);

}  // namespace bantin::bench
