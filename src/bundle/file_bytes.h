// A file of a bundle or a feed, whole.
#pragma once

#include <optional>
#include <string>

namespace bantin {

/// Nothing where it cannot be read or is no file.
std::optional<std::string> file_bytes(const std::string& path);

}  // namespace bantin
