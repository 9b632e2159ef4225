// Files of the command: read whole, written whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bantin {

/// Nothing when it cannot be read.
std::optional<std::string> read_file(const std::string& path);

/// Writes beside the file first and renames, so that the file is complete or as it was. False when that fails.
bool write_file(const std::string& path, std::string_view content);

}  // namespace bantin
