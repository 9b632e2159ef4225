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
  set_to,             ///< the same
  set_range,          ///< argument: index in Reader::dates().presets()
  set_from_month,     ///< text: months since the first one of the timeline
  set_to_month,       ///< the same
  pick_day,           ///< argument: the day, as a bound of the filter
  show_month,         ///< argument: the calendar's month
  toggle_starred_only,
  clear_filter,
  clear_departments,
  clear_dates,
  clear_query,
  loosen,                ///< argument: bits of Loosening::filters
  toggle_panel,          ///< argument: Panel
  set_department_query,  ///< text: what was typed
  set_theme,             ///< argument: Preferences::theme; the same for those below
  set_size,
  set_width,
  set_line,
  set_font,
  reset_preferences,
  toggle_star,  ///< argument: index in Feed::articles
  try_again,    ///< to load what could not be loaded
  share,        ///< this and what follows is done by the host
  copy_link,
  copy_citation,
  print,
  open_original,
  open_picture,   ///< argument: index in Article::pictures
  load_headline,  ///< argument: index in Feed::articles, as below
  load_article,
};

struct Action {
  ActionKind kind = ActionKind::none;
  uint32_t argument = 0;

  bool operator==(const Action&) const = default;
};

}  // namespace bantin
