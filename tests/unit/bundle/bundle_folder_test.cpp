#include "bundle/bundle_folder.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "bundle/file_bytes.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

// A bundle's folder in which a run before has kept one part.
struct Bench {
  const std::string path =
      (fs::temp_directory_path() / ("bantin-bundle-folder-" + std::to_string(::getpid()))).string();
  const std::string part = path + "/" + part_path(hash_of("trước"));

  Bench() { BundleFolder(path).store("trước"); }
  ~Bench() { fs::remove_all(path); }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  std::string kept() const {
    const auto bytes = file_bytes(part);
    return bytes ? gunzip(*bytes).value_or("") : "";
  }
};

}  // namespace

TEST_CASE("giving up takes away the parts of the run and leaves those that were there") {
  const Bench bench;
  BundleFolder folder(bench.path);
  const std::string added = folder.path_of(part_path(folder.store("sau")));
  folder.store("trước");
  CHECK(folder.new_parts() == 1);
  REQUIRE(fs::exists(added));
  folder.give_up();
  CHECK_FALSE(fs::exists(added));
  CHECK_FALSE(fs::exists(fs::path(added).parent_path()));
  CHECK(bench.kept() == "trước");
}

TEST_CASE("giving up leaves a part mended that was damaged or cut off") {
  const Bench bench;
  const std::string whole = *file_bytes(bench.part);
  for (const std::string& damaged : {std::string(), whole.substr(0, whole.size() / 2), std::string("hỏng")}) {
    CAPTURE(damaged);
    std::ofstream(bench.part, std::ios::binary | std::ios::trunc) << damaged;
    REQUIRE(bench.kept().empty());
    BundleFolder folder(bench.path);
    folder.store("trước");
    CHECK(folder.new_parts() == 1);
    folder.give_up();
    CHECK(bench.kept() == "trước");
  }
}

TEST_CASE("giving up where there was nothing leaves no folder of parts") {
  const Bench bench;
  fs::remove_all(bench.path);
  BundleFolder folder(bench.path);
  folder.store("sau");
  folder.give_up();
  CHECK_FALSE(fs::exists(bench.path + "/parts"));
}
