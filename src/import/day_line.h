// The line of a page that only says when it was published.
// Errors: anything else in the line, or no such day, gives nothing.
#pragma once

#include <optional>
#include <string_view>

#include "feed/day.h"

namespace bantin {

/// "Thứ năm, 13/01/2022 08:00 (GMT+7)", "Ngày đăng: 13-01-2022", "08:00 | 13/01/2022", "ngày 5 tháng 9 năm 2023".
std::optional<Moment> day_line(std::string_view text);

}  // namespace bantin
