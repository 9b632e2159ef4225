// The filter and what it leaves, with counts for every other choice.
// Counts are disjunctive: by_department leaves the choice of departments out, by_month the dates, so each says what
// another choice there would give.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/search.h"

namespace bantin {

struct Filter {
  std::vector<uint16_t> departments;   ///< indices; any of them matches, none: all do. Unknown ones match nothing
  Day from = kUndated, to = kUndated;  ///< included; kUndated: no bound. Undated articles are outside every bound
  std::string query;

  bool operator==(const Filter&) const = default;
};

struct MonthCount {
  int32_t month = 0;
  uint32_t count = 0;

  bool operator==(const MonthCount&) const = default;
};

struct Results {
  std::vector<uint32_t> rows;           ///< in list order
  std::vector<uint32_t> by_department;  ///< by index
  std::vector<MonthCount> by_month;     ///< every month that occurs in the catalog, ascending, zeros kept
};

Results filter(const Catalog& catalog, const SearchText& search, const Filter& filter);

}  // namespace bantin
