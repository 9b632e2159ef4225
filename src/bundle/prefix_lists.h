// The prefixes that many terms share, and in which ordinals they occur, so that a word still being typed is found with
// one list.
// Use:    common_prefixes(terms) of terms in byte order; PrefixUnions(prefixes) is given the terms' ordinals in that
// order
//         and gives each prefix's list of ordinals, as it is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/ordinal_list.h"

namespace bantin {

/// A prefix that no more terms share has no entry.
inline constexpr uint32_t kFewTerms = 8;

struct CommonPrefix {
  std::string_view text;        ///< of whole letters; a part of the first term
  uint32_t first = 0, end = 0;  ///< the terms that begin so
};

/// In the order of their first terms, a shorter one before a longer one.
std::vector<CommonPrefix> common_prefixes(const std::vector<std::string_view>& terms);

class PrefixUnions {
 public:
  struct Union {
    uint32_t documents = 0;
    std::string list;
  };

  explicit PrefixUnions(const std::vector<CommonPrefix>& prefixes) : prefixes_(prefixes), unions_(prefixes.size()) {}

  /// The next term's.
  void add(const Ordinals& ordinals);
  /// One for each prefix.
  std::vector<Union> finish();

 private:
  struct Open {
    size_t prefix = 0;
    std::vector<uint64_t> bits;
  };

  void open_and_close();
  void close();

  const std::vector<CommonPrefix>& prefixes_;
  std::vector<Union> unions_;
  std::vector<Open> open_;  // each within the one before
  size_t next_prefix_ = 0;
  uint32_t term_ = 0;
};

}  // namespace bantin
