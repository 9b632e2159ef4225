#include "ui/views/timeline_view.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kBars = 64, kYearsTop = 66;
constexpr float kNarrowest = 3;  // a bar of fewer pixels takes in more months
constexpr float kFewestPixels = 2;
constexpr float kYearRoom = 36;
constexpr float kTap = 4;  // a drag shorter than that is a tap on one bar

int months_of(const Reader& reader) { return reader.dates().last_month() - reader.dates().first_month() + 1; }

// Months of the range that is set, from the first one of the timeline; the whole timeline where a bound is missing.
std::pair<int, int> range_of(const Reader& reader) {
  const DateChoice& dates = reader.dates();
  const int first = dates.from() == kUndated ? 0 : month_of(dates.from()) - dates.first_month();
  const int last = dates.to() == kUndated ? months_of(reader) - 1 : month_of(dates.to()) - dates.first_month();
  return {std::clamp(first, 0, months_of(reader) - 1), std::clamp(last, 0, months_of(reader) - 1)};
}

}  // namespace

float TimelineView::build(Ui& ui, const Reader& reader, const Rect& rect) {
  if (reader.dates().is_empty() || months_of(reader) < 2) return 0;
  if (bars_.empty() || width_ != rect.width) {
    width_ = rect.width;
    make_bars(reader);
  }
  draw(ui, reader, rect);
  describe(ui, reader, rect);
  return kHeight;
}

std::optional<FilterRequest> TimelineView::dragged(const Reader& reader, DragPhase phase, float x) {
  if (bars_.empty()) return std::nullopt;
  x = std::clamp(x, 0.0f, width_ - 1);
  if (phase == DragPhase::begin) {
    drag_from_ = x;
    has_dragged_ = false;
    return std::nullopt;
  }
  has_dragged_ |= std::abs(x - drag_from_) >= kTap;
  const bool is_tap = !has_dragged_;
  if (is_tap && phase == DragPhase::move) return std::nullopt;
  const auto bar_at = [&](float at) { return static_cast<int>(at / month_width(reader)) / months_in_bar_; };
  const int first = bar_at(std::min(x, drag_from_)) * months_in_bar_;
  const int last = std::min((bar_at(std::max(x, drag_from_)) + 1) * months_in_bar_, months_of(reader)) - 1;
  const int32_t base = reader.dates().first_month();
  FilterRequest request;
  request.from = first_day(base + first);
  request.to = first_day(base + last + 1) - 1;
  // A tap on what is chosen already lets it go.
  const bool is_chosen = request.from == reader.dates().from() && request.to == reader.dates().to();
  if (is_tap && is_chosen) request.from = request.to = kUndated;
  return request;
}

float TimelineView::month_width(const Reader& reader) const { return width_ / static_cast<float>(months_of(reader)); }

void TimelineView::make_bars(const Reader& reader) {
  months_in_bar_ = 1;
  for (const int more : {3, 12, 60}) {
    if (month_width(reader) * static_cast<float>(months_in_bar_) < kNarrowest) months_in_bar_ = more;
  }
  bars_.assign(static_cast<size_t>((months_of(reader) + months_in_bar_ - 1) / months_in_bar_), {});
  const int32_t base = reader.dates().first_month();
  for (const DepartmentMonth& count : months_by_department(reader.catalog(), reader.results())) {
    Bar& bar = bars_[static_cast<size_t>((count.month - base) / months_in_bar_)];
    bar.total += count.count;
    const auto known = std::find_if(bar.parts.begin(), bar.parts.end(),
                                    [&](const auto& part) { return part.first == count.department; });
    if (known == bar.parts.end()) {
      bar.parts.emplace_back(count.department, count.count);
    } else {
      known->second += count.count;
    }
  }
  tallest_ = 1;
  for (Bar& bar : bars_) {
    std::sort(bar.parts.begin(), bar.parts.end());
    tallest_ = std::max(tallest_, bar.total);
  }
}

void TimelineView::draw(Ui& ui, const Reader& reader, const Rect& rect) const {
  const float bar_width = month_width(reader) * static_cast<float>(months_in_bar_);
  const auto [first, last] = range_of(reader);
  const bool is_set = reader.dates().is_set();
  const float left = rect.x + static_cast<float>(first) * month_width(reader);
  const float right = rect.x + static_cast<float>(last + 1) * month_width(reader);
  if (is_set) ui.fill({left, rect.y, right - left, kBars}, faded(ui.theme.accent, 0.06f));
  ui.rule_below({rect.x, rect.y, rect.width, kBars});
  const float gap = bar_width >= 5 ? 1.0f : 0;
  for (size_t i = 0; i < bars_.size(); ++i) {
    const int month = static_cast<int>(i) * months_in_bar_;
    const bool is_outside = is_set && (month + months_in_bar_ <= first || month > last);
    float bottom = rect.y + kBars - 1;
    for (const auto& [department, count] : bars_[i].parts) {
      const float share = static_cast<float>(count) / static_cast<float>(tallest_);
      const float height = std::max(kFewestPixels, std::round(share * (kBars - 6)));
      const ImU32 colour = ui.theme.department(department);
      const float x = rect.x + static_cast<float>(i) * bar_width;
      ui.fill({x, bottom - height, bar_width - gap, height}, is_outside ? faded(colour, 0.35f) : colour);
      bottom -= height;
    }
  }
  if (is_set) {
    ui.fill({left, rect.y, 2, kBars}, ui.theme.accent);
    ui.fill({right - 2, rect.y, 2, kBars}, ui.theme.accent);
  }
  if (ui.has_visible_focus(kFromSliderKey)) ui.ring({left - 1, rect.y, 4, kBars}, 2);
  if (ui.has_visible_focus(kToSliderKey)) ui.ring({right - 3, rect.y, 4, kBars}, 2);
}

void TimelineView::years(Ui& ui, const Reader& reader, float width) const {
  float free_from = 0;
  for (int32_t month = 0; month < months_of(reader); ++month) {
    const int32_t number = reader.dates().first_month() + month;
    const float mark = static_cast<float>(month) * month_width(reader);
    const float x = std::floor(std::min(mark, width - kYearRoom + 4));
    if ((number % 12 != 0 && month > 0) || x < free_from) continue;
    ui.fill({mark, kBars, 1, 4}, ui.theme.rule);
    label(ui, NodeKind::label, key_of("year", static_cast<uint32_t>(number / 12)),
          {x, kYearsTop, kYearRoom, kMetaText.line_height}, std::to_string(number / 12), kMetaText, ui.theme.quiet);
    free_from = x + kYearRoom;
  }
}

// The bars as the layer shows them where there is no canvas: their heights in percent, then what lies left and right of
// the range that is set, in thousandths.
std::string TimelineView::picture(const Reader& reader) const {
  std::string heights;
  for (const Bar& bar : bars_) {
    const uint32_t share = (bar.total * 100 + tallest_ - 1) / tallest_;
    heights += (heights.empty() ? "" : " ") + std::to_string(share);
  }
  if (!reader.dates().is_set()) return heights;
  const auto [first, last] = range_of(reader);
  const int months = months_of(reader);
  return heights + "|" + std::to_string(first * 1000 / months) + "|" +
         std::to_string(1000 - (last + 1) * 1000 / months);
}

void TimelineView::describe(Ui& ui, const Reader& reader, const Rect& rect) const {
  const auto tallest =
      std::max_element(bars_.begin(), bars_.end(), [](const Bar& a, const Bar& b) { return a.total < b.total; });
  const int32_t month = reader.dates().first_month() + static_cast<int32_t>(tallest - bars_.begin()) * months_in_bar_;
  const std::string summary = std::string(ui.strings.get(Message::timeline)) + ", " +
                              vi_month(reader.dates().first_month()) + " – " + vi_month(reader.dates().last_month()) +
                              "; " + std::string(ui.strings.get(Message::most_in)) + " " + vi_month(month) + ": " +
                              ui.strings.articles(tallest->total);
  Box box(ui, {.kind = NodeKind::group,
               .key = key_of("timeline-group"),
               .x = rect.x,
               .y = rect.y,
               .width = rect.width,
               .height = kHeight,
               .label = summary});
  const std::string bars = picture(reader);
  ui.description.add(
      {.kind = NodeKind::drag_area, .key = kTimelineKey, .width = rect.width, .height = kBars, .label = bars});
  slider(ui, reader, {0, 0, rect.width, kBars / 2}, false);
  slider(ui, reader, {0, kBars / 2, rect.width, kBars / 2}, true);
  years(ui, reader, rect.width);
}

void TimelineView::slider(Ui& ui, const Reader& reader, const Rect& rect, bool is_end) const {
  const auto [first, last] = range_of(reader);
  const int month = is_end ? last : first;
  const std::string name = std::string(ui.strings.get(is_end ? Message::last_month : Message::first_month)) + "\n" +
                           ui.strings.month(reader.dates().first_month() + month) + ", " +
                           ui.strings.articles(static_cast<uint32_t>(reader.results().rows.size()));
  ui.description.add({.kind = NodeKind::slider,
                      .key = is_end ? kToSliderKey : kFromSliderKey,
                      .x = rect.x,
                      .y = rect.y,
                      .width = rect.width,
                      .height = rect.height,
                      .text = std::to_string(month),
                      .label = name,
                      .set_size = months_of(reader) - 1,
                      .action = {is_end ? ActionKind::set_to_month : ActionKind::set_from_month}});
}

}  // namespace bantin
