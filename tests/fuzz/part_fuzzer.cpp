// Columns, orders and ids of a bundle, by the first byte: what is read is written and read as the same.
// Seeds: build/fuzz/seeds/part/*
#include <algorithm>

#include "bundle/columns.h"
#include "bundle/id_table.h"
#include "bundle/number_runs.h"
#include "fuzz.h"

namespace bantin {
namespace {

void read_as_columns(std::string_view part) {
  const auto columns = read_columns(part);
  if (columns) fuzz::demand(read_columns(write_columns(*columns)) == columns);
}

void read_as_order(std::string_view part, uint32_t numbers) {
  const auto order = read_order(part, numbers);
  if (!order) return;
  fuzz::demand(order->size() <= numbers);
  fuzz::demand(std::ranges::all_of(*order, [&](uint32_t number) { return number < numbers; }));
  fuzz::demand(read_order(write_order(*order), numbers) == order);
}

void read_as_ids(std::string_view part) {
  const auto ids = read_ids(part);
  const IdHash hash = id_hash("tin-1");
  const auto found = ordinals_of(part, hash);
  fuzz::demand(ids.has_value() || found.empty());
}

}  // namespace

void fuzz::read(std::string_view input) {
  switch (choice(input, 4)) {
    case 0: return read_as_columns(input);
    case 1: return read_as_order(input, 1000);
    case 2: return read_as_order(input, 1u << 20);
    default: return read_as_ids(input);
  }
}

}  // namespace bantin
