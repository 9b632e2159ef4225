// Inputs of every kind, imported by the command as a clerk would, against the feeds they should give:
// tests/data/import/<kind>/NAME.* and beside it NAME.json (an input that is JSON itself is called NAME.in.json). An
// input without such a feed is not looked at here.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <vector>

#include "cli/command_line.h"
#include "cli/folder.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

struct Golden {
  fs::path input, expected;
};

std::vector<Golden> golden_inputs() {
  std::vector<Golden> all;
  for (const auto& entry : fs::recursive_directory_iterator(BANTIN_ROOT "/tests/data/import")) {
    if (!entry.is_regular_file()) continue;
    const fs::path& input = entry.path();
    const std::string file = input.filename().string();
    const fs::path expected = input.parent_path() / (file.substr(0, file.find('.')) + ".json");
    if (expected != input && fs::exists(expected)) all.push_back({input, expected});
  }
  std::sort(all.begin(), all.end(), [](const Golden& one, const Golden& other) { return one.input < other.input; });
  return all;
}

}  // namespace

TEST_CASE("every input that has an expected feed gives it, without being told its kind") {
  const Folder folder;
  const std::vector<Golden> all = golden_inputs();
  CHECK(all.size() >= 5);
  for (const Golden& golden : all) {
    CAPTURE(golden.input.string());
    const std::string output = folder.at("feed.json");
    std::ostringstream out, error;
    CHECK(run_command_line({"import", golden.input.string(), "-o", output}, {out, error}) == kDone);
    CAPTURE(error.str());
    CHECK(read_file(output) == read_file(golden.expected.string()));
  }
}
