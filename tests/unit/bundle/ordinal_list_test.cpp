#include "bundle/ordinal_list.h"

#include <doctest/doctest.h>

#include <random>

using namespace bantin;

namespace {

Ordinals back(const std::string& bytes) {
  ByteReader reader(bytes);
  Ordinals ordinals = read_ordinals(reader);
  CHECK_FALSE(reader.has_failed());
  CHECK(reader.is_done());
  return ordinals;
}

std::string put(const Ordinals& ordinals) {
  std::string bytes;
  put_ordinals(bytes, ordinals);
  return bytes;
}

}  // namespace

TEST_CASE("lists come back, few ordinals or many") {
  std::mt19937 source(1);
  const auto random = [&source] { return static_cast<uint32_t>(source()); };
  for (const uint32_t step : {1u, 2u, 7u, 9u, 300u}) {
    Ordinals ordinals;
    for (uint32_t at = random() % step; at < 3000; at += 1 + random() % step) ordinals.push_back(at);
    CHECK(back(put(ordinals)) == ordinals);
  }
  CHECK(back(put({})).empty());
  CHECK(back(put({0})) == Ordinals{0});
  CHECK(back(put({kMostOrdinals - 1})) == Ordinals{kMostOrdinals - 1});
}

TEST_CASE("the shorter form is written") {
  Ordinals all;
  for (uint32_t i = 0; i < 800; ++i) all.push_back(i);
  CHECK(put(all).size() == 2 + 1 + 100);
  CHECK(put({5, 700}).size() == 1 + 1 + 2);
}

TEST_CASE("bytes that are no list fail and give nothing") {
  for (const std::string& bytes :
       {std::string("\x04"), std::string("\x05\x01\x01", 3), std::string("\xFF\xFF\xFF\x7F")}) {
    ByteReader reader(bytes);
    CHECK(read_ordinals(reader).empty());
    CHECK(reader.has_failed());
  }
}
