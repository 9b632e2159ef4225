// An article's HTML as block code (src/feed/block_code.h says what that is): an HTML page or a part of one, such as a
// JSON Feed's content_html.
//
//   html_blocks("<p>Ba <b>huyện</b></p>")  // "p\x1FBa \x01huyện\x02\x1E"
//
// Of attributes only safe addresses, sizes, numbers and the texts of pictures come through. HTML has no errors: what
// can be read is read. web/html_blocks.js does the same, function by function, in the browser; tests/data/html holds
// both to it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

struct GumboInternalNode;  // a node of import/html_tree.h

namespace bantin {

/// `html` is UTF-8; bad parts are read as U+FFFD.
std::string html_blocks(std::string_view html);

using LeftOutNodes = std::unordered_set<const GumboInternalNode*>;

/// The same of parts of a page in order, without what is `left_out` of them.
std::string html_blocks_of(const std::vector<const GumboInternalNode*>& nodes, const LeftOutNodes& left_out);

}  // namespace bantin
