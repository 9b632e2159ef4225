// What an article's input left open is settled: department, day, id.
// Use:    Department department = settle(imported, options, departments);
// The first of these that is known counts:
//   department: option, what the input says, the one the text names most (an inference), "khac";
//   day: option, what the input says, the one the text tells (an inference), undated;
//   id: the input's, else made of title and day.
#pragma once

#include "feed/department_map.h"
#include "import/imported.h"

namespace bantin {

/// Settles `imported` and returns its department. Names are looked up in `departments`, then in department_table.h.
/// What was inferred, or sought in vain, is in its inferences; Article::inferred names the fields found that way.
Department settle(Imported& imported, const ImportOptions& options, const DepartmentMap& departments);

}  // namespace bantin
