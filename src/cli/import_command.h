// `bantin import`: plain texts → one feed.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "feed/day.h"

namespace bantin {

struct ImportArguments {
  std::vector<std::string> inputs;
  std::string output;
  std::string title;       ///< of the article; with one input only
  std::string department;  ///< id or name
  Day day = kUndated;
  Language language = Language::vi;
};

/// Each thing inferred is said on the error stream with its evidence: "bai.txt: department = … (…)". Every input that
/// cannot be read or holds no text is named; then nothing is written.
ExitCode import_command(const ImportArguments& arguments, const Streams& streams);

}  // namespace bantin
