// What `bantin import` does with many inputs: folders, duplicates, maps of departments, inputs with something wrong.
#include "cli/import_command.h"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/command_line.h"
#include "cli/folder.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

struct Ended {
  ExitCode code;
  std::string error;
};

Ended import(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--lang=en", "import"});
  std::ostringstream out, error;
  const ExitCode code = run_command_line(arguments, {out, error});
  CHECK(out.str().empty());
  return {code, error.str()};
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

size_t times(const std::string& text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

constexpr std::string_view kText = "Tên bài\n\nSáng 5/3/2024, Sở Y tế họp.\n\nThân bài.\n";
constexpr std::string_view kOther = "Bài khác\n\nSáng 6/3/2024, Sở Xây dựng họp.\n\nThân.\n\nTin liên quan\nTên bài\n";
constexpr std::string_view kFeed = R"({"version": "https://jsonfeed.org/version/1.1", "title": "Tin Hạ Lam", "items": [
  {"id": "mot", "title": "Một", "content_text": "A", "_bantin": {"department": "so-la"}},
  {"id": "hai", "title": "Hai", "content_text": "B", "date_published": "x", "_bantin": {"related": ["mot"]}}],
  "_bantin": {"departments": [{"id": "so-la", "name": "Sở Lạ"}]}})";

}  // namespace

TEST_CASE("a folder is imported with the folders in it, in the order of names, but not what is no input") {
  const Folder folder;
  fs::create_directories(folder.at("in/b"));
  folder.put("in/b/a.TXT", kText);
  folder.put("in/a.txt", kOther);
  folder.put("in/readme.doc", "Không phải bài");
  const std::string feed = folder.at("in/feed.json");
  CHECK(import({folder.at("in"), "-o", feed}).code == kDone);
  const std::string first = read_file(feed).value_or("");
  CHECK(first.find("Bài khác") < first.find("Thân bài"));
  CHECK_FALSE(holds(first, "Không phải"));
  CHECK(import({folder.at("in"), "-o", feed}).code == kDone);  // its own output is no input
  CHECK(read_file(feed) == first);
}

TEST_CASE("a folder without anything to import is named") {
  const Folder folder;
  fs::create_directories(folder.at("in"));
  const Ended ended = import({folder.at("in"), folder.put("a.txt", kText), "-o", folder.at("feed.json")});
  CHECK(ended.code == kInputHasErrors);
  CHECK(holds(ended.error, "in: the folder has no file that can be imported"));
  CHECK_FALSE(fs::exists(folder.at("feed.json")));
}

TEST_CASE("an article that comes twice is kept once and named, and counted") {
  const Folder folder;
  const std::string feed = folder.at("feed.json"), a = folder.put("a.txt", kText);
  const Ended ended = import({a, folder.put("b.txt", kText), "-o", feed});
  CHECK(ended.code == kDone);
  CHECK(
      holds(ended.error, "b.txt: article “Tên bài” is there already and kept once (same title and day as one in " + a));
  CHECK(holds(ended.error, "duplicates: 1\n"));
  CHECK(holds(ended.error, "articles written: 1\n"));
}

TEST_CASE("titles under Tin liên quan become related articles where they are imported") {
  const Folder folder;
  const std::string feed = folder.at("feed.json");
  CHECK(import({folder.put("a.txt", kOther), folder.put("b.txt", kText), "-o", feed}).code == kDone);
  CHECK(times(read_file(feed).value_or(""), "ten-bai-2024-03-05") == 2);
}

TEST_CASE("a JSON Feed keeps ids, departments and related articles; what is wrong in it is told in a line each") {
  const Folder folder;
  const std::string feed = folder.at("feed.json"), input = folder.put("in.json", kFeed);
  const Ended ended = import({input, "-o", feed});
  CHECK(ended.code == kDone);
  CHECK(holds(ended.error, "in.json:3:"));
  CHECK(holds(ended.error, "[broken-date]"));
  const std::string written = read_file(feed).value_or("");
  for (const char* part : {"\"Tin Hạ Lam\"", "\"Sở Lạ\"", "\"so-la\"", "\"related\""}) CHECK(holds(written, part));
  CHECK(import({folder.put("bad.json", "{\"version\": "), "-o", folder.at("none.json")}).code == kInputHasErrors);
  CHECK_FALSE(fs::exists(folder.at("none.json")));
}

TEST_CASE("departments are called what the clerk's map calls them") {
  const Folder folder;
  const std::string feed = folder.at("feed.json"), text = folder.put("a.txt", kText);
  const std::string map = folder.put(
      "map.json", R"({"departments": [{"id": "y-te", "name": "Sở Y tế tỉnh Hạ Lam", "aliases": ["Sở Y tế"]}]})");
  CHECK(import({"--departments", map, text, "-o", feed}).code == kDone);
  CHECK(holds(read_file(feed).value_or(""), "\"y-te\""));
  CHECK(import({"--departments", map, "--department", "SỞ Y TẾ", text, "-o", feed}).code == kDone);
  CHECK(holds(read_file(feed).value_or(""), "Sở Y tế tỉnh Hạ Lam"));
}

TEST_CASE("what is wrong with a map of departments is told, and nothing is written") {
  const Folder folder;
  const std::string feed = folder.at("feed.json"), text = folder.put("a.txt", kText);
  const Ended ended =
      import({"--departments", folder.put("map.json", R"({"departments": [{"id": "a"}]})"), text, "-o", feed});
  CHECK(ended.code == kInputHasErrors);
  CHECK(holds(ended.error, "map.json: /departments/0/name: the department's name is missing\n"));
  CHECK(import({"--departments", folder.at("none.json"), text, "-o", feed}).code == kFileTrouble);
  CHECK_FALSE(fs::exists(feed));
  const std::string map = folder.put("map2.json", "{}");
  CHECK(import({"--departments", map, text, "-o", map}).code == kWrongUsage);
}

TEST_CASE("a title cannot be given to several articles of one input") {
  const Folder folder;
  const std::string two = folder.put("a.txt", std::string(kText) + "\n\n==========\n\n" + std::string(kOther));
  CHECK(import({"--title", "T", two, "-o", folder.at("feed.json")}).code == kWrongUsage);
  CHECK_FALSE(fs::exists(folder.at("feed.json")));
  const Ended ended = import({two, "-o", folder.at("feed.json")});
  CHECK(ended.code == kDone);
  CHECK(holds(ended.error, "a.txt: dòng 1: department = Sở Y tế"));
  CHECK(holds(ended.error, "articles written: 2"));
}

TEST_CASE("a kind that is told is believed") {
  const Folder folder;
  const std::string feed = folder.at("feed.json");
  CHECK(import({"--from", "text", folder.put("a.json", kFeed), "-o", feed}).code == kDone);
  CHECK(import({"--from", "json", folder.put("a.txt", kText), "-o", feed}).code == kInputHasErrors);
}
