// Whether what is named on the command line is a bundle: its folder, or its manifest.
#pragma once

#include <optional>
#include <string>

namespace bantin {

struct BundlePath {
  std::string folder, manifest;  ///< manifest: the file's name within the folder

  std::string file(const std::string& name) const { return folder + "/" + name; }
};

/// Nothing where it is something else. A folder counts when it has a bundle.json, a file when it begins as one.
std::optional<BundlePath> bundle_path(const std::string& path);

}  // namespace bantin
