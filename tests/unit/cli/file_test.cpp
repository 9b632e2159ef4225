#include "cli/file.h"

#include <doctest/doctest.h>

#include "cli/folder.h"

using namespace bantin;

namespace fs = std::filesystem;

TEST_CASE("what is written is read back, bytes as they are") {
  const Folder folder;
  const std::string content("a\r\n\0b", 5);
  CHECK(write_file(folder.at("file"), content));
  CHECK(read_file(folder.at("file")) == content);
  CHECK(folder.files() == 1);
}

TEST_CASE("what is not there, or is a folder, is neither read nor written") {
  const Folder folder;
  CHECK_FALSE(read_file(folder.at("none")));
  CHECK_FALSE(read_file(folder.at("")));
  CHECK_FALSE(write_file(folder.at(""), "x"));
  CHECK_FALSE(write_file(folder.at("none/file"), "x"));
  CHECK(folder.files() == 0);
}

TEST_CASE("a write that fails leaves the file as it was and nothing beside it") {
  const Folder folder;
  fs::create_directory(folder.at("folder"));
  folder.put("folder/inside", "x");
  CHECK_FALSE(write_file(folder.at("folder"), "new"));
  CHECK(read_file(folder.at("folder/inside")) == "x");
  CHECK(folder.files() == 1);
}

TEST_CASE("a link stays one, what it points to is written") {
  const Folder folder;
  folder.put("file", "old");
  fs::create_symlink(folder.at("file"), folder.at("link"));
  CHECK(write_file(folder.at("link"), "new"));
  CHECK(fs::is_symlink(folder.at("link")));
  CHECK(read_file(folder.at("file")) == "new");
  CHECK(is_same_file(folder.at("file"), folder.at("link")));
}

TEST_CASE("a device is written to and stays one") {
  CHECK(write_file("/dev/null", "x"));
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a file written piece by piece is there once it is finished, and else as it was") {
  const Folder folder;
  folder.put("file", "old");
  {
    FileWriter file(folder.at("file"));
    file.write("ne");
    CHECK(read_file(folder.at("file")) == "old");
  }
  CHECK(folder.files() == 1);
  CHECK(read_file(folder.at("file")) == "old");
  FileWriter file(folder.at("file"));
  file.write("ne");
  file.write("w");
  CHECK(file.finish());
  CHECK(read_file(folder.at("file")) == "new");
  CHECK(folder.files() == 1);
}
