// Panels, chips, dates, timeline and what is shown where nothing is left, as a page meets them.
#include <doctest/doctest.h>

#include "app/app.h"
#include "app/fake_host.h"
#include "feed/day.h"
#include "ui/views/date_view.h"
#include "ui/views/department_view.h"
#include "ui/views/filter_view.h"
#include "ui/views/list_view.h"
#include "ui/views/timeline_view.h"

using namespace bantin;

namespace {

// A hundred articles from 23 March to 30 June 2024, a day apart.
constexpr int kArticles = 100;
constexpr int kMonths = 4;

struct Filters : Stage {
  explicit Filters(float width = 1200, float height = 800) : Stage(width, height) {
    app.load_feed(feed_json(kArticles));
    frame();
  }

  size_t count() const { return app.reader().results().rows.size(); }

  // The middle of a month's bar on the timeline.
  float middle_of(int month) const { return node(kTimelineKey).width / kMonths * (static_cast<float>(month) + 0.5f); }

  void drag(DragPhase phase, float x) {
    app.drag(kTimelineKey, phase, x);
    frame();
  }

  void check_range(Day from, Day to) const {
    CHECK(app.reader().dates().from() == from);
    CHECK(app.reader().dates().to() == to);
  }
};

const Day kMarch = day_of(2024, 3, 1), kApril = day_of(2024, 4, 1), kMay = day_of(2024, 5, 1),
          kJune = day_of(2024, 6, 1), kJuly = day_of(2024, 7, 1);

uint32_t month_step(Icon icon) { return key_of("month-step", static_cast<uint32_t>(icon)); }

}  // namespace

TEST_CASE("a panel opens below its button and closes with it, one at a time") {
  Filters stage;
  CHECK_FALSE(stage.has(kPanelScrollerKey));
  stage.press(kDepartmentsKey);
  CHECK(stage.is_on(kDepartmentsKey));
  CHECK(stage.has(department_key(0)));
  stage.press(kDatesKey);
  CHECK_FALSE(stage.is_on(kDepartmentsKey));
  CHECK(stage.is_on(kDatesKey));
  CHECK_FALSE(stage.has(department_key(0)));
  CHECK(stage.has(kFromKey));
  stage.press(kDatesKey);
  CHECK_FALSE(stage.has(kPanelScrollerKey));
}

TEST_CASE("a panel in place leaves the focus at its button, and gives it back when Escape closes it") {
  Filters stage;
  const uint32_t serial = stage.host.focus.serial;
  stage.press(kDepartmentsKey);
  CHECK(stage.host.focus.serial == serial);
  CHECK(stage.app.escape());
  stage.frame();
  CHECK(stage.host.focus.key == kDepartmentsKey);
  CHECK(stage.host.focus.serial != serial);
}

TEST_CASE("on a phone the filters are a dialog that takes the focus and gives it back") {
  Filters stage(390, 844);
  CHECK_FALSE(stage.has(kDepartmentsKey));
  stage.press(kFiltersKey);
  CHECK(stage.node(kSheetKey).kind == static_cast<uint32_t>(NodeKind::dialog));
  CHECK(stage.host.focus.key == kSheetKey);
  for (const uint32_t key : {kTimelineKey, kFromKey, department_key(0), kStarredOnlyKey}) CHECK(stage.has(key));
  CHECK(stage.text(kShowKey) == "Xem 100 bài");
  stage.press(department_key(1));
  CHECK(stage.text(kShowKey) == "Xem 33 bài");
  stage.press(kShowKey);
  CHECK_FALSE(stage.has(kSheetKey));
  CHECK(stage.host.focus.key == kFiltersKey);
}

TEST_CASE("a tap beside the sheet and Escape close it as well") {
  Filters stage(390, 844);
  stage.press(kFiltersKey);
  stage.press(key_of("scrim"));
  CHECK_FALSE(stage.has(kSheetKey));
  stage.press(kFiltersKey);
  CHECK(stage.app.escape());
  stage.frame();
  CHECK_FALSE(stage.has(kSheetKey));
  CHECK_FALSE(stage.app.escape());
}

TEST_CASE("what is chosen stands as chips, each of which takes itself away") {
  Filters stage;
  stage.app.set_filter({std::vector<std::string>{"so-tttt", "so-yt"}, kMay, kJuly - 1, "tieu de", false});
  stage.frame();
  CHECK(stage.label(key_of("chip-department", 0)) == "Bỏ: Sở Y tế");
  CHECK(stage.label(key_of("chip-department", 1)) == "Bỏ: Sở TT&TT");
  CHECK(stage.label(key_of("chip-dates")) == "Bỏ: 01/05/2024 – 30/06/2024");
  CHECK(stage.label(key_of("chip-query")) == "Bỏ: “tieu de”");
  stage.press(key_of("chip-department", 0));
  CHECK(stage.app.reader().chosen_departments() == std::vector<std::string>{"so-tttt"});
  stage.press(key_of("chip-dates"));
  stage.press(key_of("chip-query"));
  stage.press(key_of("chip-department", 1));
  CHECK_FALSE(stage.app.reader().is_filtered());
  CHECK(stage.count() == kArticles);
  for (const char* name : {"chip-dates", "chip-query", "chip-departments"}) CHECK_FALSE(stage.has(key_of(name)));
}

TEST_CASE("departments that the feed does not have make all chosen ones a single chip") {
  Filters stage;
  stage.app.set_filter({std::vector<std::string>{"so-yt", "so-khac", "so-la"}, {}, {}, {}});
  stage.frame();
  CHECK(stage.label(key_of("chip-departments")) == "Bỏ: 3 đơn vị");
  stage.press(key_of("chip-departments"));
  CHECK(stage.app.reader().chosen_departments().empty());
}

TEST_CASE("clearing is offered only where something is filtered") {
  Filters stage;
  CHECK_FALSE(stage.has(key_of("clear")));
  stage.press(kDepartmentsKey);
  stage.press(department_key(1));
  stage.press(key_of("clear"));
  CHECK(stage.count() == kArticles);
  CHECK_FALSE(stage.has(key_of("clear")));
}

TEST_CASE("nothing found: each filter that would help says how many articles it gives, and gives them") {
  Filters stage;
  stage.app.set_filter({std::vector<std::string>{"so-tttt"}, kJune, kJuly - 1, "khôngcóđâu"});
  stage.frame();
  const uint32_t key = key_of("loosen", Loosening::kQuery);
  CHECK(stage.text(key) == "Bỏ từ tìm kiếm (10 bài)");
  CHECK_FALSE(stage.has(key_of("loosen", Loosening::kDates)));
  stage.press(key);
  CHECK(stage.count() == 10);
  CHECK_FALSE(stage.has(key));
}

TEST_CASE("nothing found for two reasons: both are offered together") {
  Filters stage;
  stage.app.set_filter({std::vector<std::string>{"so-khac"}, {}, {}, "khôngcóđâu"});
  stage.frame();
  const uint32_t key = key_of("loosen", Loosening::kQuery | Loosening::kDepartments);
  CHECK(stage.text(key) == "Bỏ đơn vị, từ tìm kiếm (100 bài)");
  stage.press(key);
  CHECK(stage.count() == kArticles);
}

TEST_CASE("ranges ready to be taken are on while they are set") {
  Filters stage;
  stage.press(kDatesKey);
  CHECK(stage.text(key_of("preset", 0)) == "7 ngày qua");
  CHECK(stage.text(key_of("preset", 1)) == "Tháng 06/2024");
  CHECK(stage.label(key_of("preset", 2)) == "Năm 2024");
  stage.press(key_of("preset", 0));
  CHECK(stage.count() == 7);
  CHECK(stage.is_on(key_of("preset", 0)));
  stage.press(key_of("preset", 1));
  CHECK(stage.count() == 30);
  CHECK_FALSE(stage.is_on(key_of("preset", 0)));
  CHECK(stage.is_on(key_of("preset", 1)));
  CHECK(stage.text(kFromKey) == "01/06/2024");
}

TEST_CASE("the calendar's days are picked as a range, in either order, and are on within it") {
  Filters stage;
  stage.press(kDatesKey);
  CHECK(stage.label(day_key(kJune + 9)) == "10/6/2024");
  stage.press(day_key(kJune + 9));
  CHECK(stage.count() == 1);
  stage.press(day_key(kJune + 4));
  stage.check_range(kJune + 4, kJune + 9);
  CHECK(stage.count() == 6);
  CHECK(stage.is_on(day_key(kJune + 6)));
  CHECK_FALSE(stage.is_on(day_key(kJune + 10)));
}

TEST_CASE("the calendar goes from month to month and no further than there are articles") {
  Filters stage;
  stage.press(kDatesKey);
  CHECK(stage.text(key_of("calendar-month")) == "Tháng 06/2024");
  CHECK(stage.is_muted(month_step(Icon::right)));
  stage.press(month_step(Icon::right));
  CHECK(stage.text(key_of("calendar-month")) == "Tháng 06/2024");
  for (int step = 0; step < 6; ++step) stage.press(month_step(Icon::left));
  CHECK(stage.text(key_of("calendar-month")) == "Tháng 03/2024");
  CHECK(stage.is_muted(month_step(Icon::left)));
  CHECK_FALSE(stage.is_muted(month_step(Icon::right)));
  CHECK(stage.has(day_key(kMarch)));
  CHECK_FALSE(stage.has(day_key(kApril)));
}

TEST_CASE("the timeline says in words what it shows, and takes the room it says") {
  Filters stage;
  CHECK(stage.label(key_of("timeline-group")) == "Số bài theo tháng, 03/2024 – 06/2024; nhiều nhất 05/2024: 31 bài");
  CHECK(stage.node(key_of("timeline-group")).height == TimelineView::kHeight);
  CHECK(stage.node(kTimelineKey).height < TimelineView::kHeight);
  CHECK(stage.text(kFromSliderKey) == "0");
  CHECK(stage.text(kToSliderKey) == "3");
  CHECK(stage.node(kToSliderKey).set_size == kMonths - 1);
}

TEST_CASE("a drag over the timeline takes in every month it touches, either way round") {
  for (const bool is_back : {false, true}) {
    Filters stage;
    const float april = stage.middle_of(1), may = stage.middle_of(2);
    stage.drag(DragPhase::begin, is_back ? may : april);
    CHECK(stage.count() == kArticles);
    stage.drag(DragPhase::move, is_back ? april : may);
    stage.check_range(kApril, kJune - 1);
    stage.drag(DragPhase::end, is_back ? april : may);
    stage.check_range(kApril, kJune - 1);
    CHECK(stage.count() == 61);
    CHECK(stage.text(kFromSliderKey) == "1");
    CHECK(stage.text(kToSliderKey) == "2");
    CHECK(stage.host.told.back().filter);
  }
}

TEST_CASE("a drag beyond the timeline's ends goes to its ends") {
  Filters stage;
  stage.drag(DragPhase::begin, stage.middle_of(2));
  stage.drag(DragPhase::end, 5000);
  stage.check_range(kMay, kJuly - 1);
  stage.drag(DragPhase::begin, stage.middle_of(1));
  stage.drag(DragPhase::end, -200);
  stage.check_range(kMarch, kMay - 1);
}

TEST_CASE("a tap on a bar takes its month, a second one lets it go, another bar takes that") {
  Filters stage;
  const auto tap = [&](int month) {
    stage.drag(DragPhase::begin, stage.middle_of(month));
    stage.drag(DragPhase::end, stage.middle_of(month) + 1);
  };
  tap(1);
  stage.check_range(kApril, kMay - 1);
  tap(1);
  stage.check_range(kUndated, kUndated);
  tap(1);
  tap(3);
  stage.check_range(kJune, kJuly - 1);
}

TEST_CASE("a drag that comes back to where it began keeps the month it stands on") {
  Filters stage;
  stage.drag(DragPhase::begin, stage.middle_of(1));
  stage.drag(DragPhase::move, stage.middle_of(1) + 10);
  stage.drag(DragPhase::end, stage.middle_of(1) + 1);
  stage.check_range(kApril, kMay - 1);
}

TEST_CASE("a drag somewhere else is none of the timeline's") {
  Filters stage;
  stage.app.drag(kListKey, DragPhase::begin, 10);
  stage.app.drag(kListKey, DragPhase::end, 200);
  stage.frame();
  CHECK_FALSE(stage.app.reader().is_filtered());
}

TEST_CASE("the timeline's sliders filter by months") {
  Filters stage;
  stage.app.input(kToSliderKey, "2", true);
  stage.frame();
  stage.app.input(kFromSliderKey, "1", true);
  stage.frame();
  stage.check_range(kApril, kJune - 1);
  CHECK(stage.label(kFromSliderKey) == "Từ tháng\nTháng 04/2024, 61 bài");
}

TEST_CASE("a feed within one month has no timeline, and nothing to drag") {
  Stage stage;
  stage.app.load_feed(feed_json(20));
  stage.frame();
  CHECK_FALSE(stage.has(kTimelineKey));
  stage.app.drag(kTimelineKey, DragPhase::begin, 10);
  stage.app.drag(kTimelineKey, DragPhase::end, 200);
  CHECK_FALSE(stage.app.reader().is_filtered());
}

TEST_CASE("only what was starred is shown while its toggle is on, and a chip says so") {
  Filters stage;
  stage.app.set_marks({"bai-3", "bai-5"}, {});
  stage.press(kStarredOnlyKey);
  CHECK(stage.is_on(kStarredOnlyKey));
  CHECK(stage.count() == 2);
  CHECK(stage.label(key_of("chip-starred")) == "Bỏ: Đã lưu");
  stage.press(key_of("chip-starred"));
  CHECK(stage.count() == kArticles);
}

TEST_CASE("a list that is filtered begins at its top") {
  Filters stage;
  stage.app.scrolled(kListKey, 5000);
  stage.frame();
  CHECK(stage.app.place().row > 10);
  stage.app.set_filter({std::vector<std::string>{"so-yt"}, {}, {}, {}});
  stage.frame();
  CHECK(stage.app.place().row == 0);
}

TEST_CASE("in a pane as low as a page enlarged four times leaves, chips give their room to the list") {
  Stage high(320, 568), low(320, 256);
  for (Stage* stage : {&high, &low}) {
    stage->app.load_feed(feed_json(30));
    FilterRequest request;
    request.departments = {{"so-yt", "so-tttt", "so-gddt"}};
    request.query = "đường";
    stage->app.set_filter(request);
    stage->frame();
  }
  CHECK(high.has(key_of("chip-query")));
  CHECK_FALSE(low.has(key_of("chip-query")));
  CHECK(low.node(kListKey).height >= ListView::kRowHeight);
  CHECK(low.has(key_of("clear")));
}

TEST_CASE("the timeline tells the layer its bars in percent of the tallest, and the range that is set in thousandths") {
  Stage stage;
  stage.app.load_feed(feed_json(90));  // a day apart, from 2024-06-30 back to 2024-04-02
  stage.frame();
  CHECK(stage.label(kTimelineKey) == "94 100 97");
  FilterRequest request;
  request.from = parse_iso_day("2024-05-01");
  request.to = parse_iso_day("2024-05-31");
  stage.app.set_filter(request);
  stage.frame();
  CHECK(stage.label(kTimelineKey) == "94 100 97|333|334");
}
