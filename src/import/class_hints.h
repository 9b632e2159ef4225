// What the class and id of an element hint at: "entry-content" holds an article, "sidebar" does not.
// Vietnamese names count as English ones ("noidung", "chi-tiet", "lblTieuDe").
//
//   const ClassHints hints("ctl00_lblTieuDe");
//   hints.tell(Hint::title)  // true
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bantin {

enum class Hint : unsigned char {
  content,  ///< an article's text
  title,
  lead,     ///< a summary before the text
  day,      ///< when it was published
  comment,  ///< what readers write
  aside,    ///< navigation, advertisements, sharing: not of the article
  count_,
};

class ClassHints {
 public:
  /// The values of class and id, parted by spaces.
  explicit ClassHints(std::string_view names);

  bool tell(Hint hint) const;

 private:
  bool has(std::string_view name) const;

  std::string text_;           // the words one after another
  std::vector<size_t> edges_;  // where words begin or end in it
};

}  // namespace bantin
