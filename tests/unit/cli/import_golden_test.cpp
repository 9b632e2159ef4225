// Inputs of every kind and encoding, imported by the command as a clerk would, against the feeds they should give:
// tests/data/import/<kind>/NAME.* (a file or a folder) and beside it NAME.json, which is empty where the input gives no
// feed at all; an input that is JSON itself is called NAME.in.json. In tests/data/encodings one article.json is what
// all of them give. A new expected feed is made by the command itself, `build/native/bantin import INPUT -o NAME.json`,
// and then read.
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

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::vector<Golden> golden_inputs() {
  std::vector<Golden> all;
  for (const fs::path& kind : entries_of(BANTIN_ROOT "/tests/data/import")) {
    for (const fs::path& input : entries_of(kind)) {
      const std::string file = input.filename().string();
      const fs::path expected = kind / (file.substr(0, file.find('.')) + ".json");
      if (expected != input) all.push_back({input, expected});
    }
  }
  return all;
}

// The feed of an import; empty: it gives none, and says so by its exit code.
std::string imported(const fs::path& input) {
  const Folder folder;
  const std::string output = folder.at("feed.json");
  std::ostringstream out, error;
  const ExitCode code = run_command_line({"import", input.string(), "-o", output}, {out, error});
  CAPTURE(error.str());
  CHECK(code == (fs::exists(output) ? kDone : kInputHasErrors));
  return read_file(output).value_or("");
}

}  // namespace

TEST_CASE("every input gives the feed that is expected of it, without being told its kind") {
  const std::vector<Golden> all = golden_inputs();
  CHECK(all.size() >= 22);
  for (const Golden& golden : all) {
    CAPTURE(golden.input.string());
    const auto expected = read_file(golden.expected.string());
    REQUIRE(expected);
    CHECK(imported(golden.input) == *expected);
  }
}

TEST_CASE("one article in every encoding gives one feed, without being told which") {
  const fs::path folder = BANTIN_ROOT "/tests/data/encodings", expected = folder / "article.json";
  const auto feed = read_file(expected.string());
  REQUIRE(feed);
  size_t encodings = 0;
  for (const fs::path& input : entries_of(folder)) {
    if (input == expected) continue;
    CAPTURE(input.string());
    CHECK(imported(input) == *feed);
    ++encodings;
  }
  CHECK(encodings >= 9);
}
