#include "bundle/term_collector.h"

#include <algorithm>
#include <numeric>

#include "bundle/word_scanner.h"
#include "feed/block_code.h"

namespace bantin {

void TermCollector::add(const Article& article) {
  place_ = 0;
  Ends& ends = ends_.emplace_back();
  add_text(article.title);
  ends.title = place_;
  place_ += kBetweenTexts;
  add_text(article.lead);
  ends.lead = place_;
  place_ += kBetweenTexts;
  for_each_text(article, [this](std::string_view text) { add_text(text); });
}

void TermCollector::add_text(std::string_view text) {
  for (WordScanner words(text); words.next();) add_word(words.spelling());
}

void TermCollector::add_word(std::string_view spelling) {
  const auto ordinal = static_cast<uint32_t>(ends_.size() - 1);
  const uint32_t id = spelling_ids_.id_of(spelling);
  if (id == spellings_.size()) add_spelling(spelling);
  SpellingList& list = spellings_[id];
  if (list.last_ordinal != ordinal) {
    list.ordinals.put(pool_, ordinal - (list.last_ordinal + 1));  // kNone + 1 is 0
    list.last_ordinal = ordinal;
  }
  TermLists& term = terms_[list.term];
  const bool is_first = term.last_ordinal != ordinal;
  term.places.put(pool_, (place_ - (is_first ? 0 : term.last_place)) * 2 + (is_first ? 1 : 0));
  term.last_ordinal = ordinal;
  term.last_place = place_++;
}

void TermCollector::add_spelling(std::string_view spelling) {
  const uint32_t term = term_ids_.id_of(term_of(spelling));
  if (term == terms_.size()) terms_.emplace_back();
  SpellingList& list = spellings_.emplace_back();
  list.term = term;
  list.next_spelling = terms_[term].first_spelling;
  terms_[term].first_spelling = static_cast<uint32_t>(spellings_.size() - 1);
}

std::vector<uint32_t> TermCollector::sorted_terms() const {
  std::vector<uint32_t> order(term_ids_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [this](uint32_t a, uint32_t b) { return text(a) < text(b); });
  return order;
}

Ordinals TermCollector::ordinals(uint32_t term) const {
  Ordinals all;
  for (uint32_t id = terms_[term].first_spelling; id != kNone; id = spellings_[id].next_spelling) {
    const Ordinals more = spelling_ordinals(spellings_[id]);
    const auto middle = all.insert(all.end(), more.begin(), more.end());
    std::inplace_merge(all.begin(), middle, all.end());
  }
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<TermCollector::Spelling> TermCollector::spellings(uint32_t term) const {
  std::vector<Spelling> all;
  for (uint32_t id = terms_[term].first_spelling; id != kNone; id = spellings_[id].next_spelling)
    all.push_back({spelling_ids_.text(id), spelling_ordinals(spellings_[id])});
  std::sort(all.begin(), all.end(), [](const Spelling& a, const Spelling& b) { return a.text < b.text; });
  return all;
}

Ordinals TermCollector::spelling_ordinals(const SpellingList& list) const {
  std::string bytes;
  list.ordinals.copy(bytes);
  Ordinals ordinals;
  uint32_t next = 0;
  for (ByteReader reader(bytes); !reader.is_done(); ++next) {
    next += static_cast<uint32_t>(reader.varint());
    ordinals.push_back(next);
  }
  return ordinals;
}

}  // namespace bantin
