// The departments a Vietnamese province usually has, and finding one in a text.
// Source of the names: Decree 24/2014/ND-CP on provincial departments, articles 8 and 9.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feed/model.h"

namespace bantin {

struct DepartmentFound {
  Department department;
  std::string evidence;  ///< the words of the text that name it
};

/// The department that `text` names first, by full name or abbreviation, accents and capitals as usual.
std::optional<DepartmentFound> find_department(std::string_view text);

/// The department of that id; one named like the id where the table has none.
Department department_of_id(std::string_view id);

}  // namespace bantin
