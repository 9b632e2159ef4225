// The departments to choose from: a field to search among them where they are many, then a toggle each with its count.
// Units: CSS pixels; drawn into the current container.
#pragma once

#include "reader/reader.h"
#include "ui/ui.h"

namespace bantin {

constexpr uint32_t department_key(uint32_t department) { return key_of("department", department); }
inline constexpr uint32_t kDepartmentSearchKey = key_of("department-search");

class DepartmentView {
 public:
  /// Height of the whole with what is listed now.
  static float height(const Reader& reader);
  /// `rect`: of that height.
  static void build(Ui& ui, const Reader& reader, const Rect& rect, float padding);
};

}  // namespace bantin
