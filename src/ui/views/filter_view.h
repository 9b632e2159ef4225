// Search, departments and dates above the list, and how many articles they leave.
// Use:    list_top = filters.build(ui, reader, {.rect = rail, .padding = 24, .is_narrow = false});
// Units:  CSS pixels. Owns the scroller of the departments.
#pragma once

#include "reader/reader.h"
#include "ui/scroller.h"
#include "ui/ui.h"

namespace bantin {

inline constexpr uint32_t kSearchKey = key_of("search");
inline constexpr uint32_t kFromKey = key_of("from"), kToKey = key_of("to");
inline constexpr uint32_t kDepartmentsKey = key_of("departments");
inline constexpr uint32_t kDepartmentScrollerKey = key_of("department-scroller");
inline constexpr uint32_t kFiltersKey = key_of("filters-button");

constexpr uint32_t department_key(uint32_t department) { return key_of("department", department); }

class FilterView {
 public:
  struct Place {
    Rect rect;
    float padding = 24;
    bool is_narrow = false;
  };

  /// Gives the y below everything drawn, where the list begins. On a phone the open filters fill the whole pane and
  /// end in a button that shows the articles: then there is no room for the list, and the pane's bottom is given.
  float build(Ui& ui, const Reader& reader, const Place& place);
  Scroller& scroller() { return scroller_; }

 private:
  float search_row(Ui& ui, const Reader& reader, const Place& place, float y);
  float filter_row(Ui& ui, const Reader& reader, const Place& place, float y);
  float filter_sheet(Ui& ui, const Reader& reader, const Place& place, float y);
  float departments(Ui& ui, const Reader& reader, const Place& place, float y, float height);

  Scroller scroller_;
};

}  // namespace bantin
