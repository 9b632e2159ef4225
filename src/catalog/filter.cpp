#include "catalog/filter.h"

#include <algorithm>
#include <span>

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

// The rows of the interval that `matches`, of which there are `count`. Without a branch: a million rows are looked at.
template <typename Matches>
std::vector<uint32_t> rows_that(const Catalog::Interval& interval, uint32_t count, const Matches& matches) {
  std::vector<uint32_t> rows(count + 1);  // one more, to be written to behind the last
  uint32_t found = 0;
  for (uint32_t row = interval.first; row < interval.last && found < count; ++row) {
    rows[found] = row;
    found += matches(row);
  }
  rows.resize(count);
  return rows;
}

uint32_t sum_chosen(std::span<const uint32_t> by_department, const std::vector<uint8_t>& chosen) {
  uint32_t sum = 0;
  for (size_t i = 0; i < chosen.size(); ++i) sum += chosen[i] * by_department[i];
  return sum;
}

// Where nothing is searched for, the catalog's own counts serve.
Results filter_counted(const Catalog& catalog, const Catalog::Interval& dated, const std::vector<uint8_t>& chosen) {
  Results results;
  results.by_department = catalog.department_counts(dated);
  for (size_t i = catalog.months().size(); i-- > 0;) {
    results.by_month.push_back({catalog.months()[i].month, sum_chosen(catalog.month_counts(i), chosen)});
  }
  for (size_t i = 0; i < catalog.months().size(); ++i) {
    const std::span<const uint32_t> counts = catalog.month_counts(i);
    for (size_t d = 0; d < counts.size(); ++d) results.by_month_and_department.push_back(counts[d] * chosen[d]);
  }
  results.rows = rows_that(dated, sum_chosen(results.by_department, chosen),
                           [&](uint32_t row) { return uint32_t{chosen[catalog.department(row)]}; });
  return results;
}

Results filter_found(const Catalog& catalog, const Catalog::Interval& dated, const std::vector<uint8_t>& chosen,
                     const std::vector<uint8_t>& found) {
  Results results;
  results.by_department.resize(catalog.department_count());
  for (uint32_t row = dated.first; row < dated.last; ++row)
    results.by_department[catalog.department(row)] += found[row];
  const auto matches = [&](uint32_t row) { return uint32_t{found[row]} & chosen[catalog.department(row)]; };
  const size_t width = catalog.is_counted() ? catalog.department_count() : 0;
  results.by_month_and_department.resize(catalog.months().size() * width);
  for (size_t i = catalog.months().size(); i-- > 0;) {
    const Catalog::Month& month = catalog.months()[i];
    uint32_t count = 0;
    for (uint32_t row = month.rows.first; row < month.rows.last; ++row) {
      const uint32_t one = matches(row);
      count += one;
      if (width > 0) results.by_month_and_department[i * width + catalog.department(row)] += one;
    }
    results.by_month.push_back({month.month, count});
  }
  results.rows = rows_that(dated, sum_chosen(results.by_department, chosen), matches);
  return results;
}

}  // namespace

Results filter(const Catalog& catalog, const SearchText& search, const Filter& filter) {
  const std::vector<uint8_t> chosen = chosen_departments(catalog, filter);
  const Catalog::Interval dated = catalog.rows_between(filter.from, filter.to);
  const bool hides_none = filter.only.empty() && search_words(filter.query).empty();
  if (catalog.is_counted() && hides_none) return filter_counted(catalog, dated, chosen);
  std::vector<uint8_t> found = search.matching(filter.query);
  for (size_t row = 0; row < std::min(found.size(), filter.only.size()); ++row) found[row] &= filter.only[row];
  return filter_found(catalog, dated, chosen, found);
}

std::vector<DepartmentMonth> months_by_department(const Catalog& catalog, const Results& results) {
  std::vector<DepartmentMonth> found;
  if (!catalog.is_counted()) {
    for (size_t i = results.by_month.size(); i-- > 0;) {
      if (results.by_month[i].count > 0) found.push_back({results.by_month[i].month, 0, results.by_month[i].count});
    }
    return found;
  }
  const size_t width = catalog.department_count();
  for (size_t i = 0; i < results.by_month_and_department.size(); ++i) {
    const uint32_t count = results.by_month_and_department[i];
    if (count > 0) found.push_back({catalog.months()[i / width].month, static_cast<uint16_t>(i % width), count});
  }
  return found;
}

}  // namespace bantin
