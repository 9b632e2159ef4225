#include "text/line_break.h"

#include <doctest/doctest.h>

#include <string>

using namespace bantin;

namespace {

// The runs with a bar between them, and an underscore where a space stood there.
std::string parted(std::string_view text) {
  std::string shown;
  for (const Run& run : runs(text)) {
    shown += text.substr(run.begin, run.end - run.begin);
    if (run.next < text.size()) shown += run.next > run.end ? "_" : "|";
  }
  return shown;
}

}  // namespace

TEST_CASE("a line breaks at spaces, of which several count as one place") {
  CHECK(parted("một hai  ba") == "một_hai_ba");
  CHECK(parted("  một ") == "một");
  CHECK(parted("") == "");
}

TEST_CASE("a no-break space holds") { CHECK(parted("29,5\u00A0km xa") == "29,5\u00A0km_xa"); }

TEST_CASE("a line breaks after a hyphen between letters, not in numbers or before a sign") {
  CHECK(parted("Covid-mới") == "Covid-|mới");
  CHECK(parted("Covid-19") == "Covid-19");
  CHECK(parted("2022-2025") == "2022-2025");
  CHECK(parted("-5 độ") == "-5_độ");
}

TEST_CASE("dates, units and abbreviations with a slash hold together") {
  CHECK(parted("13/1 km/h TT&TT") == "13/1_km/h_TT&TT");
}

TEST_CASE("a long address breaks behind its slashes") {
  CHECK(parted("https://example.org/tin/2022/bai") == "https://|example.org/|tin/|2022/|bai");
}

TEST_CASE("no line begins with closing punctuation") { CHECK(parted("xã —, hết —.") == "xã_—,_hết_—."); }

TEST_CASE("Chinese and Japanese break between characters") { CHECK(parted("越南語。") == "越|南|語。"); }

TEST_CASE("runs and spaces together are the whole text") {
  const std::string text = "Sở TT&TT – cơ quan  chuyên-môn (tỉnh) “Hạ Lam”.";
  const auto found = runs(text);
  for (size_t i = 1; i < found.size(); ++i) CHECK(found[i].begin == found[i - 1].next);
  CHECK(found.back().next == text.size());
}
