// What is wrong with a file as the command says it: a line with its place, and one with the remedy.
#pragma once

#include <iosfwd>
#include <string>

#include "feed/remark.h"

namespace bantin {

/// "feed.json:12:7: error [broken-date] /items/3: …" and "  → …".
void tell_remark(const Remark& remark, const std::string& file, Language language, std::ostream& out);

}  // namespace bantin
