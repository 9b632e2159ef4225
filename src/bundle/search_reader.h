// Reads the search parts of a bundle's segment (data/README.md, "part of a segment").
// Use:    SearchReader reader(first_terms, give_part); reader.find("duong"), reader.beginning_with("duo"); then
//         reader.ordinals(*entry), reader.spellings(*entry), reader.positions(*entry)
//         read_terms(part) gives all entries of one part of terms, for who walks through them.
// Errors: nothing (std::nullopt) where a part is not given or not as the format has it, whatever its bytes are. An
// entry
//         that is not there is an empty result of find. Memory stays within what a part's size, kMostOrdinals and
//         kMostFound allow.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/entry_writer.h"
#include "bundle/ordinal_list.h"

namespace bantin {

enum class SearchKind : uint8_t { terms, postings, spellings, positions };

/// The content of a part, by its table and number; nothing where it cannot be had.
using GiveSearchPart = std::function<std::optional<std::string>(SearchKind kind, uint32_t number)>;

struct TermEntry {
  std::string term;  ///< "duong"; "duo*" for a prefix
  uint32_t documents = 0;
  EntryPlace postings, spellings, positions;
};

struct Spelling {
  std::string text;
  Ordinals ordinals;  ///< empty where it is the term's only one
};

/// What tells the articles of one term apart.
struct TermSpellings {
  Ordinals in_title, in_lead;
  std::vector<Spelling> spellings;  ///< in byte order
};

/// For each ordinal of a term's list the rising places of its words.
using Positions = std::vector<std::vector<uint32_t>>;

std::optional<std::vector<TermEntry>> read_terms(std::string_view part);
std::optional<Ordinals> read_postings(std::string_view entry);
std::optional<TermSpellings> read_spellings(std::string_view entry);
std::optional<Positions> read_positions(std::string_view entry);

class SearchReader {
 public:
  SearchReader(std::vector<std::string> first_terms, GiveSearchPart part)
      : first_terms_(std::move(first_terms)), part_(std::move(part)) {}

  /// The entry of a whole term, or of a prefix where `term` ends in '*': none or one.
  std::optional<std::vector<TermEntry>> find(std::string_view term) const;
  /// The entry of the prefix where it has one, else those of all terms that begin so.
  std::optional<std::vector<TermEntry>> beginning_with(std::string_view prefix) const;
  /// More terms than these are a fault: such a prefix has an entry.
  static constexpr size_t kMostFound = 8;

  std::optional<Ordinals> ordinals(const TermEntry& entry) const;
  std::optional<TermSpellings> spellings(const TermEntry& entry) const;
  std::optional<Positions> positions(const TermEntry& entry) const;

 private:
  std::optional<std::vector<TermEntry>> terms_part(size_t number) const;
  std::optional<std::string> entry_bytes(SearchKind kind, char mark, const EntryPlace& place) const;
  size_t part_of(std::string_view term) const;

  std::vector<std::string> first_terms_;
  GiveSearchPart part_;
};

}  // namespace bantin
