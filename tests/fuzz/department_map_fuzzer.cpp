// A file of departments and what they are called.
// Seeds: tests/data/import/json/*.json build/fuzz/seeds/department_map/*
#include "feed/department_map.h"

#include "cli/utf8_nfc.h"
#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) {
  const DepartmentMapResult result = read_department_map(input, utf8_nfc);
  demand(result.map.has_value() == result.problems.empty());
  if (result.map) (void)result.map->find("SỞ Y TẾ");
}
