#include "cli/command.h"

#include <chrono>
#include <cstdlib>
#include <ostream>
#include <string_view>

#include "cli/sentence_table.h"

namespace bantin {

ExitCode interrupted(Language language, const Streams& streams) {
  streams.error << say(Say::interrupted, language) << '\n';
  return kInterrupted;
}

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("en") ? Language::en : Language::vi;
  }
  return Language::vi;
}

Day current_day() {
  const auto now = std::chrono::system_clock::now() + std::chrono::hours(7);
  return static_cast<Day>(std::chrono::floor<std::chrono::days>(now).time_since_epoch().count());
}

}  // namespace bantin
