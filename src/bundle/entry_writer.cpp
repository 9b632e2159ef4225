#include "bundle/entry_writer.h"

namespace bantin {

EntryWriter::EntryWriter(const StorePart& store, char mark, size_t part_bytes)
    : table_(store), mark_(mark), part_bytes_(part_bytes), part_(1, mark) {}

EntryPlace EntryWriter::add(std::string_view entry) {
  if (!entry.empty() && part_.size() > 1 && part_.size() + entry.size() > part_bytes_) end_part();
  const EntryPlace place{number_, static_cast<uint32_t>(part_.size()), static_cast<uint32_t>(entry.size())};
  part_ += entry;
  return place;
}

PartTable EntryWriter::finish() {
  if (part_.size() > 1) end_part();
  return table_.finish();
}

void EntryWriter::end_part() {
  number_ = table_.add(part_) + 1;
  part_.assign(1, mark_);
}

}  // namespace bantin
