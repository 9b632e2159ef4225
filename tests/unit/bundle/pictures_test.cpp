#include "bundle/pictures.h"

#include <doctest/doctest.h>
#include <gd.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include "bundle/image_header.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

using Encode = void* (*)(gdImage * image, int* size);

// Noise above, one colour below, so that no file is small and a turned picture is known again.
std::string picture(int width, int height, Encode encode, bool is_palette = false) {
  gdImage* const image = gdImageCreateTrueColor(width, height);
  uint32_t noise = 1;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      noise = noise * 1664525 + 1013904223;
      gdImageSetPixel(image, x, y, y < height / 2 ? static_cast<int>(noise >> 8) : 0x00FF0000);
    }
  }
  if (is_palette) gdImageTrueColorToPalette(image, 0, 64);
  int size = 0;
  void* const bytes = encode(image, &size);
  std::string content(static_cast<const char*>(bytes), static_cast<size_t>(size));
  gdFree(bytes);
  gdImageDestroy(image);
  return content;
}

void* jpeg(gdImage* image, int* size) { return gdImageJpegPtr(image, size, 90); }
void* webp(gdImage* image, int* size) { return gdImageWebpPtrEx(image, size, 95); }

// A JPEG with an Exif segment that says how it is turned.
std::string turned_jpeg(char orientation, int width, int height) {
  std::string exif(
      "\xFF\xE1\0\x22"
      "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0",
      36);
  exif[29] = orientation;
  return picture(width, height, jpeg).insert(2, exif);
}

struct Made {
  std::optional<PictureFile> picture;
  std::map<std::string, std::string> files;
};

Made made_of(const std::string& content, const std::string& name = "cầu.jpg") {
  const fs::path folder = fs::temp_directory_path() / ("bantin-pictures-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << content;
  Made made;
  made.picture = make_variants((folder / name).string(), [&](const std::string& variant, std::string_view bytes) {
    made.files[variant] = bytes;
    return true;
  });
  fs::remove_all(folder);
  return made;
}

std::string at(std::string bytes, size_t position, std::string_view other) {
  return bytes.replace(position, other.size(), other);
}

}  // namespace

TEST_CASE("a picture has its variants below its own width, in its own shape") {
  const Made made = made_of(picture(1000, 500, jpeg));
  REQUIRE(made.picture);
  CHECK(made.picture->width == 1000);
  CHECK(made.picture->height == 500);
  CHECK(made.picture->variants == std::vector<Variant>{{"cầu.jpg.480.webp", 480}, {"cầu.jpg.960.webp", 960}});
  const auto small = image_header(made.files.at("cầu.jpg.480.webp"));
  REQUIRE(small);
  CHECK(small->kind == ImageKind::webp);
  CHECK(small->width == 480);
  CHECK(small->height == 240);
}

TEST_CASE("the same picture gives the same bytes") {
  const std::string content = picture(700, 300, jpeg);
  CHECK(made_of(content).files == made_of(content).files);
}

TEST_CASE("every kind of picture is read") {
  for (const std::string& content : {picture(600, 90, jpeg), picture(600, 90, gdImagePngPtr),
                                     picture(600, 90, gdImageGifPtr, true), picture(600, 90, webp)}) {
    const Made made = made_of(content);
    REQUIRE(made.picture);
    CHECK(made.picture->height == 90);
    CHECK(made.files.size() == 1);
  }
}

TEST_CASE("a small picture has a size and no variants") {
  const Made made = made_of(picture(480, 20, gdImagePngPtr));
  REQUIRE(made.picture);
  CHECK(made.picture->width == 480);
  CHECK(made.picture->variants.empty());
}

TEST_CASE("no variant is kept that is a larger file than the picture") {
  const std::string plain = picture(2000, 2, gdImagePngPtr);
  for (const auto& [name, bytes] : made_of(plain).files) CHECK(bytes.size() < plain.size());
}

TEST_CASE("a picture that its camera turned is seen upright") {
  // Stored lying, its noisy half is on the right (6), on the left (8), above (1) or below (3).
  const Made lying = made_of(turned_jpeg(6, 300, 500));
  REQUIRE(lying.picture);
  CHECK(lying.picture->width == 500);
  CHECK(lying.picture->height == 300);
  const auto is_red = [](const Made& made, int x, int y) {
    std::string bytes = made.files.at("cầu.jpg.480.webp");
    const std::unique_ptr<gdImage, decltype(&gdImageDestroy)> image(
        gdImageCreateFromWebpPtr(static_cast<int>(bytes.size()), bytes.data()), gdImageDestroy);
    const int colour = gdImageGetTrueColorPixel(image.get(), x, y);
    return gdTrueColorGetRed(colour) > 220 && gdTrueColorGetBlue(colour) < 40;
  };
  CHECK(is_red(lying, 100, 150));
  CHECK_FALSE(is_red(lying, 400, 150));
  const Made other = made_of(turned_jpeg(8, 300, 500));
  CHECK(is_red(other, 400, 150));
  CHECK_FALSE(is_red(other, 100, 150));
  CHECK(is_red(made_of(turned_jpeg(3, 500, 300)), 200, 50));
  CHECK(is_red(made_of(turned_jpeg(1, 500, 300)), 200, 250));
}

TEST_CASE("hostile and huge pictures are refused") {
  const std::string png = picture(600, 4, gdImagePngPtr), gif = picture(600, 4, gdImageGifPtr, true);
  for (const std::string& content :
       {std::string(), std::string("chữ"), png.substr(0, 12), png.substr(0, 60), at(png, 16, "\x7F\xFF\xFF\xFF"),
        at(gif, 6, std::string_view("\xFF\xFF\xFF\xFF", 4)), gif.substr(0, 20),
        at(picture(600, 4, webp), 40, "\xFF\xFF\xFF\xFF\xFF\xFF")}) {
    const Made made = made_of(content);
    CHECK_FALSE(made.picture);
    CHECK(made.files.empty());
  }
  CHECK_FALSE(make_variants("/nowhere/cầu.jpg", [](const auto&, auto) { return true; }));
}

TEST_CASE("a picture of which any byte is broken is read or refused") {
  for (const Encode encode : {jpeg, webp, static_cast<Encode>(gdImagePngPtr)}) {
    const std::string content = picture(500, 3, encode);
    for (size_t i = 0; i < std::min<size_t>(content.size(), 700); i += 3) {
      std::string broken = content;
      broken[i] = static_cast<char>(broken[i] ^ 0x55);
      made_of(broken);
    }
  }
}

TEST_CASE("what moves has a size and no variants") {
  std::string gif = picture(600, 20, gdImageGifPtr, true);
  const size_t frame = gif.find(std::string_view(",\0\0\0\0", 5));
  REQUIRE(frame != std::string::npos);
  gif.insert(gif.size() - 1, gif.substr(frame, gif.size() - 1 - frame));
  const Made made = made_of(gif);
  REQUIRE(made.picture);
  CHECK(made.picture->width == 600);
  CHECK(made.files.empty());
}

TEST_CASE("where a variant cannot be kept there is no picture") {
  const fs::path path = fs::temp_directory_path() / ("bantin-picture-" + std::to_string(::getpid()));
  std::ofstream(path, std::ios::binary) << picture(600, 90, jpeg);
  CHECK_FALSE(make_variants(path.string(), [](const auto&, auto) { return false; }));
  fs::remove(path);
}
