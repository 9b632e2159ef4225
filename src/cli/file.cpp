#include "cli/file.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace bantin {

namespace fs = std::filesystem;

namespace {

bool write_directly(const fs::path& path, std::string_view content) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << content;
  file.close();  // a full disk may show only here
  return file.good();
}

}  // namespace

std::optional<std::string> read_file(const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string content(std::istreambuf_iterator<char>(file), {});
  return file.bad() ? std::nullopt : std::optional(std::move(content));
}

bool write_file(const std::string& path, std::string_view content) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return false;
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_directly(path, content);
  const fs::path target = fs::weakly_canonical(path, error);
  if (error) return false;
  fs::path beside = target;
  beside += "." + std::to_string(::getpid()) + ".part";
  if (write_directly(beside, content)) {
    fs::rename(beside, target, error);
    if (!error) return true;
  }
  fs::remove(beside, error);
  return false;
}

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code error;
  return fs::is_regular_file(one, error) && fs::equivalent(one, other, error);
}

}  // namespace bantin
