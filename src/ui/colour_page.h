// The texture page for glyphs that bring their own colours (emoji): RGBA, filled shelf by shelf.
// Owns its pixels and registers itself with the current ImGui context, which must outlive it.
// Units: device pixels. A full page is emptied: `add` then fails once, and the caller forgets its glyphs.
#pragma once

#include <optional>

#include "imgui.h"

namespace bantin {

class ColourPage {
 public:
  static constexpr int kSize = 512;

  ColourPage() = default;
  ~ColourPage();
  ColourPage(const ColourPage&) = delete;
  ColourPage& operator=(const ColourPage&) = delete;

  /// Texture coordinates (u0, v0, u1, v1) of a copy of `rgba`, or nothing when the page is full.
  std::optional<ImVec4> add(const unsigned char* rgba, int width, int height);
  void clear();
  bool is_full() const { return full_; }
  ImTextureRef texture() { return data_.GetTexRef(); }

 private:
  void create();
  void queue_upload(int x, int y, int width, int height);

  ImTextureData data_;
  bool created_ = false, full_ = false;
  int x_ = 0, y_ = 0, shelf_ = 0;
};

}  // namespace bantin
