// Day and department of every number: the parts `columns`, kColumnNumbers numbers each.
// Units:  days since 1970-01-01, kUndated for none; departments by their index in the manifest.
// Errors: bytes that are no such part give nothing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feed/day.h"

namespace bantin {

inline constexpr uint32_t kColumnNumbers = 16'384;

/// What a list knows of an article; of one that is withdrawn what stands here by default.
struct ColumnEntry {
  Day day = kUndated;
  uint16_t department = 0;

  bool operator==(const ColumnEntry&) const = default;
};

std::string write_columns(std::span<const ColumnEntry> entries);
std::optional<std::vector<ColumnEntry>> read_columns(std::string_view part);

}  // namespace bantin
