// A folder of a test's own, gone with it.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <iterator>
#include <string>

#include "cli/file.h"

namespace bantin {

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("bantin-unit-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string put(const std::string& name, std::string_view content) const {
    REQUIRE(write_file(at(name), content));
    return at(name);
  }
  std::string at(const std::string& name) const { return (path_ / name).string(); }
  size_t files() const { return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(path_), {})); }

 private:
  std::filesystem::path path_;
};

}  // namespace bantin
