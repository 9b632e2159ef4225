#include "ui/colour_page.h"

#include <algorithm>
#include <cstring>

#include "imgui_internal.h"

namespace bantin {

ColourPage::~ColourPage() {
  if (created_ && ImGui::GetCurrentContext()) ImGui::UnregisterUserTexture(&data_);
}

std::optional<ImVec4> ColourPage::add(const unsigned char* rgba, int width, int height) {
  if (!created_) create();
  if (x_ + width > kSize) {
    y_ += shelf_;
    x_ = shelf_ = 0;
  }
  if (width > kSize || y_ + height > kSize) {
    full_ = true;
    return std::nullopt;
  }
  for (int row = 0; row < height; ++row) {
    std::memcpy(data_.GetPixelsAt(x_, y_ + row), rgba + row * width * 4, static_cast<size_t>(width) * 4);
  }
  queue_upload(x_, y_, width, height);
  const float unit = 1.0f / kSize;
  const ImVec4 corners(static_cast<float>(x_) * unit, static_cast<float>(y_) * unit,
                       static_cast<float>(x_ + width) * unit, static_cast<float>(y_ + height) * unit);
  x_ += width + 1;
  shelf_ = std::max(shelf_, height + 1);
  return corners;
}

void ColourPage::clear() {
  x_ = y_ = shelf_ = 0;
  full_ = false;
}

void ColourPage::create() {
  data_.Create(ImTextureFormat_RGBA32, kSize, kSize);
  data_.SetStatus(ImTextureStatus_WantCreate);
  data_.UseColors = true;
  ImGui::RegisterUserTexture(&data_);
  ImGui::GetPlatformIO().Textures.push_back(&data_);  // for this frame too: its list is already made
  created_ = true;
}

void ColourPage::queue_upload(int x, int y, int width, int height) {
  if (data_.Status == ImTextureStatus_WantCreate) return;  // goes up whole
  const ImTextureRect rect{static_cast<unsigned short>(x), static_cast<unsigned short>(y),
                           static_cast<unsigned short>(width), static_cast<unsigned short>(height)};
  data_.Updates.push_back(rect);
  data_.UpdateRect = rect;  // the renderer reads Updates only
  data_.SetStatus(ImTextureStatus_WantUpdates);
}

}  // namespace bantin
