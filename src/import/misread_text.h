// Text in an old encoding that some program took for Western bytes and saved as Unicode: "C«ng v¨n" is "Công văn".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "import/encoding_name.h"

namespace bantin {

struct MisreadText {
  std::string text;  ///< as it was meant
  Encoding encoding = Encoding::tcvn3;
};

/// Nothing where `utf8` is what it looks like. Lines that are right stay: files are often put together from old and
/// new.
std::optional<MisreadText> misread_text(std::string_view utf8);

/// All of `utf8` as it was meant, known to have been in `encoding`.
std::string reread(std::string_view utf8, Encoding encoding);

}  // namespace bantin
