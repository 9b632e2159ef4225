// An Atom feed (RFC 4287) → its articles.
// Errors: a document that cannot be parsed or is no Atom gives a fault with its line. Entries without any text are left
//         out.
#pragma once

#include <string_view>

#include "import/imported.h"
#include "text/nfc.h"

namespace bantin {

/// `xml` is UTF-8.
InputResult import_atom(std::string_view xml, const Nfc& nfc);

}  // namespace bantin
