// Stand-in.
#pragma once

#include <string_view>

#include "import/imported.h"
#include "text/nfc.h"

namespace bantin {

inline InputResult import_html(std::string_view /*document*/, const Nfc& /*nfc*/) {
  InputResult result;
  result.fault = "not yet";
  return result;
}

}  // namespace bantin
