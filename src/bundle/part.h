// A part of a bundle: content, known by its SHA-256, kept compressed; and tables of parts, whose hashes stand on pages.
// Use:    TableWriter table(store); table.add(content); … PartTable kept = table.finish();
// Errors: gunzip gives nothing where the bytes are no gzip or larger than any part may be.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bantin {

/// SHA-256 of a part's content as it is before compression.
using PartHash = std::array<uint8_t, 32>;

PartHash hash_of(std::string_view content);
std::string hex(const PartHash& hash);  ///< 64 digits
std::optional<PartHash> hash_from_hex(std::string_view digits);
/// Where a part lies in its bundle: "parts/3f/3fa81c….bin", by the first 24 digits of its hash.
std::string part_path(const PartHash& hash);

/// The same content gives the same bytes with the same version of libdeflate; readers need not care.
std::string gzip(std::string_view content);
inline constexpr size_t kLargestPart = size_t{64} << 20;
std::optional<std::string> gunzip(std::string_view bytes);

/// Keeps a part and gives its hash. It may keep equal contents once.
using StorePart = std::function<PartHash(std::string_view content)>;

/// Parts 0 to parts - 1 of one kind; the hashes of each kPageParts of them are a page, a part itself: 'P' and the
/// hashes.
struct PartTable {
  uint32_t parts = 0;
  std::vector<PartHash> pages;

  bool operator==(const PartTable&) const = default;
};
inline constexpr uint32_t kPageParts = 64;

class TableWriter {
 public:
  explicit TableWriter(const StorePart& store) : store_(store) {}

  /// The number of the part.
  uint32_t add(std::string_view content) { return add(store_(content)); }
  uint32_t add(const PartHash& hash);
  PartTable finish();

 private:
  void end_page();

  const StorePart& store_;
  PartTable table_;
  std::string page_;
};

}  // namespace bantin
