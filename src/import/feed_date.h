// Dates as feeds and exports of sites write them, whatever their server was set to.
// Errors: what is no date is undated; a date with an impossible time keeps its day.
#pragma once

#include <string_view>

#include "feed/day.h"

namespace bantin {

/// The day and second of the date's own offset; one in GMT, UTC, "Z" or "+0000" is a server's habit and is told in
/// Vietnam's time (+07:00); one without an offset stands as it is. Read are
///   "Thu, 13 Jan 2022 08:00:00 +0700", "13-Jan-22", "Jan 13, 2022";
///   "2022-01-13T08:00:00+07:00", "2022-01-13 08:00:00";
///   "13/01/2022 08:00", "08:00 13-01-2022", "13/01/2022 1:05 PM", and, where the month cannot be but there or AM or PM
///   tell of an American server, the month first: "1/13/2022 8:00:00 AM".
Moment parse_feed_date(std::string_view text);

}  // namespace bantin
