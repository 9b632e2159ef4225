// The lists of other articles on a web page: "Tin liên quan", "Các tin khác" and what else they are headed.
#pragma once

#include <string_view>
#include <vector>

#include "import/imported.h"
#include "import/web_page.h"

namespace bantin {

/// What the lists link to, addresses as seen from `base`. The lists and their headings are left out of the page.
std::vector<RelatedLink> take_related(WebPage& page, std::string_view base);

}  // namespace bantin
