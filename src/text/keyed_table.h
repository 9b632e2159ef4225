// A table with an entry for each value of an enum that ends with count_, checked while it is compiled.
// Use:    constexpr auto kTable = keyed_table<Colour, Entry>({{Colour::red, {"đỏ", "red"}}, …});  kTable[index]
// The keys cost nothing: only the entries are in the program.
// Errors: an entry that is missing or not at its key's place does not compile.
#pragma once

#include <array>
#include <cstddef>

namespace bantin {

template <typename Key, typename Entry>
struct KeyedEntry {
  Key key;
  Entry entry;
};

void an_entry_is_not_at_the_place_of_its_key();  // what a compiler says of it, as there is no such function

template <typename Key, typename Entry, size_t kCount>
consteval std::array<Entry, kCount> keyed_table(const KeyedEntry<Key, Entry> (&keyed)[kCount]) {
  static_assert(kCount == static_cast<size_t>(Key::count_), "one entry for each key");
  std::array<Entry, kCount> table{};
  for (size_t i = 0; i < kCount; ++i) {
    if (keyed[i].key != static_cast<Key>(i)) an_entry_is_not_at_the_place_of_its_key();
    table[i] = keyed[i].entry;
  }
  return table;
}

}  // namespace bantin
