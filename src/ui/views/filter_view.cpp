#include "ui/views/filter_view.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/views/date_view.h"
#include "ui/views/department_view.h"
#include "ui/views/list_view.h"
#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kGap = 8;
constexpr float kSheetButton = 48, kSheetTop = 56, kLowSheetTop = 16, kSheetPadding = 20;
constexpr float kLow = 400;          // a pane of a page enlarged four times
constexpr float kPanelShare = 0.7f;  // of the rail at most, so that the list stays in sight
constexpr float kChipHeight = kControlHeight, kCountHeight = kControlHeight;
constexpr size_t kMostChips = 8;  // of departments

float inner(const FilterView::Place& place) { return place.rect.width - 2 * place.padding; }
float left(const FilterView::Place& place) { return place.rect.x + place.padding; }

uint32_t on_if(bool is_on) { return is_on ? uint32_t{kOn} : 0; }

Action panel_action(Panel panel) { return {ActionKind::toggle_panel, static_cast<uint32_t>(panel)}; }

void panel_button(Ui& ui, const Reader& reader, uint32_t key, const Rect& rect, Panel panel, std::string_view text) {
  button(ui, {.key = key,
              .rect = rect,
              .text = text,
              .action = panel_action(panel),
              .icon = Icon::chevron,
              .framed = true,
              .flags = kExpandable | on_if(reader.panel() == panel)});
}

void starred_button(Ui& ui, const Reader& reader, float x, float y) {
  const bool is_on = reader.shows_starred_only();
  ButtonSpec spec{.key = kStarredOnlyKey, .rect = {x, y, kControlHeight, kControlHeight}, .text = {}};
  spec.label = ui.strings.get(Message::starred_only);
  spec.action = {ActionKind::toggle_starred_only};
  spec.icon = is_on ? Icon::starred : Icon::star;
  spec.framed = true;
  spec.flags = on_if(is_on);
  spec.kind = NodeKind::toggle;
  button(ui, spec);
}

void clear_button(Ui& ui, float right, float y, uint32_t key) {
  const std::string_view text = ui.strings.get(Message::clear_filter);
  const float width = button_width(ui, text, false);
  button(ui, {.key = key,
              .rect = {right - width, y, width, kControlHeight},
              .text = text,
              .action = {ActionKind::clear_filter}});
}

std::string dates_text(const Ui& ui, const DateChoice& dates) {
  if (dates.to() == kUndated) return std::string(ui.strings.get(Message::since)) + " " + vi_day(dates.from());
  if (dates.from() == kUndated) return std::string(ui.strings.get(Message::until)) + " " + vi_day(dates.to());
  if (dates.from() == dates.to()) return vi_day(dates.from());
  return vi_day(dates.from()) + " – " + vi_day(dates.to());
}

struct Chip {
  uint32_t key = 0;
  std::string text;
  Action action;
};

std::vector<Chip> department_chips(const Reader& reader) {
  std::vector<Chip> chips;
  const std::vector<Department>& all = reader.feed().departments;
  for (uint32_t i = 0; i < all.size(); ++i) {
    if (!reader.is_chosen(static_cast<uint16_t>(i))) continue;
    const std::string& name = all[i].short_name.empty() ? all[i].name : all[i].short_name;
    chips.push_back({key_of("chip-department", i), name, {ActionKind::toggle_department, i}});
  }
  return chips;
}

// More than `most` departments, or one that nobody knows, are one chip together.
std::vector<Chip> chips_of(const Ui& ui, const Reader& reader, size_t most) {
  std::vector<Chip> chips = department_chips(reader);
  const size_t chosen = reader.chosen_departments().size();
  if (chosen > most || chosen > chips.size()) {
    const std::string text = ui.strings.number(static_cast<uint32_t>(chosen)) + " " +
                             std::string(ui.strings.get(Message::without_departments));
    chips = {{key_of("chip-departments"), text, {ActionKind::clear_departments}}};
  }
  if (reader.dates().is_set())
    chips.push_back({key_of("chip-dates"), dates_text(ui, reader.dates()), {ActionKind::clear_dates}});
  if (!reader.filter().query.empty()) {
    chips.push_back({key_of("chip-query"), "“" + reader.filter().query + "”", {ActionKind::clear_query}});
  }
  if (reader.shows_starred_only()) {
    const std::string text(ui.strings.get(Message::starred));
    chips.push_back({key_of("chip-starred"), text, {ActionKind::toggle_starred_only}});
  }
  return chips;
}

// Where each of them stands, row under row.
std::vector<Rect> chip_places(Ui& ui, const std::vector<Chip>& chips, const FilterView::Place& place, float y) {
  std::vector<Rect> places;
  float x = left(place);
  const float right = left(place) + inner(place);
  for (const Chip& one : chips) {
    const float width = std::min(chip_width(ui, one.text), inner(place));
    if (x > left(place) && x + width > right) {
      x = left(place);
      y += kChipHeight;
    }
    places.push_back({x, y, width, kChipHeight});
    x += width + 6;
  }
  return places;
}

// The list keeps the room for a row: chips that would take it become fewer, or none. While a panel is open it is the
// panel that is looked at.
float chip_rows(Ui& ui, const Reader& reader, const FilterView::Place& place, float y) {
  const float least = reader.panel() == Panel::none ? ListView::kRowHeight : 0;
  const float lowest = place.rect.bottom() - kCountHeight - least;
  for (const size_t most : {kMostChips, size_t{0}}) {
    const std::vector<Chip> chips = chips_of(ui, reader, most);
    const std::vector<Rect> places = chip_places(ui, chips, place, y);
    if (places.empty()) return y;
    if (places.back().bottom() > lowest) continue;
    for (size_t i = 0; i < chips.size(); ++i) {
      const std::string name = std::string(ui.strings.get(Message::remove)) + ": " + chips[i].text;
      chip(ui, chips[i].key, places[i], chips[i].text, name, chips[i].action);
    }
    return places.back().bottom();
  }
  return y;
}

// What a bundle's index is still being asked for is not counted yet.
std::string counted(const Ui& ui, const Reader& reader, uint32_t count) {
  return reader.missing_words().empty() ? ui.strings.articles(count) : std::string(ui.strings.get(Message::searching));
}

float count_row(Ui& ui, const Reader& reader, const FilterView::Place& place, float y) {
  const auto count = static_cast<uint32_t>(reader.results().rows.size());
  const float text_top = y + (kControlHeight - kMetaText.line_height) / 2;
  label(ui, NodeKind::status, key_of("count"), {left(place), text_top, inner(place) / 2, kMetaText.line_height},
        counted(ui, reader, count), kMetaText, ui.theme.quiet);
  if (reader.is_filtered()) clear_button(ui, left(place) + inner(place) + 12, y, key_of("clear"));
  ui.rule_below({place.rect.x, y, place.rect.width, kCountHeight});
  return y + kCountHeight;
}

}  // namespace

float FilterView::build(Ui& ui, const Reader& reader, const Place& place) {
  Scope group(ui.description,
              {.kind = NodeKind::group, .key = key_of("filters"), .label = ui.strings.get(Message::filters)});
  float y = search_row(ui, reader, place, place.rect.y + (place.is_narrow ? 12 : 20)) + kGap;
  if (!place.is_narrow) {
    const float timeline = timeline_.build(ui, reader, {left(place), y + 4, inner(place), TimelineView::kHeight});
    if (timeline > 0) y += 4 + timeline + kGap;
    y = filter_row(ui, reader, place, y) + kGap;
    if (reader.panel() == Panel::departments || reader.panel() == Panel::dates) y = panel(ui, reader, place, y) + kGap;
  }
  return count_row(ui, reader, place, chip_rows(ui, reader, place, y) - kGap / 2);
}

float FilterView::search_row(Ui& ui, const Reader& reader, const Place& place, float y) {
  const std::string_view filters = ui.strings.get(Message::filters);
  const float filters_width = place.is_narrow ? button_width(ui, filters, true) : 0;
  const float width = inner(place) - (place.is_narrow ? filters_width + kGap : 0);
  const std::string_view name = ui.strings.get(Message::search);
  field(ui, {.key = kSearchKey,
             .kind = NodeKind::search,
             .rect = {left(place), y, width, kControlHeight},
             .value = reader.filter().query,
             .name = name,
             .placeholder = name,
             .action = {ActionKind::set_query},
             .icon = Icon::search});
  if (place.is_narrow) {
    button(ui, {.key = kFiltersKey,
                .rect = {left(place) + width + kGap, y, filters_width, kControlHeight},
                .text = filters,
                .action = panel_action(Panel::filters),
                .icon = Icon::filter,
                .framed = true,
                .flags = kExpandable | on_if(reader.panel() == Panel::filters)});
  }
  return y + kControlHeight;
}

float FilterView::filter_row(Ui& ui, const Reader& reader, const Place& place, float y) {
  const float width = std::floor((inner(place) - kControlHeight - 2 * kGap) / 2);
  const size_t chosen = reader.chosen_departments().size();
  std::string text(ui.strings.get(Message::departments));
  if (chosen > 0) text += " (" + std::to_string(chosen) + ")";
  panel_button(ui, reader, kDepartmentsKey, {left(place), y, width, kControlHeight}, Panel::departments, text);
  panel_button(ui, reader, kDatesKey, {left(place) + width + kGap, y, width, kControlHeight}, Panel::dates,
               ui.strings.get(Message::dates));
  starred_button(ui, reader, left(place) + inner(place) - kControlHeight, y);
  return y + kControlHeight;
}

float FilterView::panel(Ui& ui, const Reader& reader, const Place& place, float y) {
  const bool is_dates = reader.panel() == Panel::dates;
  const float range = DateView::range_height(ui, reader, inner(place)) + kGap;
  const float extent = is_dates ? range + DateView::calendar_height(reader) : DepartmentView::height(reader);
  const float room = std::floor(place.rect.height * kPanelShare - (y - place.rect.y) / 2);
  const Rect rect{place.rect.x, y, place.rect.width, std::max(kControlHeight, std::min(extent + 8, room))};
  scroller_.fit(extent + 8, rect.height);
  const float revealed = ui.motion.reveal(is_dates ? kDatesKey : kDepartmentsKey);
  ScrollArea area(ui, kPanelScrollerKey, rect, ui.strings.get(is_dates ? Message::dates : Message::departments),
                  scroller_);
  ui.opacity = revealed;
  if (is_dates) {
    DateView::build_range(ui, reader, {place.padding, 4, inner(place), 0});
    DateView::build_calendar(ui, reader, {place.padding, 4 + range, inner(place), 0});
  } else {
    DepartmentView::build(ui, reader, {0, 4, place.rect.width, extent}, place.padding);
  }
  ui.opacity = 1;
  return rect.bottom();
}

void FilterView::sheet(Ui& ui, const Reader& reader, const Rect& pane) {
  const float revealed = ui.motion.reveal(kFiltersKey);
  const float top = pane.height < kLow ? kLowSheetTop : kSheetTop;
  ui.fill(pane, IM_COL32(0, 0, 0, static_cast<int>(revealed * 90)));
  button(ui, {.key = key_of("scrim"),
              .rect = {pane.x, pane.y, pane.width, top},
              .text = {},
              .label = ui.strings.get(Message::close_panel),
              .action = panel_action(reader.panel()),
              .flags = kFocusable});
  const Rect sheet{pane.x, pane.y + top, pane.width, pane.height - top};
  Box dialog(ui, {.kind = NodeKind::dialog,
                  .key = kSheetKey,
                  .flags = kFocusable | kOn,
                  .x = sheet.x,
                  .y = sheet.y,
                  .width = sheet.width,
                  .height = sheet.height,
                  .label = ui.strings.get(Message::filters),
                  .ground = ui.theme.paper});
  ui.push_origin(0, std::floor((1 - revealed) * 48));
  ui.shadow({0, 0, sheet.width, sheet.height}, 12);
  ui.fill({0, 0, sheet.width, sheet.height + 24}, ui.theme.paper, 12);
  sheet_content(ui, reader, {0, 0, sheet.width, sheet.height});
  ui.pop_origin();
}

void FilterView::sheet_content(Ui& ui, const Reader& reader, const Rect& rect) {
  const float inside = rect.width - 2 * kSheetPadding;
  const float foot = kSheetButton + 2 * 12;
  const bool has_timeline = !reader.dates().is_empty() && reader.dates().last_month() > reader.dates().first_month();
  const float timeline = has_timeline ? TimelineView::kHeight + 12 : 0;
  const float dates = DateView::range_height(ui, reader, inside);
  const float departments = DepartmentView::height(reader);
  const float extent = 12 + timeline + dates + 24 + departments + 12 + DateView::calendar_height(reader) + 12;
  const Rect body{rect.x, rect.y + 8, rect.width, rect.height - foot - 8};
  scroller_.fit(extent, body.height);
  {
    ScrollArea area(ui, kPanelScrollerKey, body, ui.strings.get(Message::filters), scroller_);
    float y = 12;
    if (has_timeline) timeline_.build(ui, reader, {kSheetPadding, y, inside, TimelineView::kHeight});
    y += timeline;
    DateView::build_range(ui, reader, {kSheetPadding, y, inside, 0});
    y += dates + 12;
    ui.rule_below({kSheetPadding, y, inside, 1});
    DepartmentView::build(ui, reader, {0, y + 12, rect.width, 0}, kSheetPadding);
    y += 12 + departments + 12;
    ui.rule_below({kSheetPadding, y - 1, inside, 1});
    DateView::build_calendar(ui, reader, {kSheetPadding, y, inside, 0});
  }
  ui.rule_below({rect.x, body.bottom(), rect.width, 1});
  const float y = rect.bottom() - kSheetButton - 12;
  const float clear_width = reader.is_filtered() ? button_width(ui, ui.strings.get(Message::clear_filter), false) : 0;
  if (clear_width > 0) clear_button(ui, kSheetPadding - 12 + clear_width, y + 4, key_of("clear-sheet"));
  const float star = kSheetPadding + clear_width;
  starred_button(ui, reader, clear_width > 0 ? star - 4 : kSheetPadding, y + 4);
  const float show_left = (clear_width > 0 ? star - 4 : kSheetPadding) + kControlHeight + kGap;
  const auto count = static_cast<uint32_t>(reader.results().rows.size());
  // The list's own count lies beneath the sheet, where nobody hears it change.
  ui.description.add({.kind = NodeKind::status,
                      .key = key_of("sheet-count"),
                      .flags = kUnseen,
                      .x = show_left,
                      .y = y,
                      .width = 1,
                      .height = 1,
                      .text = counted(ui, reader, count)});
  const std::string text = ui.strings.show(count);
  button(ui, {.key = kShowKey,
              .rect = {show_left, y, rect.width - kSheetPadding - show_left, kSheetButton},
              .text = text,
              .action = panel_action(reader.panel()),
              .filled = true});
}

}  // namespace bantin
