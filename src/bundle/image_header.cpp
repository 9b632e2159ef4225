#include "bundle/image_header.h"

#include <algorithm>

namespace bantin {

namespace {

// Bytes read from the beginning on; those behind the end are 0.
class ByteView {
 public:
  explicit ByteView(std::string_view bytes) : bytes_(bytes) {}

  uint32_t byte(size_t at) const { return at < bytes_.size() ? static_cast<uint8_t>(bytes_[at]) : 0; }
  uint32_t little(size_t at, size_t size) const {
    uint32_t value = 0;
    for (size_t i = size; i-- > 0;) value = value << 8 | byte(at + i);
    return value;
  }
  uint32_t big(size_t at, size_t size) const {
    uint32_t value = 0;
    for (size_t i = 0; i < size; ++i) value = value << 8 | byte(at + i);
    return value;
  }
  bool has(size_t at, std::string_view text) const {
    return at <= bytes_.size() && bytes_.substr(at).starts_with(text);
  }
  /// Whether `first` stands somewhere, in front of any `other`.
  bool precedes(std::string_view first, std::string_view other) const {
    return bytes_.find(first) < bytes_.find(other);
  }
  size_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

ImageHeader png_header(const ByteView& file) {
  return {ImageKind::png, file.big(16, 4), file.big(20, 4), file.precedes("acTL", "IDAT"), 1};
}

// GIF: blocks, each of sub-blocks that say their size; one of size 0 is the last.

size_t after_sub_blocks(const ByteView& file, size_t at) {
  while (file.byte(at) != 0) at += 1 + file.byte(at);
  return at + 1;
}

size_t colours(uint32_t flags) { return (flags & 0x80) != 0 ? size_t{3} << ((flags & 7) + 1) : 0; }

ImageHeader gif_header(const ByteView& file) {
  ImageHeader header{ImageKind::gif, file.little(6, 2), file.little(8, 2)};
  int frames = 0;
  size_t at = 13 + colours(file.byte(10));
  while (at < file.size() && (file.byte(at) == '!' || file.byte(at) == ',')) {
    if (file.byte(at) == '!') {
      at = after_sub_blocks(file, at + 2);
      continue;
    }
    // A frame may be larger than the picture it is in.
    header.width = std::max(header.width, file.little(at + 5, 2));
    header.height = std::max(header.height, file.little(at + 7, 2));
    header.is_animated = ++frames > 1;
    at = after_sub_blocks(file, at + 11 + colours(file.byte(at + 9)));
  }
  return header;
}

ImageHeader webp_header(const ByteView& file) {
  ImageHeader header{ImageKind::webp};
  if (file.has(12, "VP8X")) {
    header.is_animated = (file.byte(20) & 2) != 0;
    header.width = file.little(24, 3) + 1;
    header.height = file.little(27, 3) + 1;
  } else if (file.has(12, "VP8L")) {
    const uint32_t bits = file.little(21, 4);
    header.width = (bits & 0x3FFF) + 1;
    header.height = (bits >> 14 & 0x3FFF) + 1;
  } else if (file.has(12, "VP8 ")) {
    header.width = file.little(26, 2) & 0x3FFF;
    header.height = file.little(28, 2) & 0x3FFF;
  }
  return header;
}

// The orientation in an Exif segment; `at`: of its TIFF header.
uint8_t exif_orientation(const ByteView& file, size_t at) {
  constexpr uint32_t kOrientation = 0x0112;
  const bool is_little = file.has(at, "II");
  const auto number = [&](size_t where, size_t size) {
    return is_little ? file.little(where, size) : file.big(where, size);
  };
  const size_t table = at + number(at + 4, 4);
  const uint32_t entries = number(table, 2);
  for (size_t entry = table + 2; entry < table + 2 + size_t{entries} * 12 && entry < file.size(); entry += 12) {
    const uint32_t value = number(entry + 8, 2);
    if (number(entry, 2) == kOrientation && value >= 1 && value <= 8) return static_cast<uint8_t>(value);
  }
  return 1;
}

bool is_frame(uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

ImageHeader jpeg_header(const ByteView& file) {
  ImageHeader header{ImageKind::jpeg};
  for (size_t at = 2; at + 4 < file.size() && file.byte(at) == 0xFF;) {
    const uint32_t marker = file.byte(at + 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    if (marker == 0xE1 && file.has(at + 4, std::string_view("Exif\0\0", 6))) {
      header.orientation = exif_orientation(file, at + 10);
    }
    if (is_frame(marker)) {
      header.height = file.big(at + 5, 2);
      header.width = file.big(at + 7, 2);
      break;
    }
    at += 2 + std::max<uint32_t>(file.big(at + 2, 2), 2);
  }
  return header;
}

std::optional<ImageHeader> any_header(const ByteView& file) {
  if (file.has(0, "\x89PNG\r\n\x1A\n")) return png_header(file);
  if (file.has(0, "\xFF\xD8\xFF")) return jpeg_header(file);
  if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) return gif_header(file);
  if (file.has(0, "RIFF") && file.has(8, "WEBP")) return webp_header(file);
  return std::nullopt;
}

}  // namespace

std::optional<ImageHeader> image_header(std::string_view bytes) {
  const auto header = any_header(ByteView(bytes));
  return header && header->width > 0 && header->height > 0 ? header : std::nullopt;
}

}  // namespace bantin
