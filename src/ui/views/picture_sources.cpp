#include "ui/views/picture_sources.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "feed/srcset.h"

namespace bantin {

namespace {

// Wider than every candidate: the picture itself.
constexpr float kWhole = std::numeric_limits<float>::max();

}  // namespace

std::string_view PictureSources::fitting(const Picture& picture, uint32_t key, float pixels) {
  float& widest = widest_[key];
  widest = std::max(widest, pixels);
  const std::string_view source = fitting_source(picture, widest);
  if (source == picture.source) widest = kWhole;
  return source;
}

bool PictureSources::failed(uint32_t key) { return std::exchange(widest_[key], kWhole) != kWhole; }

}  // namespace bantin
