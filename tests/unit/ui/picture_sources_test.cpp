#include "ui/views/picture_sources.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

const Picture kPicture = {"cau.jpg", "", 1200, 800, "cau.480.webp 480w, cau.960.webp 960w, cau.jpg 1200w"};

}  // namespace

TEST_CASE("a wider place is given a larger picture, a narrower one keeps what is there") {
  PictureSources sources;
  CHECK(sources.fitting(kPicture, 1, 400) == "cau.480.webp");
  CHECK(sources.fitting(kPicture, 1, 700) == "cau.960.webp");
  CHECK(sources.fitting(kPicture, 1, 300) == "cau.960.webp");
  CHECK(sources.fitting(kPicture, 1, 1000) == "cau.jpg");
  CHECK(sources.fitting(kPicture, 1, 300) == "cau.jpg");
  CHECK(sources.fitting(kPicture, 2, 300) == "cau.480.webp");
}

TEST_CASE("the picture itself takes the place of a variant that failed, once") {
  PictureSources sources;
  CHECK(sources.fitting(kPicture, 1, 400) == "cau.480.webp");
  CHECK(sources.failed(1));
  CHECK(sources.fitting(kPicture, 1, 400) == "cau.jpg");
  CHECK_FALSE(sources.failed(1));
}

TEST_CASE("a picture in one width that failed has nothing in its place") {
  PictureSources sources;
  CHECK(sources.fitting({"cau.jpg", ""}, 1, 400) == "cau.jpg");
  CHECK_FALSE(sources.failed(1));
}

TEST_CASE("another article begins anew") {
  PictureSources sources;
  sources.fitting(kPicture, 1, 2000);
  sources.clear();
  CHECK(sources.fitting(kPicture, 1, 400) == "cau.480.webp");
}
