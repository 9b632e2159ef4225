// `bantin page`: a feed or a bundle → the reader in one HTML file.
#pragma once

#include <string>

#include "cli/command.h"

namespace bantin {

struct PageArguments {
  std::string feed;  ///< or a bundle: its folder, or its manifest
  std::string output;
  std::string shell;  ///< reader.html of the build; empty: the one that is found beside the command
  bool with_pictures = false;
  Language language = Language::vi;
};

/// Items that have problems, pictures that are missing and a page that is very large are named on the error stream.
ExitCode page_command(const PageArguments& arguments, const Streams& streams);

}  // namespace bantin
