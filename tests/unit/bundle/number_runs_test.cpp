#include "bundle/number_runs.h"

#include <doctest/doctest.h>

using namespace bantin;

TEST_CASE("neighbours in a row are one run") {
  const std::vector<uint32_t> numbers{4, 5, 6, 2, 1, 9};
  CHECK(runs_of(numbers) == std::vector<NumberRun>{{4, 3}, {2, 1}, {1, 1}, {9, 1}});
  CHECK(numbers_of(runs_of(numbers)) == numbers);
}

TEST_CASE("an order is read as it was written, and 100,000 numbers in a row take few bytes") {
  std::vector<uint32_t> numbers;
  for (uint32_t number = 0; number < 100'000; ++number) numbers.push_back(number);
  std::swap(numbers[7], numbers[9]);
  const std::string part = write_order(numbers);
  CHECK(part.size() < 32);
  CHECK(read_order(part, 100'000) == numbers);
}

TEST_CASE("an order that names a number twice, beyond all, or ends too early is none") {
  CHECK_FALSE(read_order(write_order({1, 2, 1}), 3));
  CHECK_FALSE(read_order(write_order({1, 2, 3}), 3));
  CHECK_FALSE(read_order(std::string("O\x02", 2), 3));
  CHECK_FALSE(read_order("X", 3));
  CHECK_FALSE(read_order("", 3));
  CHECK(read_order("O", 3) == std::vector<uint32_t>{});
}
