#include "cli/bundle_path.h"

#include <filesystem>
#include <fstream>
#include <string_view>

namespace bantin {

namespace fs = std::filesystem;

namespace {

constexpr const char* kManifest = "bundle.json";

// By its first key (data/README.md).
bool begins_as_manifest(const std::string& path) {
  std::string beginning(64, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  std::erase_if(beginning, [](char c) { return std::string_view(" \t\r\n").find(c) != std::string_view::npos; });
  return beginning.starts_with("{\"bantin_bundle\"");
}

}  // namespace

std::optional<BundlePath> bundle_path(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    if (fs::exists(fs::path(path) / kManifest, error)) return BundlePath{path, kManifest};
    return std::nullopt;
  }
  if (!fs::is_regular_file(path, error) || !begins_as_manifest(path)) return std::nullopt;
  const fs::path folder = fs::path(path).parent_path();
  return BundlePath{folder.empty() ? "." : folder.string(), fs::path(path).filename().string()};
}

}  // namespace bantin
