// `bantin check`: every problem of every feed.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace bantin {

struct CheckArguments {
  std::vector<std::string> feeds;
  bool as_json = false;
  Language language = Language::vi;
};

/// Problems go to the output stream, a block each or as JSON (feed/problem_json.h). A feed that cannot be read is named
/// on the error stream, the others are checked all the same. kFileTrouble when one could not be read, else
/// kInputHasErrors when there is any problem.
ExitCode check_command(const CheckArguments& arguments, const Streams& streams);

}  // namespace bantin
