// The headings under which pages list other articles, and the lines of such lists.
#pragma once

#include <string>
#include <string_view>

namespace bantin {

/// "Tin liên quan", "CÁC TIN KHÁC:"…
bool is_related_heading(std::string_view text);

/// The title in a line of a list: without its bullet and without the date in brackets behind it.
std::string listed_title(std::string_view line);

}  // namespace bantin
