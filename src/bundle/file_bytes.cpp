#include "bundle/file_bytes.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace bantin {

std::optional<std::string> file_bytes(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace bantin
