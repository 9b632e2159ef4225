// A world for the interface in tests: a face of fixed widths, a layer that is only remembered.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/app.h"
#include "imgui.h"

namespace bantin {

class FakeHost : public Host, private GlyphSource {
 public:
  GlyphSource& glyphs() override { return *this; }
  std::string nfc(std::string_view text) override { return std::string(text); }
  std::string html_blocks(std::string_view html) override {
    return block_code.empty() ? "p\x1F" + std::string(html) + "\x1E" : block_code;
  }
  double now() override { return time += 1; }

  void show_layer(const Description& description, const FocusRequest& request) override {
    layer = description;
    focus = request;
    ++layers_shown;
  }

  void perform(const Action& action) override { performed.push_back(action); }
  void changed(const Reader::Changes& changes) override { told.push_back(changes); }

  double time = 0;
  std::string block_code;  ///< of every article's HTML; empty: the HTML as one paragraph
  Description layer;
  FocusRequest focus;
  int layers_shown = 0;
  int rasters = 0;
  std::vector<Reader::Changes> told;
  std::vector<Action> performed;

 private:
  float advance(const GlyphFont& font, std::string_view) override { return font.size / 2; }
  VerticalMetrics metrics(const GlyphFont& font) override { return {font.size, font.size / 4}; }

  GlyphRaster rasterise(const GlyphFont&, std::string_view cluster, float) override {
    rasters += cluster.size() > 1;  // Dear ImGui asks for some ASCII of its own
    if (cluster == " ") return {};
    const bool coloured = cluster.size() == 4;  // emoji, in the tests' texts
    pixels_.assign(8 * 8 * 4, 0xFF);
    return {0, -8, 8, 8, coloured, pixels_.data()};
  }

  std::vector<uint8_t> pixels_;
};

/// Does for ImGui's textures what a renderer would.
inline void acknowledge_textures(const ImDrawData& data) {
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

/// An App in a window of its own, with a feed of some articles.
class Stage {
 public:
  explicit Stage(float width = 1200, float height = 800) : width_(width), height_(height) {}

  /// True while something moves.
  bool frame(bool draws = true) {
    const bool is_moving = app.frame({width_, height_, ratio, draws});
    if (draws) acknowledge_textures(*app.draw_data());
    return is_moving;
  }

  /// Activates the control and shows what came of it.
  void press(uint32_t key) {
    app.activate(key);
    frame();
  }

  /// What the layer says of a control that is there.
  const Node& node(uint32_t key) const {
    const Node* found = host.layer.find(key);
    REQUIRE(found);
    return *found;
  }
  bool has(uint32_t key) const { return host.layer.find(key) != nullptr; }
  bool is_on(uint32_t key) const { return (node(key).flags & kOn) != 0; }
  bool is_muted(uint32_t key) const { return (node(key).flags & kMuted) != 0; }
  std::string_view text(uint32_t key) const { return host.layer.text_of(node(key)); }
  std::string_view label(uint32_t key) const { return host.layer.label_of(node(key)); }

  /// The open article's own description.
  const Description& article() const {
    REQUIRE(host.layer.fragments().size() == 1);
    return *host.layer.fragments()[0].content;
  }

  void resize(float width, float height) {
    width_ = width;
    height_ = height;
  }

  FakeHost host;
  App app{host};
  float ratio = 1;

 private:
  float width_, height_;
};

/// A feed of `count` articles in turn of three departments, a day apart, newest first.
std::string feed_json(int count, int paragraphs = 3);

/// The same with bodies of HTML, which the host makes blocks of, and a file attached to each article.
std::string html_feed_json(int count);

}  // namespace bantin
