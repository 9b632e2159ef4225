// The command run as it is called, and what came of it.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace bantin {

struct Ended {
  ExitCode code;
  std::string out, error;
};

inline Ended run(std::vector<std::string> arguments, const std::string& language) {
  arguments.insert(arguments.begin(), "--lang=" + language);
  std::ostringstream out, error;
  const ExitCode code = run_command_line(arguments, {out, error});
  return {code, out.str(), error.str()};
}

inline bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace bantin
