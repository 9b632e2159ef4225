#include "ui/scroller.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("content below the limit is scrolled as it is") {
  Scroller scroller;
  scroller.fit(5000, 600);
  scroller.scrolled(1234);
  CHECK(scroller.top() == 1234);
  CHECK(scroller.base() == 0);
  CHECK(scroller.physical_extent() == 5000);
}

TEST_CASE("shorter content pulls the place back and asks the layer to follow") {
  Scroller scroller;
  scroller.fit(5000, 600);
  scroller.scrolled(4000);
  const auto serial = scroller.serial();
  scroller.fit(1000, 600);
  CHECK(scroller.top() == 400);
  CHECK(scroller.physical() == 400);
  CHECK(scroller.serial() != serial);
}

TEST_CASE("the layer's element never grows beyond the limit") {
  Scroller scroller;
  scroller.fit(152.0 * 1'000'000, 600);
  CHECK(scroller.physical_extent() == Scroller::kLimit);
}

TEST_CASE("in re-based content a small move is exact and the end is the end") {
  Scroller scroller;
  const double extent = 152.0 * 1'000'000;
  scroller.fit(extent, 600);
  scroller.scrolled(300);
  CHECK(scroller.top() == 300);
  scroller.scrolled(static_cast<float>(Scroller::kLimit - 600));
  CHECK(scroller.top() == extent - 600);
  scroller.scrolled(static_cast<float>(Scroller::kLimit - 700));
  CHECK(scroller.top() == extent - 700);
}

TEST_CASE("a jump of the scroll bar goes to the same share of the whole") {
  Scroller scroller;
  const double extent = 80'000'000;
  scroller.fit(extent, 800);
  scroller.scrolled(static_cast<float>((Scroller::kLimit - 800) / 2));
  CHECK(scroller.top() == doctest::Approx((extent - 800) / 2));
}

TEST_CASE("scrolling from end to end by small moves reaches every place and never sticks") {
  Scroller scroller;
  const double extent = 30'000'000;
  const float viewport = 1000;
  scroller.fit(extent, viewport);
  double physical = 0, last = -1;
  auto serial = scroller.serial();
  for (int moves = 0; moves < 60'000 && scroller.top() < extent - viewport; ++moves) {
    physical += 600;
    if (physical > Scroller::kLimit - viewport) physical = Scroller::kLimit - viewport;
    scroller.scrolled(static_cast<float>(physical));
    REQUIRE(scroller.top() > last);
    REQUIRE(scroller.top() - last <= 601);
    last = scroller.top();
    if (scroller.serial() != serial) physical = scroller.physical();
    serial = scroller.serial();
  }
  CHECK(scroller.top() == extent - viewport);
}

TEST_CASE("revealing scrolls no more than needed") {
  Scroller scroller;
  scroller.fit(5000, 600);
  scroller.reveal(700, 800);
  CHECK(scroller.top() == 200);
  scroller.reveal(300, 400);
  CHECK(scroller.top() == 200);
  scroller.reveal(100, 200);
  CHECK(scroller.top() == 100);
}
