// Files of the command: read whole, written whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bantin {

/// Nothing when it cannot be read.
std::optional<std::string> read_file(const std::string& path);

/// Writes beside the file first and renames, so that the file is complete or as it was. What a link points to is
/// written, not the link; a device or pipe is written directly. False when that fails.
bool write_file(const std::string& path, std::string_view content);

/// Whether both paths are one existing file.
bool is_same_file(const std::string& one, const std::string& other);

}  // namespace bantin
