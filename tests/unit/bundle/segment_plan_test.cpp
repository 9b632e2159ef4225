#include "bundle/segment_plan.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

Segment covering(std::vector<NumberRun> covers) { return {std::move(covers), {}, {}}; }

BundleChanges changes(size_t numbers, std::vector<uint32_t> indexed, std::vector<uint32_t> withdrawn = {}) {
  BundleChanges changes{std::vector<bool>(numbers, true), std::move(indexed), std::move(withdrawn)};
  for (const uint32_t number : changes.withdrawn) changes.is_live[number] = false;
  return changes;
}

}  // namespace

TEST_CASE("anew there are as few segments as may be") {
  const auto plan = plan_anew(std::vector<bool>(100'000, true));
  REQUIRE(plan.size() == 2);
  CHECK(plan[0].covers == std::vector<NumberRun>{{0, 65'536}});
  CHECK(plan[1].covers == std::vector<NumberRun>{{65'536, 34'464}});
}

TEST_CASE("additions and edited articles make a small segment of their own") {
  const auto plan = plan_segments({covering({{0, 1000}})}, changes(1010, {5, 1000, 1001, 1002}));
  REQUIRE(plan.size() == 2);
  CHECK(plan[0].kept == 0);
  CHECK_FALSE(plan[1].kept);
  CHECK(plan[1].covers == std::vector<NumberRun>{{5, 1}, {1000, 3}});
}

TEST_CASE("small segments before are merged while they are less than twice as large") {
  const std::vector<Segment> before{covering({{0, 1000}}), covering({{1000, 12}}), covering({{1012, 7}})};
  const auto plan = plan_segments(before, changes(1023, {1019, 1020, 1021, 1022}));
  REQUIRE(plan.size() == 2);
  CHECK(plan[1].covers == std::vector<NumberRun>{{1000, 23}});
}

TEST_CASE("an article is written anew only a few times, however often ten more come") {
  std::vector<Segment> segments{covering({{0, 1000}})};
  uint32_t numbers = 1000;
  uint64_t written = 0;
  size_t most = 0;
  for (int pack = 0; pack < 200; ++pack) {
    std::vector<uint32_t> added;
    for (int i = 0; i < 10; ++i) added.push_back(numbers++);
    const auto plan = plan_segments(segments, changes(numbers, added));
    segments.clear();
    for (const PlannedSegment& planned : plan) {
      segments.push_back(covering(planned.covers));
      for (const NumberRun& run : planned.covers) written += planned.kept ? 0 : run.count;
    }
    most = std::max(most, segments.size());
  }
  CHECK(most <= 9);
  CHECK(written < 2000 * 14);
}

TEST_CASE("a segment with a withdrawn number is written again, its ordinals as they were") {
  const auto plan = plan_segments({covering({{0, 500}}), covering({{500, 500}})}, changes(1000, {}, {700}));
  REQUIRE(plan.size() == 2);
  CHECK(plan[0].kept == 0);
  CHECK_FALSE(plan[1].kept);
  CHECK(plan[1].covers == std::vector<NumberRun>{{500, 500}});
}

TEST_CASE("when many articles changed all segments are made anew, without those withdrawn") {
  std::vector<uint32_t> edited;
  for (uint32_t number = 0; number < 200; ++number) edited.push_back(number);
  const auto plan = plan_segments({covering({{0, 900}}), covering({{900, 100}})}, changes(1000, edited, {999}));
  REQUIRE(plan.size() == 1);
  CHECK(plan[0].covers == std::vector<NumberRun>{{0, 999}});
}
