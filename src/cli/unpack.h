// A bundle back into a feed: `bantin import` and `bantin page` of a bundle.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "cli/bundle_path.h"
#include "cli/command.h"

namespace bantin {

/// Writes the bundle's feed to a file, which is complete or as it was. What is wrong is said on the error stream.
ExitCode unpack(const BundlePath& path, const std::string& output, Language language, const Streams& streams);

/// The bundle's feed as text. Nothing where the bundle is damaged, which is said on the error stream.
std::optional<std::string> unpacked(const BundlePath& path, Language language, std::ostream& error);

}  // namespace bantin
