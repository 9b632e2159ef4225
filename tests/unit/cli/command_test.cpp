#include "cli/command.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "cli/file.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

// A folder of the test's own, gone with it.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("bantin-unit-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string put(const std::string& name, std::string_view content) const {
    REQUIRE(write_file(at(name), content));
    return at(name);
  }
  std::string at(const std::string& name) const { return (path_ / name).string(); }
  size_t files() const { return static_cast<size_t>(std::distance(fs::directory_iterator(path_), {})); }

 private:
  fs::path path_;
};

struct Said {
  std::ostringstream out, error;
  Streams streams() { return {out, error}; }
};

constexpr std::string_view kText = "Tên bài\n\nSáng 5/3/2024, Sở Y tế họp.\n\nThân bài.\n";

}  // namespace

TEST_CASE("what import writes, check finds nothing wrong with") {
  const Folder folder;
  Said said;
  CHECK(import_command({{folder.put("a.txt", kText)}, folder.at("feed.json"), "", "", kUndated, Language::vi},
                       said.streams()) == kDone);
  CHECK(said.error.str().find("date_published: 2024-03-05 (suy ra từ «5/3/2024»)") != std::string::npos);
  CHECK(check_command({{folder.at("feed.json")}, false, Language::vi}, said.streams()) == kDone);
}

TEST_CASE("an input that is not there ends in 3, one without text in 1, and nothing is written") {
  const Folder folder;
  Said said;
  CHECK(import_command({{folder.at("none.txt")}, folder.at("feed.json"), "", "", kUndated, Language::vi},
                       said.streams()) == kFileTrouble);
  CHECK(import_command({{folder.put("empty.txt", "\n \n")}, folder.at("feed.json"), "", "", kUndated, Language::en},
                       said.streams()) == kInputHasErrors);
  CHECK_FALSE(fs::exists(folder.at("feed.json")));
}

TEST_CASE("an output that cannot be written leaves no half of itself") {
  const Folder folder;
  Said said;
  fs::create_directory(folder.at("feed.json"));
  folder.put("a.txt", kText);
  CHECK(import_command({{folder.at("a.txt")}, folder.at("feed.json"), "", "", kUndated, Language::vi},
                       said.streams()) == kFileTrouble);
  CHECK(folder.files() == 2);
}

TEST_CASE("check names each problem with file, place, pointer and remedy, and ends in 1") {
  const Folder folder;
  Said said;
  const std::string feed = folder.put(
      "bad.json", R"({"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","date_published":"x"}]})");
  CHECK(check_command({{feed}, false, Language::en}, said.streams()) == kInputHasErrors);
  const std::string text = said.out.str();
  for (const char* part : {"bad.json:1:", "[broken-date]", "/items/0/date_published", "→ Write the date"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("check speaks JSON to programs") {
  const Folder folder;
  Said said;
  const std::string feed = folder.put("bad.json", "{");
  CHECK(check_command({{feed}, true, Language::vi}, said.streams()) == kInputHasErrors);
  CHECK(said.out.str().find("\"code\": \"not-json\"") != std::string::npos);
  CHECK(said.out.str().find("\"line\": 1") != std::string::npos);
}

TEST_CASE("the language is the environment's, Vietnamese where it says nothing") {
  ::setenv("LC_ALL", "en_US.UTF-8", 1);
  CHECK(language_of_environment() == Language::en);
  ::setenv("LC_ALL", "C", 1);
  CHECK(language_of_environment() == Language::vi);
  ::unsetenv("LC_ALL");
}
