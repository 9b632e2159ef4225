// What a document says of its own encoding.
#pragma once

#include <optional>
#include <string_view>

#include "import/encoding_name.h"

namespace bantin {

/// Of an HTML page (<meta charset>, <meta http-equiv>) or an XML document (<?xml encoding=…?>). Nothing where it says
/// nothing or what old pages say whatever they are in: iso-8859-1, windows-1252, us-ascii.
std::optional<Encoding> declared_encoding(std::string_view bytes);

}  // namespace bantin
