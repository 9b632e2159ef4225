#include "bundle/picture_folder.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "bundle/file_bytes.h"
#include "bundle/part.h"
#include "cli/folder.h"

using namespace bantin;

namespace {

Picture picture_at(const std::string& source) {
  Picture picture;
  picture.source = source;
  return picture;
}

struct Bench {
  Folder folder;
  std::vector<std::string> missing;
  PictureHashes hashes;

  std::vector<Picture> taken(std::vector<Picture> pictures) {
    PackWatch watch;
    watch.picture = [&](const std::string&, const std::string& name) { missing.push_back(name); };
    BundleFolder bundle(folder.at("b"));
    REQUIRE(bundle.lock() == BundleFolder::Fault::none);
    hashes = PictureFolder(bundle, watch).take(pictures, BANTIN_ROOT "/data/sample.json");
    return pictures;
  }
};

}  // namespace

TEST_CASE("a picture beside the feed is copied, its size and its variants are recorded") {
  Bench bench;
  const Picture picture = bench.taken({picture_at("pictures/cho-dem.webp?v=1")})[0];
  CHECK(picture.width == 1200);
  CHECK(picture.height > 0);
  CHECK(picture.srcset ==
        "pictures/cho-dem.webp.480.webp 480w, pictures/cho-dem.webp.960.webp 960w, pictures/cho-dem.webp?v=1 1200w");
  for (const char* name : {"cho-dem.webp", "cho-dem.webp.480.webp", "cho-dem.webp.960.webp"})
    CHECK(std::filesystem::exists(bench.folder.at(std::string("b/pictures/") + name)));
  CHECK(bench.missing.empty());
  const auto bytes = file_bytes(BANTIN_ROOT "/data/pictures/cho-dem.webp");
  REQUIRE(bytes);
  CHECK(bench.hashes == PictureHashes{{"pictures/cho-dem.webp?v=1", hex(hash_of(*bytes))}});
}

TEST_CASE("addresses from elsewhere stay as they are, and no file out of the feed's folder is taken") {
  Bench bench;
  for (const char* source : {"https://halam.example/a.jpg", "//halam.example/a.jpg", "/a.jpg", "../README.md", "data:,",
                             "pictures/../../README.md", "", "?a"}) {
    const Picture picture = bench.taken({picture_at(source)})[0];
    CHECK(picture == picture_at(source));
    CHECK(bench.hashes.empty());
  }
  CHECK(bench.missing.empty());
  CHECK_FALSE(std::filesystem::exists(bench.folder.at("README.md")));
}

TEST_CASE("a picture that is not there or is none is named once") {
  Bench bench;
  bench.taken({picture_at("pictures/none.jpg"), picture_at("pictures/none.jpg"), picture_at("sample.json")});
  CHECK(bench.missing == std::vector<std::string>{"pictures/none.jpg", "sample.json"});
  CHECK_FALSE(std::filesystem::exists(bench.folder.at("b/sample.json")));
}

TEST_CASE("the srcsets that packing made are taken out again, others stay") {
  const std::string own = "<img src=\"a.jpg\" srcset=\"b.jpg 480w\" alt=\"\">";
  CHECK(without_variants(own) == own);
  const std::string set = srcset_of("t/a.jpg", {700, 500, {{"a.jpg.480.webp", 480}}, {}});
  CHECK(set == "t/a.jpg.480.webp 480w, t/a.jpg 700w");
  CHECK(without_variants("<p>1</p><img src=\"t/a.jpg\" srcset=\"" + set + "\" alt=\"\">" + own) ==
        "<p>1</p><img src=\"t/a.jpg\" alt=\"\">" + own);
}
