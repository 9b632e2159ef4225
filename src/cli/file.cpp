#include "cli/file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace bantin {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string content(std::istreambuf_iterator<char>(file), {});
  return file.bad() ? std::nullopt : std::optional(std::move(content));
}

bool write_file(const std::string& path, std::string_view content) {
  const std::string beside = path + ".part";
  std::error_code error;
  {
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << content << std::flush;
    if (!file) {
      fs::remove(beside, error);
      return false;
    }
  }
  fs::rename(beside, path, error);
  if (!error) return true;
  fs::remove(beside, error);
  return false;
}

}  // namespace bantin
