// The timeline: articles a month as bars, stacked in the departments' colours, and the range of dates tinted on it.
// Brushed by dragging (mouse, touch); by keyboard and screen reader through two sliders that say the months.
// Units: CSS pixels. Owns the bars, made anew when the results change.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reader/reader.h"
#include "ui/ui.h"

namespace bantin {

inline constexpr uint32_t kTimelineKey = key_of("timeline");
inline constexpr uint32_t kFromSliderKey = key_of("from-slider"), kToSliderKey = key_of("to-slider");

enum class DragPhase : uint8_t { begin, move, end };

class TimelineView {
 public:
  static constexpr float kHeight = 64 + 22;  ///< bars, and the years below

  /// Nothing, and no height, for a feed within one month.
  float build(Ui& ui, const Reader& reader, const Rect& rect);
  /// Months under the pointer as a filter; none while there is nothing to brush.
  std::optional<FilterRequest> dragged(const Reader& reader, DragPhase phase, float x);
  void results_changed() { bars_.clear(); }

 private:
  // Articles of one bar by department, from the bottom up.
  struct Bar {
    uint32_t total = 0;
    std::vector<std::pair<uint16_t, uint32_t>> parts;
  };

  void make_bars(const Reader& reader);
  void draw(Ui& ui, const Reader& reader, const Rect& rect) const;
  void years(Ui& ui, const Reader& reader, float width) const;
  std::string picture(const Reader& reader) const;
  void describe(Ui& ui, const Reader& reader, const Rect& rect) const;
  void slider(Ui& ui, const Reader& reader, const Rect& rect, bool is_end) const;
  float month_width(const Reader& reader) const;

  std::vector<Bar> bars_;
  int months_in_bar_ = 1;
  uint32_t tallest_ = 0;
  float width_ = 0;
  float drag_from_ = 0;
  bool has_dragged_ = false;
};

}  // namespace bantin
