#include "ui/views/filter_view.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kGap = 8;
constexpr float kToggleHeight = 40;
constexpr float kSheetButton = 48;
constexpr float kCountRoom = 72;    // beside a department's name: dot, gaps and count
constexpr float kOneRow = 320;      // of room: the departments' button and both dates fit side by side
constexpr float kListShare = 0.5f;  // of the rail, kept for the list while the departments are open

float inner(const FilterView::Place& place) { return place.rect.width - 2 * place.padding; }
float left(const FilterView::Place& place) { return place.rect.x + place.padding; }

void date_field(Ui& ui, uint32_t key, const Rect& rect, const DateField& field, Message name, ActionKind action) {
  const std::string full_name =
      std::string(ui.strings.get(name)) + " (" + std::string(ui.strings.get(Message::day_format)) + ")";
  bantin::field(ui, {.key = key,
                     .rect = rect,
                     .value = field.text,
                     .name = full_name,
                     .placeholder = ui.strings.get(name),
                     .action = {action},
                     .flags = kNumeric | (field.invalid ? uint32_t{kInvalid} : 0)});
}

// Both dates and, where one of them is none, what to do about it. Gives the y below.
float date_fields(Ui& ui, const Reader& reader, const Rect& rect, float error_left, float error_width) {
  const float width = std::floor((rect.width - kGap) / 2);
  date_field(ui, kFromKey, {rect.x, rect.y, width, kControlHeight}, reader.from_field(), Message::from_day,
             ActionKind::set_from);
  date_field(ui, kToKey, {rect.x + width + kGap, rect.y, width, kControlHeight}, reader.to_field(), Message::to_day,
             ActionKind::set_to);
  float y = rect.y + kControlHeight;
  if (reader.from_field().invalid || reader.to_field().invalid) {
    y += kGap / 2;
    label(ui, NodeKind::status, key_of("date-error"), {error_left, y, error_width, kMetaText.line_height},
          ui.strings.get(Message::bad_day), kMetaText, ui.theme.accent);
    y += kMetaText.line_height;
  }
  return y;
}

void departments_button(Ui& ui, const Reader& reader, const Rect& rect) {
  const size_t chosen = reader.chosen_departments().size();
  std::string text(ui.strings.get(Message::departments));
  if (chosen > 0) text += " (" + std::to_string(chosen) + ")";
  button(ui, {.key = kDepartmentsKey,
              .rect = rect,
              .text = text,
              .action = {ActionKind::toggle_filters},
              .icon = Icon::chevron,
              .framed = true,
              .flags = kExpandable | (reader.filters_open() ? uint32_t{kOn} : 0)});
}

void clear_button(Ui& ui, float right, float y) {
  const std::string_view text = ui.strings.get(Message::clear_filter);
  const float width = button_width(ui, text, false);
  button(ui, {.key = key_of("clear"),
              .rect = {right - width, y, width, kControlHeight},
              .text = text,
              .action = {ActionKind::clear_filter}});
}

float count_row(Ui& ui, const Reader& reader, const FilterView::Place& place, float y) {
  const auto count = static_cast<uint32_t>(reader.results().rows.size());
  const float text_top = y + (kControlHeight - kMetaText.line_height) / 2;
  label(ui, NodeKind::status, key_of("count"), {left(place), text_top, inner(place) / 2, kMetaText.line_height},
        ui.strings.articles(count), kMetaText, ui.theme.quiet);
  if (reader.is_filtered()) clear_button(ui, left(place) + inner(place) + kGap, y);
  ui.rule_below({place.rect.x, y, place.rect.width, kControlHeight + 4});
  return y + kControlHeight + 4;
}

}  // namespace

float FilterView::build(Ui& ui, const Reader& reader, const Place& place) {
  Scope group(ui.description,
              {.kind = NodeKind::group, .key = key_of("filters"), .label = ui.strings.get(Message::filters)});
  float y = search_row(ui, reader, place, place.rect.y + (place.is_narrow ? 12 : 20)) + kGap;
  if (place.is_narrow) {
    if (reader.filters_open()) return filter_sheet(ui, reader, place, y);
    return count_row(ui, reader, place, y - kGap / 2);
  }
  y = filter_row(ui, reader, place, y);
  if (reader.filters_open()) {
    const float room = (place.rect.bottom() - y) * kListShare;
    y = departments(ui, reader, place, y + kGap, room);
  }
  return count_row(ui, reader, place, y + kGap / 2);
}

float FilterView::search_row(Ui& ui, const Reader& reader, const Place& place, float y) {
  float width = inner(place);
  if (place.is_narrow) {
    const std::string_view text = ui.strings.get(Message::filters);
    const float button_wide = button_width(ui, text, true);
    width -= button_wide + kGap;
    button(ui, {.key = kFiltersKey,
                .rect = {left(place) + width + kGap, y, button_wide, kControlHeight},
                .text = text,
                .action = {ActionKind::toggle_filters},
                .icon = Icon::filter,
                .framed = true,
                .flags = kExpandable | (reader.filters_open() ? uint32_t{kOn} : 0)});
  }
  const std::string_view name = ui.strings.get(Message::search);
  field(ui, {.key = kSearchKey,
             .kind = NodeKind::search,
             .rect = {left(place), y, width, kControlHeight},
             .value = reader.filter().query,
             .name = name,
             .placeholder = name,
             .action = {ActionKind::set_query},
             .icon = Icon::search});
  return y + kControlHeight;
}

float FilterView::filter_row(Ui& ui, const Reader& reader, const Place& place, float y) {
  const bool fits = inner(place) >= kOneRow;
  const float longest = button_width(ui, std::string(ui.strings.get(Message::departments)) + " (9)", true) - 12;
  const float button_wide = fits ? std::floor(longest) : inner(place);
  departments_button(ui, reader, {left(place), y, button_wide, kControlHeight});
  if (!fits) y += kControlHeight + kGap;
  const float x = fits ? left(place) + button_wide + kGap : left(place);
  return date_fields(ui, reader, {x, y, left(place) + inner(place) - x, kControlHeight}, left(place), inner(place));
}

float FilterView::filter_sheet(Ui& ui, const Reader& reader, const Place& place, float y) {
  y = date_fields(ui, reader, {left(place), y, inner(place), kControlHeight}, left(place), inner(place)) + kGap;
  const float foot = kSheetButton + 2 * kGap + (reader.is_filtered() ? kControlHeight : 0);
  departments(ui, reader, place, y, place.rect.bottom() - y - foot);
  y = place.rect.bottom() - foot + kGap;
  ui.rule_below({place.rect.x, y - kGap - 1, place.rect.width, 1});
  if (reader.is_filtered()) {
    clear_button(ui, left(place) + inner(place) + kGap, y);
    y += kControlHeight;
  }
  const std::string text = ui.strings.show(static_cast<uint32_t>(reader.results().rows.size()));
  button(ui, {.key = key_of("show"),
              .rect = {left(place), y, inner(place), kSheetButton},
              .text = text,
              .action = {ActionKind::toggle_filters},
              .filled = true});
  return place.rect.bottom();
}

float FilterView::departments(Ui& ui, const Reader& reader, const Place& place, float y, float height) {
  const std::vector<Department>& all = reader.feed().departments;
  const float extent = static_cast<float>(all.size()) * kToggleHeight;
  const Rect rect{place.rect.x, y, place.rect.width, std::max(0.0f, std::min(extent, height))};
  scroller_.fit(extent, rect.height);
  ScrollArea area(ui, kDepartmentScrollerKey, rect, ui.strings.get(Message::departments), scroller_);
  for (uint32_t i = 0; i < all.size(); ++i) {
    const uint32_t count = reader.results().by_department[i];
    const bool fits = ui.text_width(all[i].name, kInterfaceStrong) < inner(place) - kCountRoom;
    const std::string_view name = fits || all[i].short_name.empty() ? all[i].name : all[i].short_name;
    const std::string spoken = all[i].name + ", " + ui.strings.articles(count);
    toggle(ui, {.key = department_key(i),
                .rect = {place.padding - 14, static_cast<float>(i) * kToggleHeight, inner(place) + 28, kToggleHeight},
                .text = name,
                .count = ui.strings.number(count),
                .label = spoken,
                .dot = ui.theme.department(i),
                .on = reader.is_chosen(static_cast<uint16_t>(i)),
                .action = {ActionKind::toggle_department, i}});
  }
  return rect.bottom();
}

}  // namespace bantin
