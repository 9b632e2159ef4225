// The words of a segment's articles while it is written: where each term occurs and how it is spelled there.
// Use:    collector.add(article) for ordinal 0, 1, 2 …, or collector.skip(); then by terms in byte order:
//         for (const uint32_t term : collector.sorted_terms()) { collector.text(term); collector.ordinals(term); … }
// Units:  a term and a spelling are known by numbers; places are counted as in data/README.md ("positions").
// Owns everything; a full segment of 20 million words takes about 100 MB.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/byte_chain.h"
#include "bundle/ordinal_list.h"
#include "bundle/string_ids.h"
#include "feed/model.h"

namespace bantin {

/// Places counted between title and lead, lead and body.
inline constexpr uint32_t kBetweenTexts = 100;

class TermCollector {
 public:
  void add(const Article& article);
  void skip() { ends_.push_back({}); }

  std::vector<uint32_t> sorted_terms() const;
  std::string_view text(uint32_t term) const { return term_ids_.text(term); }
  Ordinals ordinals(uint32_t term) const;

  struct Spelling {
    std::string_view text;
    Ordinals ordinals;
  };
  std::vector<Spelling> spellings(uint32_t term) const;  ///< in byte order

  /// Calls `use(i, places)` with the rising places in the i-th of the term's ordinals.
  template <typename Use>
  void for_each_places(uint32_t term, const Use& use) const;

  bool is_in_title(uint32_t ordinal, uint32_t place) const { return place < ends_[ordinal].title; }
  bool is_in_lead(uint32_t ordinal, uint32_t place) const {
    return !is_in_title(ordinal, place) && place < ends_[ordinal].lead;
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  struct TermLists {
    uint32_t first_spelling = kNone, last_ordinal = kNone, last_place = 0;
    ByteChain places;  // for each: twice the distance to the one before, plus 1 for an ordinal's first
  };
  struct SpellingList {
    uint32_t term = 0, next_spelling = kNone, last_ordinal = kNone;
    ByteChain ordinals;
  };
  struct Ends {
    uint32_t title = 0, lead = 0;  // the place behind each
  };

  void add_text(std::string_view text);
  void add_word(std::string_view spelling);
  void add_spelling(std::string_view spelling);
  Ordinals spelling_ordinals(const SpellingList& list) const;

  StringIds spelling_ids_, term_ids_;
  std::vector<SpellingList> spellings_;
  std::vector<TermLists> terms_;
  std::vector<Ends> ends_;  // of each ordinal
  ByteChain::Pool pool_;
  uint32_t place_ = 0;
};

template <typename Use>
void TermCollector::for_each_places(uint32_t term, const Use& use) const {
  std::string bytes;
  terms_[term].places.copy(bytes);
  std::vector<uint32_t> places;
  size_t index = 0;
  for (ByteReader reader(bytes); !reader.is_done();) {
    const auto code = static_cast<uint32_t>(reader.varint());
    if (code % 2 && !places.empty()) {
      use(index++, places);
      places.clear();
    }
    places.push_back(code / 2 + (places.empty() ? 0 : places.back()));
  }
  use(index, places);
}

}  // namespace bantin
