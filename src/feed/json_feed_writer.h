// A feed as a JSON Feed 1.1 document with the extension `_bantin`. Native only: nothing in a browser writes feeds.
#pragma once

#include <string>

#include "feed/model.h"

namespace bantin {

/// Indented by two spaces, fields in a fixed order, ends in a newline. Undated articles have no date_published. Dates
/// are written with Vietnam's offset (+07:00), the only one the model's own-offset moments are imported with.
std::string write_feed(const Feed& feed);

}  // namespace bantin
