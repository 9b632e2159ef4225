#include "ui/views/floating_view.h"

#include <cmath>
#include <optional>
#include <string>

#include "ui/views/keys_view.h"
#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kWidth = 344, kPadding = 16, kTop = 48, kRadius = 8;
constexpr float kRowHeight = kControlHeight + 8, kSwatchHeight = 56;
constexpr float kShareRows = 5;

bool floats(Panel panel) { return panel == Panel::looks || panel == Panel::share || panel == Panel::keys; }

Message name_of(Panel panel) {
  if (panel == Panel::keys) return Message::keys;
  return panel == Panel::share ? Message::share : Message::looks;
}

float height_of(const Reader& reader, bool has_letters) {
  if (reader.panel() == Panel::keys) return KeysView::height(has_letters);
  if (reader.panel() == Panel::share) return kShareRows * kControlHeight + 16;
  return kPadding + 18 + 6 + kSwatchHeight + 12 + 4 * kRowHeight + kControlHeight + 8;
}

Action choice(ActionKind kind, uint32_t value) { return {kind, value}; }

void scale_row(Ui& ui, const Rect& rect, Message name, Message less, Message more, ActionKind kind, uint32_t value,
               uint32_t steps) {
  label(ui, NodeKind::paragraph, key_of("scale", static_cast<uint32_t>(kind)), {rect.x, rect.y + 9, 150, 22},
        ui.strings.get(name), kInterfaceText, ui.theme.ink);
  const std::string shown = std::to_string(value + 1) + "/" + std::to_string(steps);
  const float buttons = rect.right() - 2 * kControlHeight - 48;
  const auto key = [&](uint32_t part) { return key_of("scale-step", static_cast<uint32_t>(kind) * 4 + part); };
  icon_button(ui, key(0), buttons, rect.y, Icon::minus, ui.strings.get(less), choice(kind, value - 1),
              value == 0 ? uint32_t{kMuted} : 0);
  const float width = std::ceil(ui.text_width(shown, kInterfaceText)) + 1;
  label(ui, NodeKind::status, key(1), {std::floor(buttons + kControlHeight + (48 - width) / 2), rect.y + 9, width, 22},
        shown, kInterfaceText, ui.theme.quiet);
  icon_button(ui, key(2), buttons + kControlHeight + 48, rect.y, Icon::plus, ui.strings.get(more),
              choice(kind, value + 1), value + 1 == steps ? uint32_t{kMuted} : 0);
}

// Each one in its own colours, so that it need not be tried to be known.
void swatch(Ui& ui, uint32_t index, const Rect& rect, Message name, bool is_on) {
  const uint32_t key = key_of("theme", index);
  const Theme own = index == 0 ? ui.theme : theme(static_cast<ThemeName>(index - 1));
  const Rect patch{rect.x, rect.y, rect.width, 32};
  ui.fill(patch, own.paper, kControlRadius);
  ui.frame(patch, is_on ? ui.theme.accent : ui.theme.rule, kControlRadius);
  if (is_on) ui.frame({patch.x + 1, patch.y + 1, patch.width - 2, patch.height - 2}, ui.theme.accent, kControlRadius);
  if (ui.has_visible_focus(key)) ui.ring(patch);
  const std::string_view sample = index == 0 ? "A" : "Aa";
  ui.text(std::floor(rect.x + (rect.width - ui.text_width(sample, kInterfaceText)) / 2), rect.y + 5, sample,
          kInterfaceText, own.ink);
  ui.touch(key, patch);
  Box box(ui, {.kind = NodeKind::toggle,
               .key = key,
               .flags = kRadio | (is_on ? uint32_t{kOn} : 0),
               .x = rect.x,
               .y = rect.y,
               .width = rect.width,
               .height = rect.height,
               .label = ui.strings.get(name),
               .ink = ui.theme.ink,
               .action = choice(ActionKind::set_theme, index)});
  const float width = std::min(ui.text_width(ui.strings.get(name), kMetaText) + 1, rect.width);
  label(ui, NodeKind::label, key_of("theme-name"), {std::floor((rect.width - width) / 2), 36, width, 18},
        ui.strings.get(name), kMetaText, is_on ? ui.theme.accent : ui.theme.quiet);
}

void themes(Ui& ui, const Reader& reader, const Rect& rect) {
  constexpr Message kNames[] = {Message::theme_auto, Message::theme_light, Message::theme_sepia, Message::theme_dark,
                                Message::theme_contrast};
  Box group(ui, {.kind = NodeKind::group,
                 .key = key_of("themes"),
                 .flags = kArrows | kRadio,
                 .x = rect.x,
                 .y = rect.y,
                 .width = rect.width,
                 .height = rect.height,
                 .label = ui.strings.get(Message::theme)});
  const float width = std::floor((rect.width - 4 * 4) / kThemeChoices);
  for (uint32_t i = 0; i < kThemeChoices; ++i) {
    swatch(ui, i, {static_cast<float>(i) * (width + 4), 0, width, kSwatchHeight}, kNames[i],
           reader.preferences().theme == i);
  }
}

void typefaces(Ui& ui, const Reader& reader, const Rect& rect) {
  constexpr Message kNames[] = {Message::font_serif, Message::font_sans, Message::font_system};
  Box group(ui, {.kind = NodeKind::group,
                 .key = key_of("typefaces"),
                 .flags = kArrows | kRadio,
                 .x = rect.x,
                 .y = rect.y,
                 .width = rect.width,
                 .height = kControlHeight,
                 .label = ui.strings.get(Message::font)});
  const float width = std::floor(rect.width / kFontChoices);
  for (uint32_t i = 0; i < kFontChoices; ++i) {
    const bool is_on = reader.preferences().font == i;
    button(ui, {.key = key_of("typeface", i),
                .rect = {static_cast<float>(i) * width, 0, width - 4, kControlHeight},
                .text = ui.strings.get(kNames[i]),
                .action = choice(ActionKind::set_font, i),
                .framed = true,
                .flags = kRadio | (is_on ? uint32_t{kOn} : 0),
                .kind = NodeKind::toggle});
  }
}

void looks(Ui& ui, const Reader& reader, float width) {
  const Preferences& preferences = reader.preferences();
  const float inside = width - 2 * kPadding;
  label(ui, NodeKind::paragraph, key_of("looks-title"), {kPadding, kPadding, inside, 18},
        ui.strings.get(Message::theme), kMetaText, ui.theme.quiet);
  float y = kPadding + 18 + 6;
  themes(ui, reader, {kPadding, y, inside, kSwatchHeight});
  y += kSwatchHeight + 12;
  scale_row(ui, {kPadding, y, inside, 0}, Message::text_size, Message::smaller, Message::larger, ActionKind::set_size,
            preferences.size, kSizeSteps);
  scale_row(ui, {kPadding, y + kRowHeight, inside, 0}, Message::column_width, Message::narrower, Message::wider,
            ActionKind::set_width, preferences.width, kWidthSteps);
  scale_row(ui, {kPadding, y + 2 * kRowHeight, inside, 0}, Message::line_height, Message::denser, Message::airier,
            ActionKind::set_line, preferences.line, kLineSteps);
  typefaces(ui, reader, {kPadding, y + 3 * kRowHeight, inside, 0});
  const std::string_view reset = ui.strings.get(Message::reset);
  button(ui, {.key = key_of("reset"),
              .rect = {kPadding - 12, y + 4 * kRowHeight, button_width(ui, reset, false), kControlHeight},
              .text = reset,
              .action = {ActionKind::reset_preferences},
              .quiet = true});
  const std::string_view keys = ui.strings.get(Message::keys);
  const float keys_width = button_width(ui, keys, false);
  button(ui, {.key = kKeysKey,
              .rect = {width - kPadding + 12 - keys_width, y + 4 * kRowHeight, keys_width, kControlHeight},
              .text = keys,
              .action = {ActionKind::toggle_panel, static_cast<uint32_t>(Panel::keys)},
              .quiet = true});
}

void share(Ui& ui, float width, bool has_original) {
  struct Entry {
    Message text;
    ActionKind kind;
  };
  constexpr Entry kEntries[] = {{Message::share_link, ActionKind::share},
                                {Message::copy_link, ActionKind::copy_link},
                                {Message::copy_citation, ActionKind::copy_citation},
                                {Message::print, ActionKind::print},
                                {Message::open_original, ActionKind::open_original}};
  Box group(ui, {.kind = NodeKind::group,
                 .key = key_of("share-menu"),
                 .flags = kArrows,
                 .width = width,
                 .height = kShareRows * kControlHeight + 16,
                 .label = ui.strings.get(Message::share)});
  float y = 8;
  for (const Entry& entry : kEntries) {
    const bool is_muted = entry.kind == ActionKind::open_original && !has_original;
    button(ui, {.key = key_of("share", static_cast<uint32_t>(entry.kind)),
                .rect = {8, y, width - 16, kControlHeight},
                .text = ui.strings.get(entry.text),
                .action = {entry.kind},
                .flags = is_muted ? uint32_t{kMuted} : 0,
                .align = 0});
    y += kControlHeight;
  }
}

}  // namespace

Rect FloatingView::taken(const Reader& reader, const Place& place) {
  const Panel panel = reader.panel();
  if (!floats(panel) || (!reader.article() && panel != Panel::keys)) return {};
  const Rect& pane = place.pane;
  const float height = std::min(height_of(reader, place.has_letters), pane.height - (place.is_narrow ? 0 : kTop));
  if (place.is_narrow) return {pane.x, pane.bottom() - height, pane.width, height};
  const float width = std::min(panel == Panel::share ? 240 : kWidth, pane.width - 12);
  return {std::max(pane.x, pane.right() - width - 12), pane.y + kTop, width, height};
}

void FloatingView::build(Ui& ui, const Reader& reader, const Place& place) {
  const Rect rect = taken(reader, place);
  if (rect.width == 0) return;
  const Rect& pane = place.pane;
  const bool is_narrow = place.is_narrow;
  const float revealed = ui.motion.reveal(key_of("floating-panel", static_cast<uint32_t>(reader.panel())));
  const Action close{ActionKind::toggle_panel, static_cast<uint32_t>(reader.panel())};
  ui.description.add({.kind = NodeKind::button,
                      .key = key_of("scrim"),
                      .flags = kFocusable,
                      .x = pane.x,
                      .y = pane.y,
                      .width = pane.width,
                      .height = pane.height,
                      .label = ui.strings.get(Message::close_panel),
                      .action = close});
  ui.opacity = revealed;
  if (is_narrow) ui.fill(pane, IM_COL32(0, 0, 0, 90));
  Box dialog(ui, {.kind = NodeKind::dialog,
                  .key = kFloatingKey,
                  .flags = kFocusable | (is_narrow ? uint32_t{kOn} : 0),
                  .x = rect.x,
                  .y = rect.y,
                  .width = rect.width,
                  .height = rect.height,
                  .label = ui.strings.get(name_of(reader.panel())),
                  .ground = ui.theme.raised});
  ui.push_origin(0, std::floor((1 - revealed) * (is_narrow ? 32 : -8)));
  ui.shadow({0, 0, rect.width, rect.height}, kRadius);
  ui.fill({0, 0, rect.width, rect.height}, ui.theme.raised, kRadius);
  ui.frame({0, 0, rect.width, rect.height}, ui.theme.rule, kRadius);
  content(ui, reader, {0, 0, rect.width, rect.height}, place.has_letters);
  ui.pop_origin();
  ui.opacity = 1;
}

// A scroller is one more stop for the keyboard: only where there is something to scroll.
void FloatingView::content(Ui& ui, const Reader& reader, const Rect& rect, bool has_letters) {
  const float extent = height_of(reader, has_letters);
  scroller_.fit(extent, rect.height);
  std::optional<ScrollArea> area;
  if (extent > rect.height) {
    area.emplace(ui, kFloatingScrollerKey, rect, ui.strings.get(name_of(reader.panel())), scroller_);
  }
  if (reader.panel() == Panel::share) return share(ui, rect.width, !reader.article()->url.empty());
  if (reader.panel() == Panel::keys) return KeysView::build(ui, rect.width, has_letters);
  looks(ui, reader, rect.width);
}

}  // namespace bantin
