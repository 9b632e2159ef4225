// Days and moments as articles carry them: in their own offset, whatever the reader's clock says.
// Units:  a Day counts days since 1970-01-01, a Moment adds the second of that day. A month counts from year 0:
//         year * 12 + month - 1.
// Errors: what is no date is kUndated.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bantin {

using Day = int32_t;
inline constexpr Day kUndated = INT32_MIN;

struct Moment {
  Day day = kUndated;
  int32_t second = 0;

  bool operator==(const Moment&) const = default;
};

/// "2022-01-13T08:00:00+07:00" (RFC 3339): the day and second of the given offset, which itself is only checked.
Moment parse_rfc3339(std::string_view text);
/// "2022-01-13"
Day parse_iso_day(std::string_view text);
/// What somebody typed, pasted or said: day, month and year of four digits, or the year first, whatever stands between
/// the numbers ("13 tháng 1 năm 2022"); or eight digits, for keyboards without a separator.
Day parse_typed_day(std::string_view text);
/// kUndated where there is no such day.
Day day_of(int year, int month, int day_of_month);

std::string iso_day(Day day);  ///< "2022-01-13"
std::string vi_day(Day day);   ///< "13/01/2022"
int32_t month_of(Day day);     ///< months since the year 0
Day first_day(int32_t month);
int weekday(Day day);                  ///< 0: Monday
std::string vi_month(int32_t month);   ///< "01/2022"
std::string iso_month(int32_t month);  ///< "2022-01"

}  // namespace bantin
