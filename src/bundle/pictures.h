// Pictures made fit for small screens: the size of one, and WebP variants of it in smaller widths.
// Use:    const auto picture = make_variants("tin/cau.jpg", [&](const std::string& name, std::string_view bytes) { …
// }); Units:  pixels, as the picture is seen: a JPEG that its Exif says is turned has been turned. Errors: nothing
// where the file is no JPEG, PNG, GIF or WebP that can be decoded, or too large to be, or where `store`
//         gives false. What is hostile is refused before memory is taken for it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bantin {

inline constexpr uint32_t kVariantWidths[] = {480, 960, 1600};
inline constexpr uint64_t kMostPixels = 100'000'000;

struct Variant {
  std::string path;  ///< beside the picture: "cau.jpg.480.webp"
  uint32_t width = 0;

  bool operator==(const Variant&) const = default;
};

struct PictureFile {
  uint32_t width = 0, height = 0;
  std::vector<Variant> variants;  ///< by rising width; those that are smaller files than the picture itself
  std::string hash = {};          ///< SHA-256 of the file, 64 digits; of who keeps it
};

/// Keeps a variant under its name (Variant::path).
using StoreVariant = std::function<bool(const std::string& name, std::string_view bytes)>;

/// The same file gives the same bytes with the same versions of libgd and libwebp. What moves has no variants.
std::optional<PictureFile> make_variants(const std::string& source_path, const StoreVariant& store);

}  // namespace bantin
