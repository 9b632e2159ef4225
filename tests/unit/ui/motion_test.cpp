#include "ui/motion.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

float revealed_at(Motion& motion, double now, bool is_still = false) {
  motion.begin_frame(now, is_still);
  return motion.reveal(1);
}

}  // namespace

TEST_CASE("what appears comes from nothing to its place, never back, and then rests") {
  Motion motion;
  float last = revealed_at(motion, 1000);
  CHECK(last == 0);
  CHECK(motion.is_moving());
  for (double passed = 10; passed < Motion::kDuration; passed += 10) {
    const float now = revealed_at(motion, 1000 + passed);
    CHECK(now > last);
    CHECK(now < 1);
    CHECK(motion.is_moving());
    last = now;
  }
  CHECK(revealed_at(motion, 1000 + Motion::kDuration) == 1);
  CHECK_FALSE(motion.is_moving());
}

TEST_CASE("what left and comes back appears anew") {
  Motion motion;
  revealed_at(motion, 0);
  CHECK(revealed_at(motion, 500) == 1);
  motion.begin_frame(600, false);
  CHECK(revealed_at(motion, 700) == 0);
}

TEST_CASE("two things move each in its own time") {
  Motion motion;
  revealed_at(motion, 0);
  motion.begin_frame(100, false);
  const float first = motion.reveal(1), second = motion.reveal(2);
  CHECK(first > second);
  CHECK(second == 0);
  motion.begin_frame(200, false);
  CHECK(motion.reveal(1) == 1);
  CHECK(motion.reveal(2) < 1);
  CHECK(motion.is_moving());
}

TEST_CASE("asked twice in a frame it says the same") {
  Motion motion;
  revealed_at(motion, 0);
  motion.begin_frame(80, false);
  CHECK(motion.reveal(1) == motion.reveal(1));
}

TEST_CASE("whoever asked for less motion gets none") {
  Motion motion;
  CHECK(revealed_at(motion, 0, true) == 1);
  CHECK_FALSE(motion.is_moving());
  CHECK(revealed_at(motion, 1, true) == 1);
}

TEST_CASE("a frame in which nothing appears moves nothing") {
  Motion motion;
  motion.begin_frame(0, false);
  CHECK_FALSE(motion.is_moving());
}

TEST_CASE("a clock that goes back moves nothing beyond its ends") {
  Motion motion;
  revealed_at(motion, 1000);
  const float shown = revealed_at(motion, 500);
  CHECK(shown >= 0);
  CHECK(shown <= 1);
}
