// `bantin check`: every error of every feed and bundle, and what is likely a mistake.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "feed/day.h"

namespace bantin {

struct CheckArguments {
  std::vector<std::string> feeds;  ///< or bundles: folders, or their manifests
  std::string key;  ///< public, or its file: bundles must be signed by it; empty: signatures do not matter
  bool as_json = false;
  Day today = kUndated;  ///< kUndated: no date is in the future
  Language language = Language::vi;
};

/// Problems go to the output stream, a block each or as JSON (feed/remark.h). A feed that cannot be read is named
/// on the error stream, the others are checked all the same. kFileTrouble when one, or the key, could not be read, else
/// kInputHasErrors when there is any error; warnings alone leave it kDone.
ExitCode check_command(const CheckArguments& arguments, const Streams& streams);

}  // namespace bantin
