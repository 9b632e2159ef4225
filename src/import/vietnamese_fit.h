// How well a text fits Vietnamese, judged by its words with accents alone: words of ASCII say nothing about an
// encoding. Units: words. Single letters and signs that stand alone (©, ±) count for nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bantin {

struct VietnameseFit {
  size_t good = 0, bad = 0;  ///< words with accents that are syllables, and those that are not
  std::string first;         ///< of the good ones
  bool is_various = false;   ///< whether there is a good one other than the first
  bool has_beyond = false;   ///< whether any letter lies beyond Latin-1: no mis-read text has ạ or đ

  void add(const VietnameseFit& other);

  /// Above 0: more good words than bad.
  [[nodiscard]] long balance() const { return static_cast<long>(good) - static_cast<long>(bad); }
  /// At least three of four words are good.
  [[nodiscard]] bool is_mostly_good() const { return good > 0 && good * 4 >= (good + bad) * 3; }
};

VietnameseFit vietnamese_fit(std::string_view utf8);

}  // namespace bantin
