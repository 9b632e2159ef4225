// Which of their files the open article's pictures are shown from: the smallest that fits the place. Where a larger one
// has been asked for, a smaller place asks for no other, so that nothing is loaded that could be shown already.
// Use:    sources.fitting(picture, picture_key(index), width * ratio); sources.failed(key) when it could not be loaded.
// Units:  device pixels; pictures are known by the keys of their nodes.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "feed/model.h"

namespace bantin {

class PictureSources {
 public:
  /// The address of the file for a place of that width.
  std::string_view fitting(const Picture& picture, uint32_t key, float pixels);
  /// Whether the picture itself can be shown in the place of what failed.
  bool failed(uint32_t key);
  void clear() { widest_.clear(); }

 private:
  std::unordered_map<uint32_t, float> widest_;  // place so far
};

}  // namespace bantin
