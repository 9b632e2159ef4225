#include "bundle/columns.h"

#include <limits>

#include "bundle/bytes.h"

namespace bantin {

namespace {

constexpr char kColumnsMark = 'C';

bool is_day(int64_t day) { return day > kUndated && day <= std::numeric_limits<Day>::max(); }

}  // namespace

std::string write_columns(std::span<const ColumnEntry> entries) {
  std::string part(1, kColumnsMark);
  put_varint(part, entries.size());
  int64_t last = 0;
  for (const ColumnEntry& entry : entries) {
    if (entry.day == kUndated) {
      put_varint(part, 0);
    } else {
      put_varint(part, 1 + zigzag(last - entry.day));
      last = entry.day;
    }
  }
  for (const ColumnEntry& entry : entries) put_varint(part, entry.department);
  return part;
}

std::optional<std::vector<ColumnEntry>> read_columns(std::string_view part) {
  ByteReader reader(part);
  if (reader.byte() != kColumnsMark) return std::nullopt;
  const uint64_t count = reader.varint();
  if (reader.has_failed() || count > kColumnNumbers) return std::nullopt;
  std::vector<ColumnEntry> entries(static_cast<size_t>(count));
  int64_t last = 0;
  for (ColumnEntry& entry : entries) {
    const uint64_t code = reader.varint();
    if (code == 0) continue;
    const int64_t distance = unzigzag(code - 1);
    if (distance > INT64_C(0xFFFFFFFF) || distance < -INT64_C(0xFFFFFFFF)) return std::nullopt;
    if (!is_day(last - distance)) return std::nullopt;
    last -= distance;
    entry.day = static_cast<Day>(last);
  }
  for (ColumnEntry& entry : entries) {
    const uint64_t department = reader.varint();
    if (department > 0xFFFF) return std::nullopt;
    entry.department = static_cast<uint16_t>(department);
  }
  if (reader.has_failed() || !reader.is_done()) return std::nullopt;
  return entries;
}

}  // namespace bantin
