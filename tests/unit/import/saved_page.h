// The one real page that the importers were made for, as it was saved: a text that is not in this repository.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace bantin {

/// From the file that BANTIN_SEED names or the folder beside the repository; empty where there is none.
inline std::string saved_page() {
  const auto content_of = [](const std::filesystem::path& path) -> std::string {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  };
  if (const char* path = std::getenv("BANTIN_SEED")) return content_of(path);
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(BANTIN_ROOT "/../shared/seed", none)) {
    return content_of(entry.path());
  }
  return {};
}

inline constexpr char kNoSavedPage[] = "skipped: the saved page is not on this machine (BANTIN_SEED names it)";

}  // namespace bantin
