// A web page laid out flat, so that its parts can be weighed without climbing trees: its nodes in the order of the
// document and its lines, the texts that stand by themselves (a paragraph, a cell, what is between two <br>).
// Use:    WebPage page(html);
//         for (const Line& line : page.lines()) …
//         page.leave_out(node);  // it is not of the article
// Units:  nodes and lines are indices; lengths are characters, white space collapsed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "import/class_hints.h"
#include "import/html_tree.h"

namespace bantin {

inline constexpr size_t kNoNode = SIZE_MAX;

struct PageNode {
  const GumboNode* node;
  size_t parent;  ///< kNoNode: it is the root
  size_t end;     ///< behind the last node in it
  bool left_out = false;

  bool has(size_t other, size_t own) const { return other >= own && other < end; }
};

/// A text of its own.
struct Line {
  size_t begin, end;  ///< nodes: from its first text to behind its last
  size_t block;       ///< the element it is a line of
  std::string text;
  size_t length = 0, link_length = 0;

  bool is_link() const { return link_length * 10 > length * 7; }
  /// Running text, not the label of something.
  bool is_prose() const;
};

class WebPage {
 public:
  explicit WebPage(std::string_view html);

  const std::vector<PageNode>& nodes() const { return nodes_; }
  const std::vector<Line>& lines() const { return lines_; }
  const PageNode& operator[](size_t node) const { return nodes_[node]; }

  /// Empty for texts.
  std::string_view name(size_t node) const;
  std::string_view value(size_t node, const char* attribute) const;
  ClassHints hints(size_t node) const;

  /// Its lines, those of `node` in it: [first, last).
  size_t first_line(size_t node) const;
  size_t last_line(size_t node) const;
  /// All text in it that is not left out, white space collapsed.
  std::string text(size_t node) const;

  /// How much text, links and running text the node holds, but for what was left out when they were weighed.
  size_t length(size_t node) const;
  size_t link_length(size_t node) const;
  size_t prose_length(size_t node) const;
  size_t prose_length() const;

  void weigh();

  bool is_left_out(const Line& line) const { return nodes_[line.begin].left_out; }
  void leave_out(size_t node) { leave_out(node, nodes_[node].end); }
  /// The nodes [begin, end).
  void leave_out(size_t begin, size_t end);
  void leave_out(const Line& line) { leave_out(line.begin, line.end); }

 private:
  void flatten(const GumboNode& root);
  void read_lines();
  size_t sum(const std::vector<size_t>& sums, size_t node) const;

  HtmlTree tree_;
  std::vector<PageNode> nodes_;
  std::vector<Line> lines_;
  std::vector<size_t> lengths_, link_lengths_, prose_lengths_;  // of the lines before each
};

/// In characters.
size_t length_of(std::string_view text);
/// White space collapsed, no-break spaces as plain ones, trimmed.
std::string plain_line(std::string_view text);

}  // namespace bantin
