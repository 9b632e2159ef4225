#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace bantin {

namespace {

constexpr float kPadding = 12, kIconSize = 20, kIconGap = 6;
constexpr float kHover = 0.04f, kHeld = 0.10f;

float middle(const Rect& rect, float height) { return rect.y + (rect.height - height) / 2; }

void tint(Ui& ui, const Rect& rect, const Touch& touch) {
  if (touch.hovered) ui.fill(rect, faded(ui.theme.ink, touch.held ? kHeld : kHover), kControlRadius);
}

// A box as high as the control around one line of text: the layer centres it with the same line height.
TextStyle filling(const TextStyle& style, const Rect& rect) {
  TextStyle filled = style;
  filled.line_height = static_cast<uint8_t>(rect.height);
  return filled;
}

}  // namespace

float button_width(Ui& ui, std::string_view text, bool has_icon) {
  return 2 * kPadding + (has_icon ? kIconSize + kIconGap : 0) + std::ceil(ui.text_width(text, kInterfaceText));
}

void button(Ui& ui, const ButtonSpec& spec) {
  const Touch touch = ui.touch(spec.key, spec.rect);
  const bool is_on = spec.flags & kOn;
  const ImU32 plain_ink = is_on ? ui.theme.accent : ui.theme.ink;
  const ImU32 ink = spec.filled ? ui.theme.paper : plain_ink;
  if (spec.filled) ui.fill(spec.rect, ui.theme.accent, kControlRadius);
  tint(ui, spec.rect, touch);
  if (spec.framed) ui.frame(spec.rect, ui.theme.rule, kControlRadius);
  if (ui.has_visible_focus(spec.key)) ui.ring(spec.rect);
  const bool has_icon = spec.icon != Icon::none;
  const float text_width = ui.text_width(spec.text, kInterfaceText);
  const float content = text_width + (has_icon ? kIconSize + kIconGap : 0);
  float inset = std::floor((spec.rect.width - content) / 2);
  if (has_icon) {
    const bool is_behind = spec.icon == Icon::chevron;  // it points to what opens below
    const float icon_left = spec.rect.x + inset + (is_behind ? text_width + kIconGap : 0);
    ui.icon(spec.icon, icon_left, middle(spec.rect, kIconSize), ink);
    if (!is_behind) inset += kIconSize + kIconGap;
  }
  const TextStyle style = filling(kInterfaceText, spec.rect);
  ui.text(spec.rect.x + inset, spec.rect.y, spec.text, style, ink);
  ui.description.add({.kind = NodeKind::button,
                      .key = spec.key,
                      .flags = spec.flags,
                      .x = spec.rect.x,
                      .y = spec.rect.y,
                      .width = spec.rect.width,
                      .height = spec.rect.height,
                      .text = spec.text,
                      .label = spec.label,
                      .style = style,
                      .ink = ink,
                      .ground = spec.filled ? ui.theme.accent : 0,
                      .inset = inset,
                      .action = spec.action});
}

void field(Ui& ui, const FieldSpec& spec) {
  const bool is_focused = ui.focus.key == spec.key;
  const bool is_invalid = spec.flags & kInvalid;
  ui.fill(spec.rect, ui.theme.raised, kControlRadius);
  ui.frame(spec.rect, is_focused || is_invalid ? ui.theme.accent : ui.theme.rule, kControlRadius);
  if (is_focused) ui.ring(spec.rect);
  const bool has_icon = spec.icon != Icon::none;
  const float inset = has_icon ? kPadding + kIconSize + kIconGap : kPadding;
  if (has_icon) ui.icon(spec.icon, spec.rect.x + kPadding, middle(spec.rect, kIconSize), ui.theme.quiet);
  const TextStyle style = filling(kInterfaceText, spec.rect);
  if (!is_focused) {
    const bool is_empty = spec.value.empty();
    ui.push_clip({spec.rect.x + inset, spec.rect.y, spec.rect.width - inset - kPadding / 2, spec.rect.height});
    ui.text(spec.rect.x + inset, spec.rect.y, is_empty ? spec.placeholder : spec.value, style,
            is_empty ? ui.theme.quiet : ui.theme.ink);
    ui.pop_clip();
  }
  const std::string names = std::string(spec.name) + '\n' + std::string(spec.placeholder);
  ui.description.add({.kind = spec.kind,
                      .key = spec.key,
                      .flags = spec.flags,
                      .x = spec.rect.x,
                      .y = spec.rect.y,
                      .width = spec.rect.width,
                      .height = spec.rect.height,
                      .text = spec.value,
                      .label = names,
                      .style = style,
                      .ink = ui.theme.ink,
                      .ground = ui.theme.raised,
                      .inset = inset,
                      .action = spec.action});
}

void toggle(Ui& ui, const ToggleSpec& spec) {
  const Rect& rect = spec.rect;
  tint(ui, rect, ui.touch(spec.key, rect));
  if (spec.on) {
    ui.fill(rect, faded(ui.theme.accent, 0.06f));
    ui.fill({rect.x, rect.y, 3, rect.height}, ui.theme.accent);
  }
  if (ui.has_visible_focus(spec.key)) ui.ring({rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6});
  ui.dot(rect.x + 18, rect.y + rect.height / 2, 4, spec.dot);
  Box box(ui, {.kind = NodeKind::toggle,
               .key = spec.key,
               .flags = spec.on ? uint32_t{kOn} : 0,
               .x = rect.x,
               .y = rect.y,
               .width = rect.width,
               .height = rect.height,
               .label = spec.label,
               .style = kInterfaceText,
               .ink = ui.theme.ink,
               .action = spec.action});
  const float count_width = std::ceil(ui.text_width(spec.count, kMetaText));
  const float top = (rect.height - kInterfaceText.line_height) / 2;
  const float name_left = 30, count_left = rect.width - 14 - count_width;
  label(ui, NodeKind::label, key_of("name"), {name_left, top, count_left - name_left - 8, kInterfaceText.line_height},
        spec.text, spec.on ? kInterfaceStrong : kInterfaceText, ui.theme.ink);
  label(ui, NodeKind::label, key_of("count"),
        {count_left, (rect.height - kMetaText.line_height) / 2, count_width + 1, kMetaText.line_height}, spec.count,
        kMetaText, ui.theme.quiet);
}

float label(Ui& ui, NodeKind kind, uint32_t key, const Rect& rect, std::string_view text, const TextStyle& style,
            ImU32 ink) {
  const std::vector<Line> lines = break_paragraph(text, style, rect.width, ui.fonts, 1);
  paragraph(ui, {.kind = kind,
                 .key = key,
                 .x = rect.x,
                 .y = rect.y,
                 .width = rect.width,
                 .height = rect.height,
                 .text = text,
                 .lines = &lines,
                 .style = style,
                 .ink = ink});
  return lines.empty() ? 0 : lines.front().width;
}

void paragraph(Ui& ui, const NodeDraft& draft) {
  ui.lines(draft.x, draft.y, draft.text, *draft.lines, draft.style, draft.ink);
  ui.description.add(draft);
}

ScrollArea::ScrollArea(Ui& ui, uint32_t key, const Rect& rect, std::string_view name, const Scroller& scroller)
    : ui_(ui) {
  ui_.description.open({.kind = NodeKind::scroller,
                        .key = key,
                        .x = rect.x,
                        .y = rect.y,
                        .width = rect.width,
                        .height = rect.height,
                        .label = name,
                        .ground = ui.theme.paper,
                        .extent = scroller.physical_extent(),
                        .scroll_to = scroller.physical(),
                        .scroll_serial = scroller.serial()});
  ui_.push_clip(rect);
  ui_.push_origin(rect.x, rect.y - static_cast<float>(scroller.top() - scroller.base()));
}

ScrollArea::~ScrollArea() {
  ui_.pop_origin();
  ui_.pop_clip();
  ui_.description.close();
}

Box::Box(Ui& ui, const NodeDraft& draft) : ui_(ui) {
  ui_.description.open(draft);
  ui_.push_origin(draft.x, draft.y);
}

Box::~Box() {
  ui_.pop_origin();
  ui_.description.close();
}

}  // namespace bantin
