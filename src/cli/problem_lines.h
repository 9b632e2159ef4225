// A problem of a feed as the command says it: a line with its place, and one with the remedy.
#pragma once

#include <iosfwd>
#include <string>

#include "feed/problem.h"

namespace bantin {

/// "feed.json:12:7: [broken-date] /items/3: …" and "  → …".
void tell_problem(const Problem& problem, const std::string& file, Language language, std::ostream& out);

}  // namespace bantin
