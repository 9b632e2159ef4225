// A parsed HTML document, and looking at its nodes: what readers of HTML share.
// Use:    const HtmlTree tree(html);
//         for (const GumboNode* node : children_of(tree.root())) …
// Units:  texts are UTF-8; bad parts are read as U+FFFD.
// Errors: none: what can be read is read. The tree may be as deep as the document: walks must not recurse freely.
#pragma once

#include <gumbo.h>

#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace bantin {

class HtmlTree {
 public:
  /// A part of a document, such as an article's body; a whole page also keeps what its head holds.
  enum class Kind : unsigned char { part, page };

  explicit HtmlTree(std::string_view html, Kind kind = Kind::part);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;
  ~HtmlTree() = default;

  const GumboNode& root() const { return *output_->root; }
  /// Null where the document has frames instead.
  const GumboNode* body() const;

 private:
  // The tree goes with the pool: gumbo_destroy_output would go as deep as the tree is.
  std::pmr::monotonic_buffer_resource pool_;
  std::string source_;
  const GumboOutput* output_;
};

bool is_element(const GumboNode& node);
bool is_text(const GumboNode& node);

/// In lower case; empty for those that make no difference and the parser does not know.
std::string_view name_of(const GumboNode& node);

/// Null: the element does not have it.
const GumboAttribute* attribute(const GumboNode& node, const char* name);
std::string_view value_of(const GumboNode& node, const char* name);
std::vector<const GumboNode*> children_of(const GumboNode& node);

/// Whether the element is a block: it begins a line of its own.
bool is_block_element(std::string_view name);
/// Whether nothing within it is text to read: scripts, fields, embedded things.
bool is_dropped_element(std::string_view name);

/// ASCII letters in lower case.
std::string lower(std::string_view text);
/// Without the characters that HTML forbids: controls and noncharacters.
std::string permitted(std::string_view text);

}  // namespace bantin
