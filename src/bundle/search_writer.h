// The search parts of a bundle's segment: its inverted index (data/README.md, "part of a segment").
// Use:    SearchWriter writer(store); for each covered number in order writer.add(article) or, where the article is
//         withdrawn, writer.skip(); SearchTables tables = writer.finish();
// Units:  ordinals from 0, at most kMostOrdinals. The same articles give the same parts.
// Owns what it collects (term_collector.h); parts are handed to `store`, which must outlive it, by finish() alone.
#pragma once

#include <string>
#include <vector>

#include "bundle/part.h"
#include "bundle/term_collector.h"
#include "feed/model.h"

namespace bantin {

inline constexpr size_t kSearchPartBytes = 4096, kPositionPartBytes = 16'384;

struct SearchTables {
  std::vector<std::string> first_terms;  ///< of each part of `terms`
  PartTable terms, postings, spellings, positions;

  bool operator==(const SearchTables&) const = default;
};

class SearchWriter {
 public:
  explicit SearchWriter(const StorePart& store) : store_(store) {}

  void add(const Article& article) { terms_.add(article); }
  void skip() { terms_.skip(); }
  SearchTables finish();

 private:
  const StorePart& store_;
  TermCollector terms_;
};

}  // namespace bantin
