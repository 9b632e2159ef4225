#include "bundle/columns.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("columns are read as they were written, undated and withdrawn articles too") {
  const std::vector<ColumnEntry> entries{{19'000, 3}, {19'000, 0}, {kUndated, 7}, {}, {-400'000, 65'535}, {20'000, 1}};
  CHECK(read_columns(write_columns(entries)) == entries);
}

TEST_CASE("neighbouring days take two bytes an article") {
  std::vector<ColumnEntry> entries;
  for (int i = 0; i < 1000; ++i) entries.push_back({19'000 - i / 3, static_cast<uint16_t>(i % 20)});
  CHECK(write_columns(entries).size() < 2010);
}

TEST_CASE("bytes that are no columns give none") {
  const std::string good = write_columns(std::vector<ColumnEntry>{{19'000, 3}, {19'001, 300}});
  CHECK_FALSE(read_columns(""));
  CHECK_FALSE(read_columns("X" + good.substr(1)));
  for (size_t size = 1; size < good.size(); ++size) CHECK_FALSE(read_columns(good.substr(0, size)));
  CHECK_FALSE(read_columns(good + '\0'));
  CHECK_FALSE(read_columns("C\xFF\xFF\xFF\xFF\x0F"));
}
