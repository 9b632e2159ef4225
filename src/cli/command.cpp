#include "cli/command.h"

#include <cstdlib>
#include <string_view>

namespace bantin {

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("en") ? Language::en : Language::vi;
  }
  return Language::vi;
}

}  // namespace bantin
