#include "bundle/search_writer.h"

#include "bundle/entry_writer.h"
#include "bundle/prefix_lists.h"

namespace bantin {

namespace {

constexpr char kTermsMark = 'T', kPostingsMark = 'S', kSpellingsMark = 'V', kPositionsMark = 'W', kPrefixMark = '*';

struct TermPlaces {
  EntryPlace postings, spellings, positions;
};

// The parts of terms, which say where the entries of the other kinds lie.
class TermsWriter {
 public:
  explicit TermsWriter(const StorePart& store) : table_(store) {}

  void add(const std::string& term, uint32_t documents, const TermPlaces& places) {
    if (part_.empty()) begin_part(term, places);
    size_t shared = 0;
    while (shared < last_term_.size() && shared < term.size() && last_term_[shared] == term[shared]) ++shared;
    put_varint(part_, shared);
    put_varint(part_, term.size() - shared);
    part_.append(term, shared);
    put_varint(part_, documents);
    put_place(places.postings, last_.postings);
    put_place(places.spellings, last_.spellings);
    put_place(places.positions, last_.positions);
    last_term_ = term;
    last_ = places;
    if (part_.size() >= kSearchPartBytes) end_part();
  }

  void finish(SearchTables& tables) {
    if (!part_.empty()) end_part();
    tables.first_terms = std::move(first_terms_);
    tables.terms = table_.finish();
  }

 private:
  void begin_part(const std::string& term, const TermPlaces& places) {
    part_.push_back(kTermsMark);
    for (const EntryPlace& place : {places.postings, places.spellings, places.positions}) {
      put_varint(part_, place.part);
      put_varint(part_, place.begin);
    }
    first_terms_.push_back(term);
    last_term_.clear();
    last_ = places;
  }

  void end_part() {
    table_.add(part_);
    part_.clear();
  }

  void put_place(const EntryPlace& place, const EntryPlace& last) {
    put_varint(part_, place.part - last.part);
    put_varint(part_, place.bytes);
  }

  TableWriter table_;
  std::vector<std::string> first_terms_;
  std::string part_, last_term_;
  TermPlaces last_;
};

// Writes the entries of one term after the other.
class EntriesWriter {
 public:
  EntriesWriter(const StorePart& store, const TermCollector& collector)
      : collector_(collector),
        terms_(store),
        postings_(store, kPostingsMark, kSearchPartBytes),
        spellings_(store, kSpellingsMark, kSearchPartBytes),
        positions_(store, kPositionsMark, kPositionPartBytes) {}

  void add_prefix(std::string_view prefix, const PrefixUnions::Union& all) {
    TermPlaces places{postings_.add(all.list), spellings_.add({}), positions_.add({})};
    terms_.add(std::string(prefix) + kPrefixMark, all.documents, places);
  }

  void add_term(uint32_t term) {
    const Ordinals ordinals = collector_.ordinals(term);
    std::string all, positions;
    put_ordinals(all, ordinals);
    Ordinals in_title, in_lead;
    collector_.for_each_places(term, [&](size_t index, const std::vector<uint32_t>& places) {
      put_places(positions, places);
      note_texts(ordinals[index], places, in_title, in_lead);
    });
    const TermPlaces places{postings_.add(all), spellings_.add(spellings_entry(term, in_title, in_lead)),
                            positions_.add(positions)};
    terms_.add(std::string(collector_.text(term)), static_cast<uint32_t>(ordinals.size()), places);
  }

  SearchTables finish() {
    SearchTables tables;
    terms_.finish(tables);
    tables.postings = postings_.finish();
    tables.spellings = spellings_.finish();
    tables.positions = positions_.finish();
    return tables;
  }

 private:
  static void put_places(std::string& out, const std::vector<uint32_t>& places) {
    put_varint(out, places.size());
    uint32_t last = 0;
    for (const uint32_t place : places) {
      put_varint(out, place - last);
      last = place;
    }
  }

  void note_texts(uint32_t ordinal, const std::vector<uint32_t>& places, Ordinals& in_title, Ordinals& in_lead) const {
    if (collector_.is_in_title(ordinal, places.front())) in_title.push_back(ordinal);
    for (const uint32_t place : places) {
      if (!collector_.is_in_lead(ordinal, place)) continue;
      in_lead.push_back(ordinal);
      return;
    }
  }

  std::string spellings_entry(uint32_t term, const Ordinals& in_title, const Ordinals& in_lead) const {
    std::string entry;
    put_ordinals(entry, in_title);
    put_ordinals(entry, in_lead);
    const std::vector<TermCollector::Spelling> spellings = collector_.spellings(term);
    put_varint(entry, spellings.size());
    for (const TermCollector::Spelling& spelling : spellings) {
      put_varint(entry, spelling.text.size());
      entry += spelling.text;
      if (spellings.size() > 1) put_ordinals(entry, spelling.ordinals);
    }
    return entry;
  }

  const TermCollector& collector_;
  TermsWriter terms_;
  EntryWriter postings_, spellings_, positions_;
};

std::vector<PrefixUnions::Union> unions_of(const std::vector<CommonPrefix>& prefixes, const TermCollector& collector,
                                           const std::vector<uint32_t>& order) {
  PrefixUnions unions(prefixes);
  for (const uint32_t term : order) unions.add(collector.ordinals(term));
  return unions.finish();
}

}  // namespace

SearchTables SearchWriter::finish() {
  const std::vector<uint32_t> order = terms_.sorted_terms();
  std::vector<std::string_view> texts;
  texts.reserve(order.size());
  for (const uint32_t term : order) texts.push_back(terms_.text(term));
  const std::vector<CommonPrefix> prefixes = common_prefixes(texts);
  const std::vector<PrefixUnions::Union> unions = unions_of(prefixes, terms_, order);

  EntriesWriter entries(store_, terms_);
  size_t prefix = 0;
  for (uint32_t i = 0; i < order.size(); ++i) {
    // "a*" comes before "ab", but behind "a".
    const auto add_prefixes = [&](size_t longest) {
      for (; prefix < prefixes.size() && prefixes[prefix].first == i && prefixes[prefix].text.size() <= longest;
           ++prefix)
        entries.add_prefix(prefixes[prefix].text, unions[prefix]);
    };
    add_prefixes(texts[i].size() - 1);
    entries.add_term(order[i]);
    add_prefixes(texts[i].size());
  }
  return entries.finish();
}

}  // namespace bantin
