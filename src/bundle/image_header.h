// What the first bytes of a picture say about it, without decoding it: JPEG, PNG, GIF, WebP.
// Units:  pixels, as the picture is stored: a turned JPEG is not turned yet.
// Errors: nothing where the bytes are none of these or end too early.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bantin {

enum class ImageKind : uint8_t { jpeg, png, gif, webp };

struct ImageHeader {
  ImageKind kind = ImageKind::jpeg;
  uint32_t width = 0, height = 0;
  bool is_animated = false;
  uint8_t orientation = 1;  ///< of a JPEG, as Exif counts: 1 to 8
};

std::optional<ImageHeader> image_header(std::string_view bytes);

}  // namespace bantin
