// Old departments' files as UTF-8, whatever they come in: by a byte order mark, by being UTF-8, else by how Vietnamese
// the text is in each of the old encodings.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "import/declared_encoding.h"
#include "import/encoding_name.h"

namespace bantin {

struct Decoded {
  std::string text;  ///< UTF-8 without a byte order mark; marks may still have to be composed (NFC)
  Encoding encoding = Encoding::utf8;
  std::string evidence;   ///< "BOM", "charset", or the first words, before and after: "C«ng v¨n → Công văn"
  bool is_guess = false;  ///< nothing in the bytes says so
  size_t replaced = 0;    ///< parts that had no meaning, now U+FFFD
};

/// `wanted`: what the clerk says it is; only a byte order mark knows better in which order.
Decoded to_utf8(std::string_view bytes, std::optional<Encoding> wanted);

/// The same for HTML and XML, which may declare their encoding and may spell old bytes as &#181;.
Decoded document_to_utf8(std::string_view bytes, std::optional<Encoding> wanted);

}  // namespace bantin
