#include "bundle/pictures.h"

#include <gd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

#include "bundle/image_header.h"

namespace bantin {

namespace fs = std::filesystem;

namespace {

constexpr int kQuality = 80;
constexpr uintmax_t kLargestFile = 100'000'000;

struct DestroyImage {
  void operator()(gdImage* image) const { gdImageDestroy(image); }
};
using Image = std::unique_ptr<gdImage, DestroyImage>;

// What is wrong with a picture is told by nothing being made of it.
void say_nothing(int /*priority*/, const char* /*format*/, va_list /*arguments*/) {}

std::optional<std::string> content_of(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error) || fs::file_size(path, error) > kLargestFile || error) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string content(std::istreambuf_iterator<char>(file), {});
  return file.bad() ? std::nullopt : std::optional(std::move(content));
}

Image decoded(ImageKind kind, std::string& bytes) {
  const int size = static_cast<int>(bytes.size());
  switch (kind) {
    case ImageKind::jpeg: return Image(gdImageCreateFromJpegPtr(size, bytes.data()));
    case ImageKind::png: return Image(gdImageCreateFromPngPtr(size, bytes.data()));
    case ImageKind::gif: return Image(gdImageCreateFromGifPtr(size, bytes.data()));
    case ImageKind::webp: return Image(gdImageCreateFromWebpPtr(size, bytes.data()));
  }
  return nullptr;
}

Image blank(int width, int height) {
  Image image(gdImageCreateTrueColor(width, height));
  if (!image) return image;
  gdImageAlphaBlending(image.get(), 0);
  gdImageSaveAlpha(image.get(), 1);
  return image;
}

// Exif's orientations 5 to 8 lie on their side.
bool lies(uint8_t orientation) { return orientation >= 5; }

// Where the pixel that is seen at (x, y) is stored.
std::pair<int, int> stored_at(uint8_t orientation, const gdImage& stored, int x, int y) {
  if (lies(orientation)) std::swap(x, y);
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  return {from_right ? stored.sx - 1 - x : x, from_below ? stored.sy - 1 - y : y};
}

// As it is seen.
Image turned(Image stored, uint8_t orientation) {
  if (orientation == 1) return stored;
  Image seen = lies(orientation) ? blank(stored->sy, stored->sx) : blank(stored->sx, stored->sy);
  if (!seen) return seen;
  for (int y = 0; y < seen->sy; ++y) {
    for (int x = 0; x < seen->sx; ++x) {
      const auto [from_x, from_y] = stored_at(orientation, *stored, x, y);
      gdImageSetPixel(seen.get(), x, y, gdImageGetTrueColorPixel(stored.get(), from_x, from_y));
    }
  }
  return seen;
}

// Empty where there is no memory for it.
std::string webp_of(gdImage& image, uint32_t width) {
  const auto scaled = std::lround(static_cast<double>(image.sy) * width / image.sx);
  const Image small = blank(static_cast<int>(width), static_cast<int>(std::max(1L, scaled)));
  if (!small) return {};
  gdImageCopyResampled(small.get(), &image, 0, 0, 0, 0, small->sx, small->sy, image.sx, image.sy);
  int size = 0;
  const std::unique_ptr<void, decltype(&gdFree)> bytes(gdImageWebpPtrEx(small.get(), &size, kQuality), &gdFree);
  return bytes ? std::string(static_cast<const char*>(bytes.get()), static_cast<size_t>(size)) : std::string();
}

bool add_variants(PictureFile& picture, gdImage& image, const std::string& name, size_t bytes,
                  const StoreVariant& store) {
  for (const uint32_t width : kVariantWidths) {
    if (width >= picture.width) break;
    const std::string content = webp_of(image, width);
    if (content.empty() || content.size() >= bytes) continue;
    Variant variant{name + "." + std::to_string(width) + ".webp", width};
    if (!store(variant.path, content)) return false;
    picture.variants.push_back(std::move(variant));
  }
  return true;
}

}  // namespace

std::optional<PictureFile> make_variants(const std::string& source_path, const StoreVariant& store) {
  gdSetErrorMethod(say_nothing);
  auto bytes = content_of(source_path);
  const auto header = bytes ? image_header(*bytes) : std::nullopt;
  if (!header || uint64_t{header->width} * header->height > kMostPixels) return std::nullopt;
  PictureFile picture{header->width, header->height, {}};
  if (lies(header->orientation)) std::swap(picture.width, picture.height);
  if (header->is_animated || picture.width <= kVariantWidths[0]) return picture;
  Image image = decoded(header->kind, *bytes);
  if (image && !gdImageTrueColor(image.get()) && gdImagePaletteToTrueColor(image.get()) == 0) image.reset();
  if (image) image = turned(std::move(image), header->orientation);
  if (!image || std::cmp_not_equal(image->sx, picture.width)) return std::nullopt;
  const std::string name = fs::path(source_path).filename().string();
  if (!add_variants(picture, *image, name, bytes->size(), store)) return std::nullopt;
  return picture;
}

}  // namespace bantin
