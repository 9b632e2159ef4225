#include "cli/input_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <string_view>

#include "cli/file.h"

namespace bantin {

namespace fs = std::filesystem;

namespace {

bool can_be_imported(const fs::path& path) {
  constexpr std::array<std::string_view, 7> kEndings = {".txt", ".html", ".htm", ".xml", ".json", ".rss", ".atom"};
  std::string ending = path.extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

// What cannot be looked into has no files.
std::vector<std::string> files_in(const std::string& folder, const std::string& output) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code ignored;
    if (!at->is_regular_file(ignored) || !can_be_imported(at->path())) continue;
    std::string path = at->path().string();
    if (!is_same_file(path, output)) files.push_back(std::move(path));
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

InputFiles input_files(const std::vector<std::string>& inputs, const std::string& output) {
  InputFiles all;
  std::error_code ignored;
  for (const std::string& input : inputs) {
    if (!fs::is_directory(input, ignored)) {
      all.files.push_back(input);
      continue;
    }
    std::vector<std::string> files = files_in(input, output);
    if (files.empty()) all.empty_folders.push_back(input);
    std::move(files.begin(), files.end(), std::back_inserter(all.files));
  }
  return all;
}

}  // namespace bantin
