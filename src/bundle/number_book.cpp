#include "bundle/number_book.h"

#include <algorithm>

namespace bantin {

std::optional<NumberBook> NumberBook::read(BundleReader& bundle) {
  if (!bundle.manifest()) return std::nullopt;
  const auto order = bundle.order();
  if (!order) return std::nullopt;
  NumberBook book;
  book.is_live_.resize(bundle.manifest()->numbers);
  for (const uint32_t number : *order) book.is_live_[number] = true;
  book.entries_.reserve(order->size());
  for (uint32_t block = 0; book.has_block(block); ++block) {
    const auto ids = bundle.ids(block);
    if (!ids) return std::nullopt;
    auto id = ids->begin();
    const uint32_t end = std::min((block + 1) * kBlockNumbers, book.numbers());
    for (uint32_t number = block * kBlockNumbers; number < end; ++number) {
      if (!book.is_live_[number]) continue;
      if (id == ids->end()) return std::nullopt;
      book.entries_.push_back({id_hash(*id++), number});
    }
  }
  std::sort(book.entries_.begin(), book.entries_.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; });
  return book;
}

std::optional<uint32_t> NumberBook::number_of(const IdHash& id) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), id,
                                      [](const Entry& entry, const IdHash& wanted) { return entry.id < wanted; });
  if (found == entries_.end() || found->id != id) return std::nullopt;
  return found->number;
}

}  // namespace bantin
