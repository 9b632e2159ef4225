// JSON text made fit for a strict parser, and places in it.
// Half a surrogate pair (\ud800 alone) becomes \ufffd, a number too large for a double 0, bad UTF-8 U+FFFD: one bad
// item must not cost the others. What was mended is listed in the order of the text. A byte order mark is passed over.
// Units: positions in bytes of text(); lines and columns from 1, columns in characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bantin {

class JsonSource {
 public:
  struct Repair {
    size_t position;
    std::string what;  ///< the number that was too large; empty: broken characters
  };

  /// `json` must outlive this object: it is copied only where it needs mending.
  explicit JsonSource(std::string_view json);

  std::string_view text() const { return text_; }
  const std::vector<Repair>& repairs() const { return repairs_; }

 private:
  void mend_encoding();
  void mend_tokens();
  size_t mend_string(size_t at);
  size_t mend_number(size_t at);
  char* own(size_t at);

  std::string_view text_;
  std::string owned_;
  std::vector<Repair> repairs_;
};

struct Place {
  uint32_t line = 1, column = 1;
};

/// Lines and columns of positions that never go back, so that many of them cost one pass over the text.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text) : text_(text) {}

  Place place_of(size_t position);

 private:
  std::string_view text_;
  size_t at_ = 0;
  Place place_;
};

}  // namespace bantin
