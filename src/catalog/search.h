// Full-text search in memory: title, lead and body of every article, folded, in one buffer in list order.
// A query's words must all occur: the last one as the beginning of a word (it may still be being typed), the others as
// whole words. Accents and capitals make no difference.
// Where the texts are not here, as with a bundle, what matches is found elsewhere and given.
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
  /// Of `rows` articles whose texts are not here.
  explicit SearchText(uint32_t rows);

  /// One byte a row: 1 where the article matches. A query without a word matches every row.
  /// Where the texts are not here: what was given last, all before anything was.
  std::vector<uint8_t> matching(std::string_view query) const;

  /// What matches these words has still to be found elsewhere and given.
  bool lacks(const std::vector<std::string>& words) const;
  /// One byte a row, as matching() gives it.
  void give(std::vector<std::string> words, std::vector<uint8_t> found);

 private:
  size_t rows() const;
  bool matches(uint32_t row, const std::vector<std::string>& words) const;

  std::string text_;              // words parted by single spaces, a space at both ends of every row
  std::vector<uint32_t> begins_;  // where each row begins, and where the last one ends
  bool is_elsewhere_ = false;
  std::vector<std::string> given_words_;
  std::vector<uint8_t> given_;
};

/// The folded words of a text.
std::vector<std::string> search_words(std::string_view text);

}  // namespace bantin
