// Entries one after the other in parts of about one size, none on two parts; a larger one has a part of its own.
// Use:    EntryWriter postings(store, 'S', 4096); const EntryPlace place = postings.add(entry); … postings.finish()
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bundle/part.h"

namespace bantin {

struct EntryPlace {
  uint32_t part = 0, begin = 1, bytes = 0;  ///< the part's number, and the entry's bytes in it

  bool operator==(const EntryPlace&) const = default;
};

class EntryWriter {
 public:
  /// `mark`: the kind's letter, with which each part begins. `store` must outlive the writer.
  EntryWriter(const StorePart& store, char mark, size_t part_bytes);

  EntryPlace add(std::string_view entry);
  PartTable finish();

 private:
  void end_part();

  TableWriter table_;
  char mark_;
  size_t part_bytes_;
  std::string part_;
  uint32_t number_ = 0;
};

}  // namespace bantin
