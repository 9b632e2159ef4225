#include "bundle/search_reader.h"

#include <algorithm>
#include <utility>

#include "bundle/word_scanner.h"

namespace bantin {

namespace {

constexpr char kPrefixMark = '*';
constexpr uint64_t kMostPart = uint64_t{1} << 31;
constexpr size_t kLongestEntryTerm = kLongestTerm + 1;

// A number below `limit`, else the reader has failed.
uint32_t small(ByteReader& reader, uint64_t limit) {
  const uint64_t value = reader.varint();
  if (value >= limit) reader.fail();
  return reader.has_failed() ? 0 : static_cast<uint32_t>(value);
}

// The place of the entry behind `last`.
EntryPlace read_place(ByteReader& reader, const EntryPlace& last) {
  const uint32_t step = small(reader, kMostPart);
  EntryPlace place{last.part + step, step > 0 ? 1 : last.begin + last.bytes, small(reader, kLargestPart)};
  if (place.part > kMostPart || place.begin > kLargestPart) reader.fail();
  return place;
}

EntryPlace read_begin(ByteReader& reader) {
  const uint32_t part = small(reader, kMostPart);
  return {part, small(reader, kLargestPart), 0};
}

std::string read_term(ByteReader& reader, std::string_view last) {
  const uint32_t shared = small(reader, last.size() + 1);
  std::string term(last.substr(0, shared));
  term += reader.take(reader.varint());
  if (term <= last || term.size() > kLongestEntryTerm) reader.fail();
  return term;
}

// All of `entry` as `read` reads it.
template <typename Read>
auto read_all(std::string_view entry, const Read& read) -> std::optional<decltype(read(std::declval<ByteReader&>()))> {
  ByteReader reader(entry);
  auto value = read(reader);
  if (reader.has_failed() || !reader.is_done()) return std::nullopt;
  return value;
}

std::vector<uint32_t> read_places(ByteReader& reader) {
  std::vector<uint32_t> places;
  uint64_t last = 0;
  for (uint64_t left = reader.varint(); left > 0 && !reader.has_failed(); --left) {
    const uint64_t distance = reader.varint();
    if (distance > UINT32_MAX - last || (distance == 0 && !places.empty())) reader.fail();
    last += distance;
    places.push_back(static_cast<uint32_t>(last));
  }
  if (places.empty()) reader.fail();
  return places;
}

std::vector<Spelling> read_spelling_list(ByteReader& reader) {
  std::vector<Spelling> spellings;
  const uint64_t count = reader.varint();
  for (uint64_t left = count; left > 0 && !reader.has_failed(); --left) {
    Spelling& spelling = spellings.emplace_back();
    spelling.text = reader.take(reader.varint());
    if (spelling.text.empty()) reader.fail();
    if (count > 1) spelling.ordinals = read_ordinals(reader);
  }
  return spellings;
}

}  // namespace

std::optional<std::vector<TermEntry>> read_terms(std::string_view part) {
  if (part.empty() || part.front() != 'T') return std::nullopt;
  return read_all(part.substr(1), [](ByteReader& reader) {
    std::vector<TermEntry> terms;
    TermEntry last;
    last.postings = read_begin(reader);
    last.spellings = read_begin(reader);
    last.positions = read_begin(reader);
    while (!reader.is_done() && !reader.has_failed()) {
      last.term = read_term(reader, last.term);
      last.documents = small(reader, kMostOrdinals + 1);
      last.postings = read_place(reader, last.postings);
      last.spellings = read_place(reader, last.spellings);
      last.positions = read_place(reader, last.positions);
      terms.push_back(last);
    }
    return terms;
  });
}

std::optional<Ordinals> read_postings(std::string_view entry) {
  return read_all(entry, [](ByteReader& reader) { return read_ordinals(reader); });
}

std::optional<TermSpellings> read_spellings(std::string_view entry) {
  return read_all(entry, [](ByteReader& reader) {
    TermSpellings read;
    read.in_title = read_ordinals(reader);
    read.in_lead = read_ordinals(reader);
    read.spellings = read_spelling_list(reader);
    return read;
  });
}

std::optional<Positions> read_positions(std::string_view entry) {
  return read_all(entry, [](ByteReader& reader) {
    Positions positions;
    while (!reader.is_done() && !reader.has_failed()) positions.push_back(read_places(reader));
    return positions;
  });
}

std::optional<std::vector<TermEntry>> SearchReader::find(std::string_view term) const {
  if (first_terms_.empty() || term < first_terms_.front()) return std::vector<TermEntry>();
  std::optional<std::vector<TermEntry>> terms = terms_part(part_of(term));
  if (terms) std::erase_if(*terms, [term](const TermEntry& entry) { return entry.term != term; });
  return terms;
}

std::optional<std::vector<TermEntry>> SearchReader::beginning_with(std::string_view prefix) const {
  std::optional<std::vector<TermEntry>> found = find(std::string(prefix) + kPrefixMark);
  if (!found || !found->empty()) return found;
  for (size_t number = part_of(prefix); number < first_terms_.size(); ++number) {
    if (first_terms_[number] > prefix && !first_terms_[number].starts_with(prefix)) break;
    const std::optional<std::vector<TermEntry>> terms = terms_part(number);
    if (!terms) return std::nullopt;
    for (const TermEntry& entry : *terms) {
      if (!entry.term.starts_with(prefix) || entry.term.back() == kPrefixMark) continue;
      if (found->size() == kMostFound) return std::nullopt;
      found->push_back(entry);
    }
  }
  return found;
}

std::optional<Ordinals> SearchReader::ordinals(const TermEntry& entry) const {
  const std::optional<std::string> bytes = entry_bytes(SearchKind::postings, 'S', entry.postings);
  std::optional<Ordinals> ordinals = bytes ? read_postings(*bytes) : std::nullopt;
  if (ordinals && ordinals->size() != entry.documents) return std::nullopt;
  return ordinals;
}

std::optional<TermSpellings> SearchReader::spellings(const TermEntry& entry) const {
  if (entry.spellings.bytes == 0) return TermSpellings();
  const std::optional<std::string> bytes = entry_bytes(SearchKind::spellings, 'V', entry.spellings);
  return bytes ? read_spellings(*bytes) : std::nullopt;
}

std::optional<Positions> SearchReader::positions(const TermEntry& entry) const {
  if (entry.positions.bytes == 0) return Positions();
  const std::optional<std::string> bytes = entry_bytes(SearchKind::positions, 'W', entry.positions);
  std::optional<Positions> positions = bytes ? read_positions(*bytes) : std::nullopt;
  if (positions && positions->size() != entry.documents) return std::nullopt;
  return positions;
}

std::optional<std::vector<TermEntry>> SearchReader::terms_part(size_t number) const {
  const std::optional<std::string> part = part_(SearchKind::terms, static_cast<uint32_t>(number));
  std::optional<std::vector<TermEntry>> terms = part ? read_terms(*part) : std::nullopt;
  if (terms && (terms->empty() || terms->front().term != first_terms_[number])) return std::nullopt;
  return terms;
}

std::optional<std::string> SearchReader::entry_bytes(SearchKind kind, char mark, const EntryPlace& place) const {
  const std::optional<std::string> part = part_(kind, place.part);
  if (!part || part->empty() || part->front() != mark) return std::nullopt;
  if (place.begin > part->size() || place.bytes > part->size() - place.begin) return std::nullopt;
  return part->substr(place.begin, place.bytes);
}

// The last part that does not begin behind `term`.
size_t SearchReader::part_of(std::string_view term) const {
  const auto behind = std::upper_bound(first_terms_.begin(), first_terms_.end(), term);
  return behind == first_terms_.begin() ? 0 : static_cast<size_t>(behind - first_terms_.begin()) - 1;
}

}  // namespace bantin
