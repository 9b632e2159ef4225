// The search parts of a bundle's segment: each kind of entry by the first byte, and a reader that is given the input as
// whatever part it asks for.
// Seeds: build/fuzz/seeds/search/*
#include "bundle/search_reader.h"

#include "fuzz.h"

namespace bantin {
namespace {

void demand_rising(const Ordinals& ordinals) {
  for (size_t i = 0; i < ordinals.size(); ++i) {
    fuzz::demand(ordinals[i] < kMostOrdinals && (i == 0 || ordinals[i - 1] < ordinals[i]));
  }
}

void read_all(const SearchReader& reader, const std::optional<std::vector<TermEntry>>& entries) {
  if (!entries) return;
  fuzz::demand(entries->size() <= SearchReader::kMostFound);
  for (const TermEntry& entry : *entries) {
    if (const auto ordinals = reader.ordinals(entry)) demand_rising(*ordinals);
    (void)reader.spellings(entry);
    (void)reader.positions(entry);
  }
}

// The input: one part of each kind behind the other, each begun by its size in two bytes.
void read_as_index(std::string_view input) {
  std::vector<std::string> parts;
  for (int kind = 0; kind < 4; ++kind) {
    const size_t size = fuzz::choice(input, 256) * size_t{256} + fuzz::choice(input, 256);
    parts.emplace_back(input.substr(0, size));
    input.remove_prefix(parts.back().size());
  }
  const auto give = [&](SearchKind kind, uint32_t) -> std::optional<std::string> {
    return parts[static_cast<size_t>(kind)];
  };
  const SearchReader reader({"", "duong"}, give);
  for (const char* word : {"duong", "a", "y", "truong"}) {
    read_all(reader, reader.find(word));
    read_all(reader, reader.beginning_with(word));
  }
}

}  // namespace

void fuzz::read(std::string_view input) {
  switch (choice(input, 5)) {
    case 0: (void)read_terms(input); return;
    case 1:
      if (const auto ordinals = read_postings(input)) demand_rising(*ordinals);
      return;
    case 2: (void)read_spellings(input); return;
    case 3: (void)read_positions(input); return;
    default: return read_as_index(input);
  }
}

}  // namespace bantin
