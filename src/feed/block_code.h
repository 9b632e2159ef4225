// Block code: the text in which a reader of HTML (in a page web/html_blocks.js, natively import/html_blocks.h) hands a
// body over. Records end with U+001E, their fields are parted by U+001F, the first field is the kind:
//   p text                            paragraph          h level text              heading, level 2 to 6
//   u depth text                      bulleted item      o depth number text       numbered item
//   q text                            quotation          f src width height alt caption
//   s srcset                          the widths in which the picture before it can be had (srcset.h)
//   t caption, then r a row, c span text a cell, k span text a header cell (span: columns)
// In texts U+0001 and U+0002 enclose what is bold, U+0003 and U+0004 italic, U+0005 address U+0006 text U+0007 a link.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "feed/model.h"
#include "text/nfc.h"

namespace bantin {

/// HTML in, block code out. What is not safe to show has been left out by it.
using HtmlReader = std::function<std::string(std::string_view)>;

/// Fills body, pictures and tables. Records of an unknown kind are passed over; bad code gives less, never a fault.
void decode_blocks(std::string_view code, const Nfc& nfc, Article& article);

/// Calls `use(text)` for each text of the body in order: paragraphs, captions, cells.
template <typename Use>
void for_each_text(const Article& article, const Use& use) {
  for (const Block& block : article.body) {
    use(std::string_view(block.text));
    if (block.kind != BlockKind::table) continue;
    for (const std::vector<Cell>& row : article.tables[block.index].rows) {
      for (const Cell& cell : row) use(std::string_view(cell.text));
    }
  }
}

}  // namespace bantin
