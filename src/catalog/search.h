// Full-text search in memory: title, lead and body of every article, folded, in one buffer in list order.
// A query's words must all occur: the last one as the beginning of a word (it may still be being typed), the others as
// whole words. Accents and capitals make no difference.
// Owns its buffer: as many bytes as the folded texts have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "feed/model.h"

namespace bantin {

class SearchText {
 public:
  SearchText() = default;
  SearchText(const Feed& feed, const Catalog& catalog);

  /// One byte a row: 1 where the article matches. A query without a word matches every row.
  std::vector<uint8_t> matching(std::string_view query) const;

 private:
  bool matches(uint32_t row, const std::vector<std::string>& words) const;

  std::string text_;              // words parted by single spaces, a space at both ends of every row
  std::vector<uint32_t> begins_;  // where each row begins, and where the last one ends
};

/// The folded words of a text.
std::vector<std::string> search_words(std::string_view text);

}  // namespace bantin
