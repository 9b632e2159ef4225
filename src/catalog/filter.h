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
  std::vector<uint8_t> only = {};  ///< by row of the catalog: 0 hides it; empty: hides none

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
  /// The same by department: a row of counts for each of Catalog::months(). Empty where the catalog is not counted.
  std::vector<uint32_t> by_month_and_department;
};

/// Articles of one department in one month.
struct DepartmentMonth {
  int32_t month = 0;
  uint16_t department = 0;
  uint32_t count = 0;
};

/// What a timeline shows, dates left out of the filter: no zeros, newest first. Where the catalog is not counted by
/// department, all are told as those of the first one.
std::vector<DepartmentMonth> months_by_department(const Catalog& catalog, const Results& results);

Results filter(const Catalog& catalog, const SearchText& search, const Filter& filter);

}  // namespace bantin
