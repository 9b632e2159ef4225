#include "cli/utf8_nfc.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace bantin {

std::string utf8_nfc(std::string_view text) {
  utf8proc_uint8_t* normalised = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &normalised, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(normalised, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(normalised), static_cast<size_t>(size)};
}

}  // namespace bantin
