// Numbers in an order of their own, as runs of neighbours: the parts `order` and `sequence`, and what a segment covers.
// Errors: bytes that are no such part, or name a number twice or beyond all there are, give nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bantin {

struct NumberRun {
  uint32_t first = 0, count = 0;

  bool operator==(const NumberRun&) const = default;
};

/// Neighbours that follow each other put together.
std::vector<NumberRun> runs_of(const std::vector<uint32_t>& numbers);
std::vector<uint32_t> numbers_of(const std::vector<NumberRun>& runs);

std::string write_order(const std::vector<uint32_t>& numbers);
/// `numbers`: how many were given.
std::optional<std::vector<uint32_t>> read_order(std::string_view part, uint32_t numbers);

}  // namespace bantin
