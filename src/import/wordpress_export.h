// The export of a WordPress site (WXR, "Tools → Export") → its published posts.
// Days and times are those of the site's own clock. A post's featured image begins its body when that has no picture.
// Errors: a document that cannot be parsed or is no RSS gives a fault with its line. Drafts, pages and attachments are
//         left out and named; menus, revisions and other parts of the site's machinery are passed over.
#pragma once

#include <string_view>

#include "import/imported.h"
#include "text/nfc.h"

namespace bantin {

/// `xml` is UTF-8.
InputResult import_wordpress(std::string_view xml, const Nfc& nfc);

}  // namespace bantin
