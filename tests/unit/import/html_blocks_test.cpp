#include "import/html_blocks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

using namespace bantin;

namespace {

// NAME.html and beside it NAME.json, the records it is to give: tests/browser/html_blocks.test.js reads them, too.
std::vector<std::filesystem::path> fixtures() {
  std::vector<std::filesystem::path> paths;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(BANTIN_ROOT "/tests/data/html", none)) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

// Its records in JSON, as in the fixtures.
nlohmann::json records_of(std::string_view code) {
  nlohmann::json records = nlohmann::json::array();
  for (size_t begin = 0; begin < code.size();) {
    nlohmann::json fields = nlohmann::json::array();
    char sign = '\x1F';
    while (sign == '\x1F') {
      const size_t end = std::min(code.find_first_of("\x1E\x1F", begin), code.size());
      fields.push_back(code.substr(begin, end - begin));
      sign = end < code.size() ? code[end] : '\0';
      begin = end + 1;
    }
    records.push_back(fields);
  }
  return records;
}

}  // namespace

TEST_CASE("every fixture gives the records beside it") {
  const auto paths = fixtures();
  CHECK(paths.size() >= 40);
  for (const auto& path : paths) {
    CAPTURE(path.filename().string());
    const std::string wanted = content_of(std::filesystem::path(path).replace_extension(".json"));
    const auto records = nlohmann::json::parse(wanted, nullptr, false);
    REQUIRE(records.is_array());
    CHECK(records_of(html_blocks(content_of(path))).dump(1) == records.dump(1));
  }
}

TEST_CASE("fields and records end as the code says") {
  CHECK(html_blocks("<p>Ba <b>huyện</b></p><h2>Hai</h2>") ==
        "p\x1F"
        "Ba \x01huyện\x02\x1Eh\x1F"
        "2\x1FHai\x1E");
  CHECK(html_blocks("").empty());
}

TEST_CASE("elements nested without an end are read") {
  CHECK(html_blocks(repeated("<div>", 50000) + "sâu" + repeated("</div>", 50000) + "cuối") ==
        "p\x1Fsâu\x1Ep\x1F"
        "cuối\x1E");
  CHECK(html_blocks(repeated("<table><tr><td>", 20000) + "sâu") == "p\x1Fsâu\x1E");
  CHECK(html_blocks(repeated("<b>", 20000) + "sâu") == "p\x1F\x01sâu\x02\x1E");
}

TEST_CASE("a text of a megabyte stays whole") {
  CHECK(html_blocks("<p>" + repeated("chữ ", 200000)).size() == repeated("chữ ", 200000).size() - 1 + 3);
}

TEST_CASE("bytes that are no UTF-8 become replacement characters") {
  CHECK(html_blocks("a\xFF"
                    "b\xE1\xBB") ==
        "p\x1F"
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\x1E");
}
