#include "bundle/id_table.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bundle/kept_parts.h"

using namespace bantin;

TEST_CASE("every id is found in the bucket its hash chooses") {
  KeptParts kept;
  IdTableWriter writer;
  const auto id = [](uint32_t ordinal) { return "bai-" + std::to_string(ordinal); };
  for (uint32_t ordinal = 0; ordinal < 5000; ++ordinal) writer.add(id_hash(id(ordinal)), ordinal);
  const IdTable table = writer.finish(kept.store);
  CHECK(table.buckets == 8);
  CHECK(table.parts.parts == 8);
  for (uint32_t ordinal = 0; ordinal < 5000; ++ordinal) {
    const IdHash hash = id_hash(id(ordinal));
    const auto found = ordinals_of(kept.part(table.parts, bucket_of(hash, table.buckets)), hash);
    CHECK(std::find(found.begin(), found.end(), ordinal) != found.end());
  }
}

TEST_CASE("an id that is not there is not found, nor any in bytes that are no table") {
  KeptParts kept;
  IdTableWriter writer;
  writer.add(id_hash("có"), 0);
  const IdTable table = writer.finish(kept.store);
  const std::string part = kept.part(table.parts, 0);
  CHECK(ordinals_of(part, id_hash("không")).empty());
  CHECK(ordinals_of("X" + part.substr(1), id_hash("có")).empty());
  CHECK_FALSE(read_ids(part.substr(0, part.size() - 1)));
  CHECK_FALSE(read_ids(""));
}
