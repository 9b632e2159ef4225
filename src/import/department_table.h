// The departments a Vietnamese province has or had, and finding the one an article tells of.
// Sources of the names: Decree 24/2014/ND-CP on provincial departments, articles 8 and 9, and Decree 45/2025/ND-CP,
// which merged several; articles of earlier years keep the earlier names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feed/model.h"

namespace bantin {

struct DepartmentFound {
  Department department;
  std::string evidence;  ///< the words that name it first
};

/// The department that title, lead and body name most; a mention in the title weighs as much as four of the body, one
/// in the lead as two. Of equals, the one named first.
/// Found by full name or with any of its parts abbreviated: "Sở TT&TT", "Sở GDĐT", "Sở Nông nghiệp và PTNT".
std::optional<DepartmentFound> find_department(const Article& article);

/// The department that a clerk names by its id ("so-yt") or in words ("Sở Y tế"). One that the table does not have is
/// called what the clerk wrote.
Department department_called(std::string_view id_or_name);

}  // namespace bantin
