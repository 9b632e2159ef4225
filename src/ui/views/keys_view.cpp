#include "ui/views/keys_view.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "ui/shortcuts.h"
#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kPadding = 16, kTitle = 30, kRow = 34, kCap = 24, kCapColumn = 104;

struct BrowserKey {
  std::string_view name;
  Message meaning;
};

constexpr BrowserKey kBrowserKeys[] = {
    {"Tab", Message::key_tab},
    {"← ↑ ↓ →", Message::key_arrows},
    {"Enter", Message::key_enter},
    {"Esc", Message::close_panel},
};

void row(Ui& ui, uint32_t number, float width, std::string_view key, Message meaning) {
  Box entry(ui, {.kind = NodeKind::entry,
                 .key = key_of("key", number),
                 .y = static_cast<float>(number) * kRow,
                 .width = width,
                 .height = kRow});
  const float text = std::ceil(ui.text_width(key, kMetaText)) + 1;
  const Rect cap{0, (kRow - kCap) / 2, std::max(kCap, text + 14), kCap};
  ui.fill(cap, faded(ui.theme.ink, 0.05f), kControlRadius);
  ui.frame(cap, ui.theme.rule, kControlRadius);
  label(ui, NodeKind::label, key_of("name"),
        {std::floor((cap.width - text) / 2), (kRow - kMetaText.line_height) / 2, text, kMetaText.line_height}, key,
        kMetaText, ui.theme.ink);
  label(ui, NodeKind::label, key_of("meaning"),
        {kCapColumn, (kRow - kInterfaceText.line_height) / 2, width - kCapColumn, kInterfaceText.line_height},
        ui.strings.get(meaning), kInterfaceText, ui.theme.ink);
}

size_t rows(bool has_letters) { return std::size(kBrowserKeys) + (has_letters ? std::size(kShortcuts) : 0); }

}  // namespace

float KeysView::height(bool has_letters) {
  return 2 * kPadding + kTitle + static_cast<float>(rows(has_letters)) * kRow;
}

void KeysView::build(Ui& ui, float width, bool has_letters) {
  const float inside = width - 2 * kPadding;
  label(ui, NodeKind::paragraph, key_of("keys-title"), {kPadding, kPadding, inside, kInterfaceStrong.line_height},
        ui.strings.get(Message::keys), kInterfaceStrong, ui.theme.ink);
  Box list(ui, {.kind = NodeKind::list,
                .key = key_of("keys-list"),
                .x = kPadding,
                .y = kPadding + kTitle,
                .width = inside,
                .height = static_cast<float>(rows(has_letters)) * kRow,
                .label = ui.strings.get(Message::keys)});
  uint32_t number = 0;
  if (has_letters) {
    for (const ShortcutKey& one : kShortcuts) row(ui, number++, inside, {&one.key, 1}, one.meaning);
  }
  for (const BrowserKey& one : kBrowserKeys) row(ui, number++, inside, one.name, one.meaning);
}

}  // namespace bantin
