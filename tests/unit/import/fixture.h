// The files of tests/data/import, for the tests of what reads them.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace bantin {

/// "rss/laughs.xml"; empty where there is no such file.
inline std::string import_fixture(const std::string& name) {
  std::ifstream file(std::filesystem::path(BANTIN_ROOT "/tests/data/import") / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// `text` so many times.
inline std::string repeated(std::string_view text, size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace bantin
