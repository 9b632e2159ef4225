#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace bantin {

namespace {

constexpr float kPadding = 12, kIconSize = 20, kIconGap = 6;
constexpr float kHover = 0.04f, kHeld = 0.10f;
constexpr float kMutedInk = 0.35f;
constexpr float kChipCross = 24, kChipMargin = 5;

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

NodeDraft control(NodeKind kind, uint32_t key, uint32_t flags, const Rect& rect, const TextStyle& style,
                  Action action) {
  NodeDraft node;
  node.kind = kind;
  node.key = key;
  node.flags = flags;
  node.x = rect.x;
  node.y = rect.y;
  node.width = rect.width;
  node.height = rect.height;
  node.style = style;
  node.action = action;
  return node;
}

}  // namespace

float button_width(Ui& ui, std::string_view text, bool has_icon) {
  return 2 * kPadding + (has_icon ? kIconSize + kIconGap : 0) + std::ceil(ui.text_width(text, kInterfaceText));
}

void button(Ui& ui, const ButtonSpec& spec) {
  const bool is_on = spec.flags & kOn, is_muted = spec.flags & kMuted;
  const ImU32 plain_ink = spec.quiet ? ui.theme.quiet : ui.theme.ink;
  const ImU32 own_ink = is_on && !spec.plain ? ui.theme.accent : plain_ink;
  const ImU32 ink = spec.filled ? ui.theme.paper : own_ink;
  const ImU32 drawn = is_muted ? faded(ink, kMutedInk) : ink;
  if (spec.filled) ui.fill(spec.rect, ui.theme.accent, kControlRadius);
  if (!is_muted) tint(ui, spec.rect, ui.touch(spec.key, spec.rect));
  if (spec.framed) ui.frame(spec.rect, is_on ? ui.theme.accent : ui.theme.rule, kControlRadius);
  if (ui.has_visible_focus(spec.key)) ui.ring(spec.rect);
  const bool has_icon = spec.icon != Icon::none;
  const float text_width = ui.text_width(spec.text, kInterfaceText);
  const bool is_behind = spec.icon == Icon::chevron;  // it points to what opens below, and is small in its box
  const float gap = is_behind || spec.text.empty() ? 0 : kIconGap;
  const float content = text_width + (has_icon ? kIconSize + gap : 0);
  const float space = spec.rect.width - content;
  const float edge = std::min(kPadding, std::floor(space / 2));
  float inset = std::floor(edge + (space - 2 * edge) * spec.align);
  if (has_icon) {
    const float icon_left = spec.rect.x + inset + (is_behind ? text_width + gap : 0);
    ui.icon(spec.icon, icon_left, middle(spec.rect, kIconSize), drawn);
    if (!is_behind) inset += kIconSize + gap;
  }
  const TextStyle style = filling(kInterfaceText, spec.rect);
  ui.text(spec.rect.x + inset, spec.rect.y, spec.text, style, drawn);
  const uint32_t flags = spec.flags | (spec.framed ? uint32_t{kFramed} : 0);
  NodeDraft node = control(spec.kind, spec.key, flags, spec.rect, style, is_muted ? Action{} : spec.action);
  node.text = spec.text;
  node.label = spec.label;
  node.ink = ink;
  node.ground = spec.filled ? ui.theme.accent : 0;
  node.inset = inset;
  node.position = spec.icon == Icon::chevron ? 0 : static_cast<int>(spec.icon);  // that an expandable button has anyway
  ui.description.add(node);
}

void icon_button(Ui& ui, uint32_t key, float x, float y, Icon icon, std::string_view name, Action action,
                 uint32_t flags) {
  button(ui, {.key = key,
              .rect = {x, y, kControlHeight, kControlHeight},
              .text = {},
              .label = name,
              .action = action,
              .icon = icon,
              .flags = flags});
}

float chip_width(Ui& ui, std::string_view text) {
  return kPadding + std::ceil(ui.text_width(text, kMetaText)) + kChipCross + 4;
}

void chip(Ui& ui, uint32_t key, const Rect& rect, std::string_view text, std::string_view name, Action action) {
  const Rect pill{rect.x, rect.y + kChipMargin, rect.width, rect.height - 2 * kChipMargin};
  const bool is_hovered = ui.touch(key, rect).hovered;
  ui.fill(pill, faded(ui.theme.accent, is_hovered ? 0.12f : 0.06f), pill.height / 2);
  ui.frame(pill, ui.theme.rule, pill.height / 2);
  if (ui.has_visible_focus(key)) ui.ring(pill, pill.height / 2);
  Box box(ui, [&] {
    NodeDraft node = control(NodeKind::button, key, 0, rect, kMetaText, action);
    node.label = name;
    node.ink = ui.theme.ink;
    return node;
  }());
  label(
      ui, NodeKind::label, key_of("chip-text"),
      {kPadding, (rect.height - kMetaText.line_height) / 2, rect.width - kPadding - kChipCross, kMetaText.line_height},
      text, kMetaText, ui.theme.ink);
  ui.icon(Icon::close, rect.width - kChipCross, (rect.height - kIconSize) / 2, ui.theme.quiet);
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
  NodeDraft node = control(spec.kind, spec.key, spec.flags, spec.rect, style, spec.action);
  node.text = spec.value;
  node.label = names;
  node.ink = ui.theme.ink;
  node.ground = ui.theme.raised;
  node.inset = inset;
  ui.description.add(node);
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
  NodeDraft node = control(NodeKind::toggle, spec.key, spec.on ? uint32_t{kOn} : 0, rect, kInterfaceText, spec.action);
  node.label = spec.label;
  node.ink = ui.theme.ink;
  Box box(ui, node);
  const float count_width = std::ceil(ui.text_width(spec.count, kMetaText));
  const float top = (rect.height - kInterfaceText.line_height) / 2;
  const float name_left = 30, count_left = rect.width - 14 - count_width;
  label(ui, NodeKind::label, key_of("name"), {name_left, top, count_left - name_left - 8, kInterfaceText.line_height},
        spec.text, spec.on ? kInterfaceStrong : kInterfaceText, ui.theme.ink, spec.dot);
  label(ui, NodeKind::label, key_of("count"),
        {count_left, (rect.height - kMetaText.line_height) / 2, count_width + 1, kMetaText.line_height}, spec.count,
        kMetaText, ui.theme.quiet);
}

float label(Ui& ui, NodeKind kind, uint32_t key, const Rect& rect, std::string_view text, const TextStyle& style,
            ImU32 ink, ImU32 dot) {
  // What fits needs no breaking, and most labels do, in every frame.
  const float width = ui.text_width(text, style);
  const bool fits = width <= rect.width && !text.empty();
  const std::vector<Line> lines = fits ? std::vector<Line>{{0, static_cast<uint32_t>(text.size()), width}}
                                       : break_paragraph(text, style, rect.width, ui.fonts, 1);
  paragraph(ui, {.kind = kind,
                 .key = key,
                 .x = rect.x,
                 .y = rect.y,
                 .width = rect.width,
                 .height = rect.height,
                 .text = text,
                 .lines = &lines,
                 .style = style,
                 .ink = ink,
                 .ground = dot});
  return lines.empty() ? 0 : lines.front().width;
}

void paragraph(Ui& ui, const NodeDraft& draft) {
  ui.lines(draft.x, draft.y, {draft.text, draft.style, draft.spans}, *draft.lines, draft.ink);
  ui.description.add(draft);
}

ScrollArea::ScrollArea(Ui& ui, uint32_t key, const Rect& rect, std::string_view name, const Scroller& scroller,
                       uint32_t flags)
    : ui_(ui) {
  ui_.description.open({.kind = NodeKind::scroller,
                        .key = key,
                        .flags = flags,
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
