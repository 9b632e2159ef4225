// `bantin keygen`: a key pair by which bundles for kiosks are signed.
#pragma once

#include <string>

#include "cli/command.h"

namespace bantin {

struct KeygenArguments {
  std::string output;  ///< of the secret key; the public one is written beside it
  Language language = Language::vi;
};

/// The public key, and nothing else, goes to the output stream. kFileTrouble where a file cannot be written or one is
/// there already.
ExitCode keygen_command(const KeygenArguments& arguments, const Streams& streams);

}  // namespace bantin
