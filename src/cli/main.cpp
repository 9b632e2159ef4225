// bantin: makes and checks feeds, bundles and pages of them.
//   bantin import [--from KIND] [--encoding E] [--department ID] [--date DAY] [--title T] [--departments FILE]
//                 INPUT… -o feed.json
//   bantin import BUNDLE -o feed.json
//   bantin check [--format text|json] [--key PUBLIC] FEED|BUNDLE…
//   bantin pack [--fresh] [--sign KEY] FEED… -o DIR
//   bantin keygen -o KEY
//   bantin page [--pictures] [--shell reader.html] FEED|BUNDLE -o reader.html
//   bantin completion bash|zsh|fish
// Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 3 a file could not be read or written, 130 interrupted.
#include <unistd.h>

#include <iostream>

#include "cli/command_line.h"

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  std::ostream* terminal = ::isatty(STDERR_FILENO) ? &std::cerr : nullptr;
  const bantin::ExitCode code = bantin::run_command_line(arguments, {std::cout, std::cerr, terminal});
  // What was said may have gone to a file, too.
  return std::cout.flush() ? code : bantin::kFileTrouble;
}
