// Search, timeline, departments and dates above the list, what is chosen, and how many articles that leaves.
// Wide: a column above the list, whose panels open in place. Narrow: one row, and a sheet from below with the rest.
// Use:    list_top = filters.build(ui, reader, {.rect = rail, .padding = 24, .is_narrow = false});
//         filters.sheet(ui, reader, pane);   // narrow, after everything else, while it is open
// Units:  CSS pixels. Owns the panels' scroller and the timeline's bars.
#pragma once

#include "reader/reader.h"
#include "ui/scroller.h"
#include "ui/ui.h"
#include "ui/views/timeline_view.h"

namespace bantin {

inline constexpr uint32_t kSearchKey = key_of("search");
inline constexpr uint32_t kDepartmentsKey = key_of("departments"), kDatesKey = key_of("dates");
inline constexpr uint32_t kStarredOnlyKey = key_of("starred-only");
inline constexpr uint32_t kPanelScrollerKey = key_of("panel-scroller");
inline constexpr uint32_t kFiltersKey = key_of("filters-button");
inline constexpr uint32_t kSheetKey = key_of("filter-sheet");
inline constexpr uint32_t kShowKey = key_of("show");

class FilterView {
 public:
  struct Place {
    Rect rect;
    float padding = 24;
    bool is_narrow = false;
  };

  /// Gives the y below everything drawn, where the list begins.
  float build(Ui& ui, const Reader& reader, const Place& place);
  /// The filters of a phone, over the list.
  void sheet(Ui& ui, const Reader& reader, const Rect& pane);
  Scroller& scroller() { return scroller_; }
  TimelineView& timeline() { return timeline_; }

 private:
  float search_row(Ui& ui, const Reader& reader, const Place& place, float y);
  float filter_row(Ui& ui, const Reader& reader, const Place& place, float y);
  float panel(Ui& ui, const Reader& reader, const Place& place, float y);
  void sheet_content(Ui& ui, const Reader& reader, const Rect& rect);

  Scroller scroller_;
  TimelineView timeline_;
};

}  // namespace bantin
