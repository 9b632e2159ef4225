#include "bundle/manifest.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

PartTable table(uint32_t parts) {
  PartTable table{parts, {}};
  for (uint32_t page = 0; page < parts_for(parts, kPageParts); ++page)
    table.pages.push_back(hash_of(std::to_string(page)));
  return table;
}

Manifest two_segments() {
  Manifest manifest;
  manifest.serial = 7;
  manifest.title = "Tin \"tỉnh\"";
  manifest.language = "vi";
  manifest.departments = {{"so-yt", "Sở Y tế", ""}, {"so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT"}};
  manifest.count = 99;
  manifest.numbers = 100;
  manifest.newest = "2024-03-05T08:00:00+07:00";
  manifest.order = hash_of("order");
  manifest.sequence = hash_of("sequence");
  manifest.columns = table(1);
  manifest.headlines = manifest.articles = table(4);
  manifest.segments = {{{{0, 90}}, {1, table(1)}, {{"a", "sở"}, table(2), table(3), table(1), table(70)}},
                       {{{5, 1}, {90, 10}}, {2, table(2)}, {{"y"}, table(1), table(1), table(1), table(1)}}};
  return manifest;
}

std::string replaced(std::string json, const std::string& what, const std::string& by) {
  const size_t at = json.find(what);
  REQUIRE(at != std::string::npos);
  return json.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("a manifest is read as it was written, its format first") {
  const Manifest manifest = two_segments();
  const std::string json = write_manifest(manifest);
  CHECK(json.starts_with("{\"bantin_bundle\":1,"));
  CHECK(json.ends_with("}\n"));
  const ManifestResult result = read_manifest(json);
  CHECK(result.wrong.empty());
  CHECK(result.manifest == manifest);
}

TEST_CASE("a manifest that is not as it must be names the field") {
  const std::string good = write_manifest(two_segments());
  const std::vector<std::array<std::string, 3>> faults{{"\"bantin_bundle\":1", "\"bantin_bundle\":2", "bantin_bundle"},
                                                       {"\"serial\":7", "\"serial\":-7", "serial"},
                                                       {"\"count\":99", "\"count\":101", "count"},
                                                       {"\"numbers\":100", "\"numbers\":4000000000", "numbers"},
                                                       {"\"parts\":4", "\"parts\":5", "headlines"},
                                                       {"[[0,90]]", "[[0,101]]", "segments/0/covers"},
                                                       {"[[0,90]]", "[]", "segments/0/covers"},
                                                       {"[[5,1],[90,10]]", "[[90,10],[5,1]]", "segments/1/covers"},
                                                       {"\"buckets\":2", "\"buckets\":3", "segments/1/ids"},
                                                       {"[\"a\",\"sở\"]", "[\"a\"]", "segments/0/terms"},
                                                       {"\"order\":\"", "\"order\":\"x", "order"}};
  for (const auto& [what, by, wrong] : faults) {
    const ManifestResult result = read_manifest(replaced(good, what, by));
    CHECK_FALSE(result.manifest);
    CHECK(result.wrong == wrong);
  }
  CHECK(read_manifest(good.substr(0, 50)).wrong == "JSON");
  CHECK_FALSE(read_manifest("[]").manifest);
  CHECK_FALSE(read_manifest("").manifest);
}
