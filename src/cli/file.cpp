#include "cli/file.h"

#include <unistd.h>

#include <filesystem>
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

FileWriter::FileWriter(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  const bool is_special = fs::exists(status) && !fs::is_regular_file(status);
  target_ = is_special ? fs::path(path) : fs::weakly_canonical(path, error);
  written_ = target_;
  if (!is_special) written_ += "." + std::to_string(::getpid()) + ".part";
  file_.open(written_, std::ios::binary | std::ios::trunc);  // fails on a folder
}

FileWriter::~FileWriter() {
  std::error_code ignored;
  if (written_ != target_) fs::remove(written_, ignored);
}

bool FileWriter::finish() {
  file_.close();  // a full disk may show only here
  if (!file_.good()) return false;
  std::error_code error;
  if (written_ != target_) fs::rename(written_, target_, error);
  if (error) return false;
  written_ = target_;
  return true;
}

bool write_file(const std::string& path, std::string_view content) {
  FileWriter file(path);
  file.write(content);
  return file.finish();
}

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code error;
  return fs::is_regular_file(one, error) && fs::equivalent(one, other, error);
}

}  // namespace bantin
