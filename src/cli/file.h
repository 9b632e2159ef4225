// Files of the command: read whole, written whole or not at all.
// Use:    FileWriter file("feed.json"); file.write(text); … if (!file.finish()) … it is as it was …
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace bantin {

/// Nothing when it cannot be read.
std::optional<std::string> read_file(const std::string& path);

/// Writes beside the file first and renames, so that the file is complete or as it was. What a link points to is
/// written, not the link; a device or pipe is written directly.
class FileWriter {
 public:
  explicit FileWriter(const std::string& path);
  /// What is not finished is taken away.
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  void write(std::string_view text) { file_ << text; }
  /// False when anything since the beginning has failed.
  bool finish();

 private:
  std::filesystem::path target_, written_;  // one and the same where it is written directly
  std::ofstream file_;
};

/// All at once. False when that fails.
bool write_file(const std::string& path, std::string_view content);

/// Whether both paths are one existing file.
bool is_same_file(const std::string& one, const std::string& other);

}  // namespace bantin
