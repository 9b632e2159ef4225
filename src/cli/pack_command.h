// `bantin pack`: feeds → a bundle.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace bantin {

struct PackArguments {
  std::vector<std::string> feeds;
  std::string output;     ///< a folder
  std::string key;        ///< the file of the secret key to sign by; empty: not signed
  bool is_fresh = false;  ///< not continuing the bundle that is there
  Language language = Language::vi;
};

/// Problems of the feeds are said on the error stream, as `check` says them, and do not keep the bundle from being
/// made; a feed that is refused does, and the bundle there was stays; so does a key that cannot be used. At the end:
/// how many articles, what changed, and how many bytes that is for who has the bundle before.
ExitCode pack_command(const PackArguments& arguments, const Streams& streams);

}  // namespace bantin
