// The dates: two typed fields, ranges ready to be taken, a month of days.
// Units: CSS pixels; drawn into the current container. Holds nothing.
#pragma once

#include "reader/reader.h"
#include "ui/ui.h"

namespace bantin {

inline constexpr uint32_t kFromKey = key_of("from"), kToKey = key_of("to");

constexpr uint32_t day_key(Day day) { return key_of("day", static_cast<uint32_t>(day)); }

class DateView {
 public:
  /// The fields and the ranges ready to be taken.
  static float range_height(Ui& ui, const Reader& reader, float width);
  static void build_range(Ui& ui, const Reader& reader, const Rect& rect);
  /// A month of days; no height where nothing has a date.
  static float calendar_height(const Reader& reader);
  static void build_calendar(Ui& ui, const Reader& reader, const Rect& rect);
};

}  // namespace bantin
