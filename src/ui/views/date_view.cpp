#include "ui/views/date_view.h"

#include <cmath>
#include <string>

#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kGap = 8;
constexpr float kPresetHeight = kControlHeight;
constexpr int kWeeks = 6, kDaysInWeek = 7;
constexpr float kDayHeight = kControlHeight, kWeekdayHeight = 24;

std::string preset_text(const Ui& ui, const DateRange& range) {
  switch (range.kind) {
    case DateRange::Kind::week: return std::string(ui.strings.get(Message::last_week));
    case DateRange::Kind::month: return ui.strings.month(range.number);
    case DateRange::Kind::year: break;
  }
  return std::to_string(range.number);
}

float preset_width(Ui& ui, const std::string& text) { return std::ceil(ui.text_width(text, kInterfaceText)) + 20; }

// One beside the other, as many a row as fit.
std::vector<Rect> preset_places(Ui& ui, const Reader& reader, const Rect& rect) {
  std::vector<Rect> places;
  float x = rect.x, y = rect.y;
  for (const DateRange& range : reader.dates().presets()) {
    const float width = preset_width(ui, preset_text(ui, range));
    if (x > rect.x && x + width > rect.right()) {
      x = rect.x;
      y += kPresetHeight + kGap;
    }
    places.push_back({x, y, width, kPresetHeight});
    x += width + kGap;
  }
  return places;
}

bool has_error(const Reader& reader) {
  return reader.dates().from_field().invalid || reader.dates().to_field().invalid;
}

float error_height(const Reader& reader) { return has_error(reader) ? kMetaText.line_height + kGap / 2 : 0; }

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

// Both fields and, where one holds no date, what to do about it. Gives the y below.
float fields(Ui& ui, const Reader& reader, const Rect& rect) {
  const float width = std::floor((rect.width - kGap) / 2);
  date_field(ui, kFromKey, {rect.x, rect.y, width, kControlHeight}, reader.dates().from_field(), Message::from_day,
             ActionKind::set_from);
  date_field(ui, kToKey, {rect.x + width + kGap, rect.y, width, kControlHeight}, reader.dates().to_field(),
             Message::to_day, ActionKind::set_to);
  if (has_error(reader)) {
    label(ui, NodeKind::status, key_of("date-error"),
          {rect.x, rect.y + kControlHeight + kGap / 2, rect.width, kMetaText.line_height},
          ui.strings.get(Message::bad_day), kMetaText, ui.theme.accent);
  }
  return rect.y + kControlHeight + error_height(reader);
}

void presets(Ui& ui, const Reader& reader, const std::vector<Rect>& places) {
  const DateChoice& dates = reader.dates();
  for (uint32_t i = 0; i < places.size(); ++i) {
    const DateRange& range = dates.presets()[i];
    const bool is_on = dates.from() == range.from && dates.to() == range.to;
    const std::string text = preset_text(ui, range);
    const bool is_year = range.kind == DateRange::Kind::year;
    const std::string name = is_year ? std::string(ui.strings.get(Message::year)) + " " + text : std::string();
    button(ui, {.key = key_of("preset", i),
                .rect = places[i],
                .text = text,
                .label = name,
                .action = {ActionKind::set_range, i},
                .framed = true,
                .flags = is_on ? uint32_t{kOn} : 0,
                .kind = NodeKind::toggle});
  }
}

void month_bar(Ui& ui, const DateChoice& dates, const Rect& rect) {
  const int32_t month = dates.month();
  const auto step = [&](float x, Icon icon, Message name, int32_t to) {
    const bool is_there = to >= dates.first_month() && to <= dates.last_month();
    icon_button(ui, key_of("month-step", static_cast<uint32_t>(icon)), x, rect.y, icon, ui.strings.get(name),
                {ActionKind::show_month, static_cast<uint32_t>(to)}, is_there ? 0 : uint32_t{kMuted});
  };
  step(rect.x - 10, Icon::left, Message::previous_month, month - 1);
  step(rect.right() - kControlHeight + 10, Icon::right, Message::next_month, month + 1);
  const std::string title = ui.strings.month(month);
  const float width = std::ceil(ui.text_width(title, kInterfaceStrong)) + 1;
  label(ui, NodeKind::status, key_of("calendar-month"),
        {std::floor(rect.x + (rect.width - width) / 2), rect.y + 9, width, kInterfaceStrong.line_height}, title,
        kInterfaceStrong, ui.theme.ink);
}

void weekday_row(Ui& ui, const Rect& rect) {
  std::string_view names = ui.strings.get(Message::weekdays);
  const float width = rect.width / kDaysInWeek;
  for (int i = 0; i < kDaysInWeek; ++i) {
    const std::string_view name = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(name.size() + 1, names.size()));
    const float text = std::ceil(ui.text_width(name, kMetaText)) + 1;
    const float x = std::floor(rect.x + width * (static_cast<float>(i) + 0.5f) - text / 2);
    label(ui, NodeKind::label, key_of("weekday", static_cast<uint32_t>(i)),
          {x, rect.y + 3, text, kMetaText.line_height}, name, kMetaText, ui.theme.quiet);
  }
}

void day_button(Ui& ui, const DateChoice& dates, Day day, const Rect& rect) {
  const bool is_set = dates.is_set();
  const bool is_end = is_set && (day == dates.from() || day == dates.to());
  const bool is_inside =
      is_set && (dates.from() == kUndated || day >= dates.from()) && (dates.to() == kUndated || day <= dates.to());
  if (is_inside) ui.fill(rect, faded(ui.theme.accent, is_end ? 1.0f : 0.10f), is_end ? kControlRadius : 0);
  const std::string number = std::to_string(day - first_day(month_of(day)) + 1);
  const std::string name = ui.strings.day(day);  // holds the number that is seen
  ButtonSpec spec{.key = day_key(day), .rect = rect, .text = number, .label = name};
  spec.action = {ActionKind::pick_day, static_cast<uint32_t>(day)};
  spec.kind = NodeKind::toggle;
  spec.filled = is_end;
  spec.plain = true;
  spec.flags = is_inside ? uint32_t{kOn} : 0;
  button(ui, spec);
}

void calendar(Ui& ui, const Reader& reader, const Rect& rect) {
  const DateChoice& dates = reader.dates();
  month_bar(ui, dates, rect);
  weekday_row(ui, {rect.x, rect.y + kControlHeight, rect.width, kWeekdayHeight});
  const float top = rect.y + kControlHeight + kWeekdayHeight;
  Box group(ui, {.kind = NodeKind::group,
                 .key = key_of("calendar"),
                 .flags = kArrows,
                 .x = rect.x,
                 .y = top,
                 .width = rect.width,
                 .height = kDayHeight * kWeeks,
                 .label = ui.strings.get(Message::dates)});
  const float width = std::floor(rect.width / kDaysInWeek);
  const Day first = first_day(dates.month());
  for (Day day = first; day < first_day(dates.month() + 1); ++day) {
    const int place = weekday(first) + day - first, column = place % kDaysInWeek, week = place / kDaysInWeek;
    day_button(ui, dates, day,
               {static_cast<float>(column) * width, static_cast<float>(week) * kDayHeight, width, kDayHeight});
  }
}

}  // namespace

float DateView::range_height(Ui& ui, const Reader& reader, float width) {
  const float height = kControlHeight + error_height(reader);
  if (reader.dates().is_empty()) return height;
  return height + kGap + preset_places(ui, reader, {0, 0, width, 0}).back().bottom();
}

void DateView::build_range(Ui& ui, const Reader& reader, const Rect& rect) {
  const float y = fields(ui, reader, rect) + kGap;
  if (!reader.dates().is_empty()) presets(ui, reader, preset_places(ui, reader, {rect.x, y, rect.width, 0}));
}

float DateView::calendar_height(const Reader& reader) {
  return reader.dates().is_empty() ? 0 : kControlHeight + kWeekdayHeight + kWeeks * kDayHeight;
}

void DateView::build_calendar(Ui& ui, const Reader& reader, const Rect& rect) {
  if (!reader.dates().is_empty()) calendar(ui, reader, rect);
}

}  // namespace bantin
