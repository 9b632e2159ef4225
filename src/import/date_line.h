// Days and times as Vietnamese portals show them: "Thứ năm, 13/01/2022 08:00 (GMT+7)", "13/01/2022 | 08:00".
// Errors: what tells no day gives kUndated or nothing.
#pragma once

#include <optional>
#include <string_view>

#include "feed/day.h"

namespace bantin {

/// For machines: RFC 3339, also without offset, seconds or time, or as people write it. Moments in UTC become
/// Vietnam's, in which an article's day is counted; others stay in their own offset.
Moment read_moment(std::string_view text);

/// Of a line that tells when an article was published, beside its author or how often it was read at most. Lines that
/// tell a day among other things are none.
std::optional<Moment> read_date_line(std::string_view line);

/// Of a line that tells nothing else, which an article can do without.
std::optional<Moment> read_date_alone(std::string_view line);

/// Whether the line says itself what its day is: "Ngày đăng: 13/01/2022", "Cập nhật lúc 08:00 13/01/2022".
bool is_labelled_date(std::string_view line);

}  // namespace bantin
