#include "catalog/filter.h"

namespace bantin {

namespace {

// A byte a department: whether it is chosen.
std::vector<uint8_t> chosen_departments(const Catalog& catalog, const Filter& filter) {
  std::vector<uint8_t> chosen(catalog.department_count(), filter.departments.empty() ? 1 : 0);
  for (const uint16_t department : filter.departments) {
    if (department < chosen.size()) chosen[department] = 1;
  }
  return chosen;
}

uint32_t count_chosen(const Catalog& catalog, const Catalog::Interval& rows, const std::vector<uint8_t>& found,
                      const std::vector<uint8_t>& chosen) {
  uint32_t count = 0;
  for (uint32_t row = rows.first; row < rows.last; ++row) count += found[row] & chosen[catalog.department(row)];
  return count;
}

}  // namespace

Results filter(const Catalog& catalog, const SearchText& search, const Filter& filter) {
  Results results;
  const std::vector<uint8_t> found = search.matching(filter.query);
  const std::vector<uint8_t> chosen = chosen_departments(catalog, filter);
  results.by_department.resize(catalog.department_count());
  const Catalog::Interval dated = catalog.rows_between(filter.from, filter.to);
  for (uint32_t row = dated.first; row < dated.last; ++row) {
    if (!found[row]) continue;
    const uint16_t department = catalog.department(row);
    ++results.by_department[department];
    if (chosen[department]) results.rows.push_back(row);
  }
  for (auto month = catalog.months().rbegin(); month != catalog.months().rend(); ++month) {
    results.by_month.push_back({month->month, count_chosen(catalog, month->rows, found, chosen)});
  }
  return results;
}

}  // namespace bantin
