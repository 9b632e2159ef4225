#include "ui/ui.h"

#include <algorithm>
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
  draw_->AddRectFilled(snapped(rect.x, rect.y), snapped(rect.right(), rect.bottom()), shown(colour), radius);
}

void Ui::frame(const Rect& rect, ImU32 colour, float radius) {
  if (!drawing()) return;
  const float half = device_pixel() / 2;
  const ImVec2 from = snapped(rect.x, rect.y), to = snapped(rect.right(), rect.bottom());
  // AddRect shrinks by half a unit itself; the line's middle goes on the middle of a device pixel.
  draw_->PathRect(ImVec2(from.x + half, from.y + half), ImVec2(to.x - half, to.y - half), radius);
  draw_->PathStroke(shown(colour), ImDrawFlags_Closed, device_pixel());
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
  draw_->PathStroke(shown(theme.accent), ImDrawFlags_Closed, 2);
}

void Ui::dot(float x, float y, float radius, ImU32 colour) {
  if (drawing()) draw_->AddCircleFilled(position(x, y), radius, shown(colour));
}

void Ui::icon(Icon icon, float x, float y, ImU32 colour) {
  if (!drawing()) return;
  const ImVec2 at = snapped(x, y);
  colour = shown(colour);
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
    case Icon::calendar:
      draw_->PathRect(ImVec2(at.x + 3.5f, at.y + 4.5f), ImVec2(at.x + 16.5f, at.y + 16.5f), 2);
      draw_->PathStroke(colour, ImDrawFlags_Closed, kIconStroke);
      line({{3.5f, 8.5f}, {16.5f, 8.5f}});
      line({{7, 2.5f}, {7, 6}});
      return line({{13, 2.5f}, {13, 6}});
    case Icon::star:
    case Icon::starred:
      for (int i = 0; i < 10; ++i) {
        const float angle = std::numbers::pi_v<float> * (static_cast<float>(i) / 5 - 0.5f);
        const float radius = i % 2 == 0 ? 7.5f : 3.2f;
        draw_->PathLineTo(ImVec2(at.x + 10 + radius * std::cos(angle), at.y + 10.5f + radius * std::sin(angle)));
      }
      if (icon == Icon::starred) return draw_->PathFillConcave(colour);
      return draw_->PathStroke(colour, ImDrawFlags_Closed, kIconStroke);
    case Icon::share:
      line({{10, 12.5f}, {10, 3}});
      line({{6.5f, 6}, {10, 2.8f}, {13.5f, 6}});
      return line({{6, 9.5f}, {4, 9.5f}, {4, 17}, {16, 17}, {16, 9.5f}, {14, 9.5f}});
    case Icon::text_size:
      line({{2, 16}, {6.5f, 4.5f}, {11, 16}});
      line({{3.8f, 12}, {9.2f, 12}});
      line({{12, 16}, {15, 8.5f}, {18, 16}});
      return line({{13.1f, 13.5f}, {16.9f, 13.5f}});
    case Icon::left: return line({{12, 5}, {7, 10}, {12, 15}});
    case Icon::right: return line({{8, 5}, {13, 10}, {8, 15}});
    case Icon::minus: return line({{4.5f, 10}, {15.5f, 10}});
    case Icon::plus: line({{4.5f, 10}, {15.5f, 10}}); return line({{10, 4.5f}, {10, 15.5f}});
    case Icon::zoom: line({{11.5f, 4}, {16, 4}, {16, 8.5f}}); return line({{8.5f, 16}, {4, 16}, {4, 11.5f}});
  }
}

void Ui::shadow(const Rect& rect, float radius) {
  constexpr int kLayers = 12;
  for (int i = 1; i <= kLayers && drawing(); ++i) {
    const auto spread = static_cast<float>(i * 2);
    fill({rect.x - spread, rect.y - spread + 4, rect.width + 2 * spread, rect.height + 2 * spread},
         IM_COL32(0, 0, 0, 3), radius + spread);
  }
}

void Ui::picture(const Rect& rect, ImTextureID texture) {
  if (!drawing()) return;
  draw_->AddImage(texture, snapped(rect.x, rect.y), snapped(rect.right(), rect.bottom()), ImVec2(0, 0), ImVec2(1, 1),
                  shown(IM_COL32_WHITE));
}

void Ui::text(float x, float y, std::string_view text, const TextStyle& style, ImU32 ink) {
  if (drawing()) text_run(position(x, y), baseline_of(position(x, y).y, style), text, style, ink);
}

float Ui::baseline_of(float top, const TextStyle& style) { return snap(top + fonts.baseline(style)); }

float Ui::text_run(ImVec2 at, float baseline, std::string_view text, const TextStyle& style, ImU32 ink) {
  const float ratio = fonts.ratio();
  const Fonts::Glyphs glyphs = fonts.glyphs(style);
  ink = shown(ink);
  float pen = at.x;
  for (size_t next = 0; next < text.size();) {
    const ImWchar code = fonts.next_code(text, next);
    const float whole = std::floor(pen * ratio * Fonts::kPhases + 0.5f) / Fonts::kPhases;
    const float pixel = std::floor(whole);
    const auto phase = static_cast<size_t>((whole - pixel) * Fonts::kPhases);
    const ImFontGlyph* found = glyphs[phase]->FindGlyphNoFallback(code);
    if (found) glyph(*found, pixel / ratio, baseline, ink);
    pen += found ? found->AdvanceX : glyphs[0]->GetCharAdvance(code);
  }
  return pen;
}

void Ui::lines(float x, float y, const StyledText& text, const std::vector<Line>& lines, ImU32 ink) {
  if (!drawing()) return;
  const ImVec2 clip_from = draw_->GetClipRectMin(), clip_to = draw_->GetClipRectMax();
  for (const Line& line : lines) {
    const float top = position(x, y).y;
    if (top < clip_to.y && top + text.style.line_height > clip_from.y) this->line(x, y, text, line, ink);
    y += text.style.line_height;
  }
}

// Part by part: what stands between spans, and the spans.
void Ui::line(float x, float y, const StyledText& text, const Line& line, ImU32 ink) {
  const ImVec2 at = position(x, y);
  const float baseline = baseline_of(at.y, text.style);
  float pen = at.x;
  const auto part = [&](uint32_t begin, uint32_t end, const TextStyle& style, ImU32 colour, bool underlined) {
    const float right = text_run({pen, at.y}, baseline, text.text.substr(begin, end - begin), style, colour);
    const float under = snap(baseline + 3);
    if (underlined) draw_->AddRectFilled({snap(pen), under}, {snap(right), under + device_pixel()}, shown(colour));
    pen = right;
  };
  uint32_t drawn = line.begin;
  for (const Span& span : text.spans) {
    const uint32_t from = std::max(span.begin, line.begin), to = std::min(span.end, line.end);
    if (from >= to) continue;
    part(drawn, from, text.style, ink, false);
    const bool is_link = !span.link.empty();
    part(from, to, style_of(text.style, span), is_link ? theme.accent : ink, is_link);
    drawn = to;
  }
  part(drawn, line.end, text.style, ink, false);
  if (line.ellipsis) text_run({pen, at.y}, baseline, kEllipsis, text.style, ink);
}

Touch Ui::touch(uint32_t key, const Rect& rect) const {
  Touch touch;
  if (!drawing()) return touch;
  const ImVec2 from = position(rect.x, rect.y);
  const ImRect box(from, ImVec2(from.x + rect.width, from.y + rect.height));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool is_beneath =
      !floats_ && mouse.x >= float_.x && mouse.x < float_.right() && mouse.y >= float_.y && mouse.y < float_.bottom();
  if (is_beneath || !ImGui::ItemAdd(box, key)) return touch;
  touch.hovered = ImGui::ItemHoverable(box, key, ImGuiItemFlags_None);
  if (touch.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) ImGui::SetActiveID(key, ImGui::GetCurrentWindow());
  if (ImGui::GetActiveID() != key) return touch;
  touch.held = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (!touch.held) ImGui::ClearActiveID();
  return touch;
}

void Ui::set_float(const Rect& rect, bool floats) {
  float_ = rect;
  floats_ = floats;
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
