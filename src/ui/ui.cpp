#include "ui/ui.h"

#include <cmath>
#include <numbers>

#include "imgui_internal.h"
#include "text/cluster.h"

namespace bantin {

namespace {

constexpr std::string_view kEllipsis = "…";
constexpr float kIconStroke = 1.5f;

}  // namespace

void Ui::fill(const Rect& rect, ImU32 colour, float radius) {
  if (!drawing()) return;
  draw_->AddRectFilled(snapped(rect.x, rect.y), snapped(rect.right(), rect.bottom()), colour, radius);
}

void Ui::frame(const Rect& rect, ImU32 colour, float radius) {
  if (!drawing()) return;
  const float half = device_pixel() / 2;
  const ImVec2 from = snapped(rect.x, rect.y), to = snapped(rect.right(), rect.bottom());
  // AddRect shrinks by half a unit itself; the line's middle goes on the middle of a device pixel.
  draw_->PathRect(ImVec2(from.x + half, from.y + half), ImVec2(to.x - half, to.y - half), radius);
  draw_->PathStroke(colour, ImDrawFlags_Closed, device_pixel());
}

void Ui::rule_below(const Rect& rect) {
  fill({rect.x, rect.bottom() - device_pixel(), rect.width, device_pixel()}, theme.rule);
}

void Ui::rule_right(const Rect& rect) {
  fill({rect.right() - device_pixel(), rect.y, device_pixel(), rect.height}, theme.rule);
}

void Ui::ring(const Rect& rect, float radius) {
  if (!drawing()) return;
  const ImVec2 from = snapped(rect.x - 3, rect.y - 3), to = snapped(rect.right() + 3, rect.bottom() + 3);
  draw_->PathRect(from, to, radius + 3);
  draw_->PathStroke(theme.accent, ImDrawFlags_Closed, 2);
}

void Ui::dot(float x, float y, float radius, ImU32 colour) {
  if (drawing()) draw_->AddCircleFilled(position(x, y), radius, colour);
}

void Ui::icon(Icon icon, float x, float y, ImU32 colour) {
  if (!drawing()) return;
  const ImVec2 at = snapped(x, y);
  const auto line = [&](std::initializer_list<ImVec2> points) {
    for (const ImVec2& point : points) draw_->PathLineTo(ImVec2(at.x + point.x, at.y + point.y));
    draw_->PathStroke(colour, 0, kIconStroke);
  };
  switch (icon) {
    case Icon::none: return;
    case Icon::search:
      draw_->PathArcTo(ImVec2(at.x + 9, at.y + 9), 5, 0, 2 * std::numbers::pi_v<float>, 24);
      draw_->PathStroke(colour, ImDrawFlags_Closed, kIconStroke);
      return line({{12.6f, 12.6f}, {16.5f, 16.5f}});
    case Icon::filter:
      line({{3, 5.5f}, {17, 5.5f}});
      line({{6, 10}, {14, 10}});
      return line({{8.5f, 14.5f}, {11.5f, 14.5f}});
    case Icon::back: line({{11, 4.5f}, {5.5f, 10}, {11, 15.5f}}); return line({{5.5f, 10}, {16, 10}});
    case Icon::close: line({{5.5f, 5.5f}, {14.5f, 14.5f}}); return line({{14.5f, 5.5f}, {5.5f, 14.5f}});
    case Icon::chevron: return line({{6, 8}, {10, 12}, {14, 8}});
  }
}

void Ui::text(float x, float y, std::string_view text, const TextStyle& style, ImU32 ink) {
  if (!drawing()) return;
  const ImVec2 at = position(x, y);
  const float ratio = fonts.ratio();
  const float baseline = std::round((at.y + fonts.baseline(style)) * ratio) / ratio;
  const Fonts::Glyphs glyphs = fonts.glyphs(style);
  float pen = at.x;
  for (size_t next = 0; next < text.size();) {
    const ImWchar code = fonts.code_of(next_cluster(text, next));
    const float advance = glyphs[0]->GetCharAdvance(code);
    const float whole = std::floor(pen * ratio * Fonts::kPhases + 0.5f) / Fonts::kPhases;
    const float pixel = std::floor(whole);
    const auto phase = static_cast<size_t>((whole - pixel) * Fonts::kPhases);
    if (const ImFontGlyph* found = glyphs[phase]->FindGlyphNoFallback(code))
      glyph(*found, pixel / ratio, baseline, ink);
    pen += advance;
  }
}

void Ui::lines(float x, float y, std::string_view text, const std::vector<Line>& lines, const TextStyle& style,
               ImU32 ink) {
  if (!drawing()) return;
  const ImVec2 clip_from = draw_->GetClipRectMin(), clip_to = draw_->GetClipRectMax();
  for (const Line& line : lines) {
    const float top = position(x, y).y;
    if (top < clip_to.y && top + style.line_height > clip_from.y) {
      const std::string_view shown = text.substr(line.begin, line.end - line.begin);
      this->text(x, y, shown, style, ink);
      if (line.ellipsis) this->text(x + text_width(shown, style), y, kEllipsis, style, ink);
    }
    y += style.line_height;
  }
}

Touch Ui::touch(uint32_t key, const Rect& rect) const {
  Touch touch;
  if (!drawing()) return touch;
  const ImVec2 from = position(rect.x, rect.y);
  const ImRect box(from, ImVec2(from.x + rect.width, from.y + rect.height));
  if (!ImGui::ItemAdd(box, key)) return touch;
  ImGui::ButtonBehavior(box, key, &touch.hovered, &touch.held);
  return touch;
}

void Ui::push_origin(float x, float y) { origins_.push_back(position(x, y)); }

void Ui::push_clip(const Rect& rect) {
  if (!drawing()) return;
  ImGui::PushClipRect(snapped(rect.x, rect.y), snapped(rect.right(), rect.bottom()), true);
}

void Ui::pop_clip() const {
  if (drawing()) ImGui::PopClipRect();
}

float Ui::snap(float value) const { return std::round(value * fonts.ratio()) / fonts.ratio(); }

ImVec2 Ui::snapped(float x, float y) const {
  const ImVec2 at = position(x, y);
  return ImVec2(snap(at.x), snap(at.y));
}

void Ui::glyph(const ImFontGlyph& glyph, float pen, float baseline, ImU32 ink) {
  if (!glyph.Visible) return;
  const ImVec2 from(pen + glyph.X0, baseline + glyph.Y0), to(pen + glyph.X1, baseline + glyph.Y1);
  const ImVec2 uv_from(glyph.U0, glyph.V0), uv_to(glyph.U1, glyph.V1);
  if (glyph.Colored) {
    draw_->AddImage(fonts.colour_page().texture(), from, to, uv_from, uv_to, ink | ~IM_COL32_A_MASK);
    return;
  }
  draw_->PrimReserve(6, 4);
  draw_->PrimRectUV(from, to, uv_from, uv_to, ink);
}

}  // namespace bantin
