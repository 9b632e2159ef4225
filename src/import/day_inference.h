// The day a text tells of: written out, or a day and month whose year follows from the years the text names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feed/day.h"

namespace bantin {

struct DayFound {
  Day day = kUndated;
  std::string evidence;  ///< the words of the text it follows from
};

/// Looks for, in this order:
///   a whole date: "13/1/2022", "13-01-2022", "ngày 13 tháng 1 năm 2022";
///   a day and month ("ngày 13/1", "sáng 5/3"), with the year
///     that is planned ("triển khai nhiệm vụ năm 2022", "kế hoạch … năm 2022"), if the month is January to March,
///     else after the one that is reviewed ("tổng kết … năm 2021") in those months,
///     else the latest year named.
std::optional<DayFound> find_day(std::string_view text);

}  // namespace bantin
