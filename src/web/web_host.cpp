#include "web/web_host.h"

#include "web/imports.h"

namespace bantin {

namespace {

constexpr size_t kLargestGlyph = 256 * 256 * 4;  // bytes: no text of the interface comes near

// The page's number of a face, as in a description.
int face_of(const GlyphFont& font) { return static_cast<int>(font.face) | (font.italic ? 8 : 0); }

int length_of(std::string_view text) { return static_cast<int>(text.size()); }

void hand_over(uint32_t parent, const Description& description) {
  bt_host_layer(parent, description.nodes().data(), static_cast<int>(description.nodes().size()),
                description.lines().data(), description.spans().data(), description.pool().data(),
                length_of(description.pool()));
}

}  // namespace

std::string WebHost::nfc(std::string_view text) {
  std::string normalised(text.size() * 3, '\0');  // the most that composition can lengthen UTF-8
  const int size = bt_host_nfc(text.data(), length_of(text), normalised.data(), length_of(normalised));
  if (size == 0) return std::string(text);
  normalised.resize(static_cast<size_t>(size));
  return normalised;
}

// The page keeps the text until it is fetched, so that its size need not be guessed.
std::string WebHost::html_blocks(std::string_view html) {
  std::string blocks(static_cast<size_t>(bt_host_html(html.data(), length_of(html))), '\0');
  bt_host_html_text(blocks.data());
  return blocks;
}

double WebHost::now() { return bt_host_now(); }

void WebHost::show_layer(const Description& description, const FocusRequest& focus) {
  hand_over(0, description);
  std::unordered_map<uint32_t, uint32_t> versions;
  for (const Description::Fragment& fragment : description.fragments()) {
    const auto shown = shown_versions_.find(fragment.key);
    if (shown == shown_versions_.end() || shown->second != fragment.version) hand_over(fragment.key, *fragment.content);
    versions[fragment.key] = fragment.version;
  }
  shown_versions_ = std::move(versions);
  bt_host_focus(focus.key, focus.serial);
}

void WebHost::changed(const Reader::Changes& changes) {
  bt_host_changed((changes.feed ? 1 : 0) | (changes.filter ? 2 : 0) | (changes.article ? 4 : 0) |
                  (changes.preferences ? 8 : 0) | (changes.stars ? 16 : 0));
}

void WebHost::perform(const Action& action) {
  const auto first = static_cast<int>(ActionKind::share);
  bt_host_perform(static_cast<int>(action.kind) - first, action.argument);
}

float WebHost::advance(const GlyphFont& font, std::string_view cluster) {
  return bt_host_advance(face_of(font), font.weight, font.size, cluster.data(), length_of(cluster));
}

VerticalMetrics WebHost::metrics(const GlyphFont& font) {
  float metrics[2] = {};
  bt_host_metrics(face_of(font), font.weight, font.size, metrics);
  return {metrics[0], metrics[1]};
}

GlyphRaster WebHost::rasterise(const GlyphFont& font, std::string_view cluster, float shift) {
  pixels_.resize(kLargestGlyph);
  int box[5] = {};
  bt_host_rasterise(face_of(font), font.weight, font.size, cluster.data(), length_of(cluster), shift, pixels_.data(),
                    static_cast<int>(pixels_.size()), box);
  return {box[0], box[1], box[2], box[3], box[4] != 0, pixels_.data()};
}

}  // namespace bantin
