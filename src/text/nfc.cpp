#include "text/nfc.h"

namespace bantin {

bool needs_nfc(std::string_view text) {
  // In UTF-8 these marks are CC 80 to CD AF.
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead == 0xCC) return true;
    if (lead == 0xCD && static_cast<unsigned char>(text[at + 1]) < 0xB0) return true;
  }
  return false;
}

}  // namespace bantin
