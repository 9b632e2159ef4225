#include "bundle/number_runs.h"

#include <utility>

#include "bundle/bytes.h"

namespace bantin {

namespace {

constexpr char kOrderMark = 'O';

}  // namespace

std::vector<NumberRun> runs_of(const std::vector<uint32_t>& numbers) {
  std::vector<NumberRun> runs;
  for (const uint32_t number : numbers) {
    if (!runs.empty() && runs.back().first + runs.back().count == number) {
      ++runs.back().count;
    } else {
      runs.push_back({number, 1});
    }
  }
  return runs;
}

std::vector<uint32_t> numbers_of(const std::vector<NumberRun>& runs) {
  std::vector<uint32_t> numbers;
  for (const NumberRun& run : runs) {
    for (uint32_t i = 0; i < run.count; ++i) numbers.push_back(run.first + i);
  }
  return numbers;
}

std::string write_order(const std::vector<uint32_t>& numbers) {
  std::string part(1, kOrderMark);
  int64_t end = 0;  // of the run before
  for (const NumberRun& run : runs_of(numbers)) {
    put_varint(part, zigzag(run.first - end));
    put_varint(part, run.count);
    end = int64_t{run.first} + run.count;
  }
  return part;
}

std::optional<std::vector<uint32_t>> read_order(std::string_view part, uint32_t numbers) {
  ByteReader reader(part);
  if (reader.byte() != kOrderMark) return std::nullopt;
  std::vector<uint32_t> order;
  std::vector<bool> is_named(numbers);
  for (int64_t end = 0; !reader.is_done();) {
    const int64_t distance = unzigzag(reader.varint());
    const uint64_t count = reader.varint();
    if (reader.has_failed() || distance < -end || distance > numbers - end) return std::nullopt;
    const int64_t first = end + distance;
    if (count == 0 || std::cmp_greater(count, numbers - first)) return std::nullopt;
    end = first + static_cast<int64_t>(count);
    for (int64_t number = first; number < end; ++number) {
      if (is_named[static_cast<size_t>(number)]) return std::nullopt;
      is_named[static_cast<size_t>(number)] = true;
      order.push_back(static_cast<uint32_t>(number));
    }
  }
  return order;
}

}  // namespace bantin
