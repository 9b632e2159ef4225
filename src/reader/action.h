// What a reader can do. A control carries an action; whoever activates it (click, key, screen reader, test) has it
// applied.
#pragma once

#include <cstdint>

namespace bantin {

enum class ActionKind : uint8_t {
  none,
  open_article,  ///< argument: index in Feed::articles
  close_article,
  toggle_department,  ///< argument: index in Feed::departments
  set_query,          ///< text: what was typed
  set_from,           ///< text: dd/mm/yyyy as far as typed
  set_to,
  clear_filter,
  toggle_filters,  ///< the panel of departments (and of dates, on a phone)
};

struct Action {
  ActionKind kind = ActionKind::none;
  uint32_t argument = 0;

  bool operator==(const Action&) const = default;
};

}  // namespace bantin
