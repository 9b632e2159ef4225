// Single letters that do something while the focus is inside of the reader. Those of the browser (Tab, Enter, arrows,
// Escape) are not here; src/ui/views/keys_view.cpp shows both.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/strings.h"

namespace bantin {

enum class Shortcut : uint8_t { search, next, previous, save, departments, dates, clear, looks, keys };

struct ShortcutKey {
  char key;
  Shortcut what;
  Message meaning;
};

inline constexpr ShortcutKey kShortcuts[] = {
    {'/', Shortcut::search, Message::search},
    {'j', Shortcut::next, Message::next},
    {'k', Shortcut::previous, Message::previous},
    {'s', Shortcut::save, Message::star},
    {'d', Shortcut::departments, Message::departments},
    {'t', Shortcut::dates, Message::dates},
    {'x', Shortcut::clear, Message::clear_filter},
    {'a', Shortcut::looks, Message::looks},
    {'?', Shortcut::keys, Message::keys},
};

constexpr std::optional<Shortcut> shortcut_of(char typed) {
  for (const ShortcutKey& one : kShortcuts) {
    if (one.key == typed) return one.what;
  }
  return std::nullopt;
}

}  // namespace bantin
