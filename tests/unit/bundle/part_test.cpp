#include "bundle/part.h"

#include <doctest/doctest.h>

#include <map>

#include "bundle/bytes.h"

using namespace bantin;

TEST_CASE("numbers come back as they were put") {
  std::string bytes;
  for (const uint64_t value : {uint64_t{0}, uint64_t{127}, uint64_t{128}, uint64_t{300}, UINT64_MAX})
    put_varint(bytes, value);
  ByteReader reader(bytes);
  CHECK(reader.varint() == 0);
  CHECK(reader.varint() == 127);
  CHECK(reader.varint() == 128);
  CHECK(reader.varint() == 300);
  CHECK(reader.varint() == UINT64_MAX);
  CHECK(reader.is_done());
  CHECK_FALSE(reader.has_failed());
  for (const int64_t value : {int64_t{0}, int64_t{-1}, int64_t{1}, INT64_MIN, INT64_MAX})
    CHECK(unzigzag(zigzag(value)) == value);
}

TEST_CASE("what ends too early fails and stays failed") {
  ByteReader reader("\x80");
  CHECK(reader.varint() == 0);
  CHECK(reader.has_failed());
  CHECK(ByteReader("ab").take(3).empty());
}

TEST_CASE("compressed content comes back, anything else gives nothing") {
  const std::string content(10000, 'x');
  CHECK(gunzip(gzip(content)) == content);
  CHECK(gunzip(gzip("")) == "");
  CHECK_FALSE(gunzip("no gzip at all"));
  CHECK_FALSE(gunzip(gzip(content).substr(0, 20)));
}

TEST_CASE("a part lies where its hash says") {
  CHECK(hex(hash_of("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(part_path(hash_of("abc")) == "parts/ba/ba7816bf8f01cfea414140de.bin");
}

TEST_CASE("a table holds the hashes of its parts on pages") {
  std::map<PartHash, std::string> kept;
  const StorePart store = [&](std::string_view content) {
    kept[hash_of(content)] = content;
    return hash_of(content);
  };
  TableWriter writer(store);
  for (uint32_t i = 0; i < kPageParts + 1; ++i) CHECK(writer.add(std::to_string(i)) == i);
  const PartTable table = writer.finish();
  CHECK(table.parts == kPageParts + 1);
  REQUIRE(table.pages.size() == 2);
  CHECK(kept[table.pages[0]].size() == 1 + kPageParts * 32);
  CHECK(kept[table.pages[1]].size() == 1 + 32);
  CHECK(kept[table.pages[1]].front() == 'P');
}
