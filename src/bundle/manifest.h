// A bundle's manifest, bundle.json: what is needed to begin, and the names of all parts (data/README.md, "A bundle").
// Use:    const ManifestResult result = read_manifest(json); if (!result.manifest) … result.wrong …
// Errors: one that is no JSON, of another format, or lacks something gives none, and the field that is wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/columns.h"
#include "bundle/id_table.h"
#include "bundle/number_runs.h"
#include "bundle/part.h"
#include "bundle/search_writer.h"
#include "feed/model.h"

namespace bantin {

inline constexpr uint32_t kBundleFormat = 1;
inline constexpr uint32_t kBlockNumbers = 32;        ///< numbers a part of headlines or articles has
inline constexpr uint32_t kSegmentNumbers = 65'536;  ///< numbers a segment covers at most
inline constexpr uint32_t kMostNumbers = 1u << 30;

struct Segment {
  std::vector<NumberRun> covers;
  IdTable ids;
  SearchTables search;

  bool operator==(const Segment&) const = default;
};

struct Manifest {
  uint64_t serial = 1;
  std::string title, language, home_page_url;
  std::vector<Department> departments;
  uint32_t count = 0;    ///< articles there are
  uint32_t numbers = 0;  ///< numbers that were given
  std::string newest;    ///< RFC 3339; empty: no article has a date
  PartHash order{};
  std::optional<PartHash> sequence;  ///< feed order, where that is another
  PartTable columns, headlines, articles;
  std::vector<Segment> segments;
  std::string signature;  ///< base64 (bundle/signed_manifest.h); empty: unsigned

  bool operator==(const Manifest&) const = default;
};

/// On one line, ends in kManifestEnd; a signature is the last field.
std::string write_manifest(const Manifest& manifest);
inline constexpr std::string_view kManifestEnd = "}\n";

struct SignatureApart {
  std::string_view signed_bytes;  ///< all where there is no signature
  std::string_view signature;     ///< base64; empty where the text does not end in one as it must
};
SignatureApart signature_apart(std::string_view json);

struct ManifestResult {
  std::optional<Manifest> manifest;
  std::string wrong;  ///< the field that is missing or not as it must be: "segments/0/covers"; "JSON": that it is not
};
ManifestResult read_manifest(std::string_view json);

/// How many parts a table must have so that each of `numbers` has its place.
constexpr uint32_t parts_for(uint32_t numbers, uint32_t numbers_a_part) {
  return (numbers + numbers_a_part - 1) / numbers_a_part;
}

}  // namespace bantin
