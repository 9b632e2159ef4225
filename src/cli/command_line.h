// The command line of `bantin`: arguments read, the command run.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace bantin {

/// `arguments` without the program's name. Wrong usage is said on the error stream, --help and --version are answered
/// on the output stream.
ExitCode run_command_line(const std::vector<std::string>& arguments, const Streams& streams);

}  // namespace bantin
