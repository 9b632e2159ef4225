#include "import/web_page.h"

#include <algorithm>
#include <ranges>

namespace bantin {

namespace {

constexpr size_t kShortestProse = 60;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_hidden(const GumboNode& node) {
  std::string style = lower(value_of(node, "style"));
  std::erase(style, ' ');
  return attribute(node, "hidden") || style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

size_t blank_at(std::string_view text, size_t at) {
  if (text.substr(at).starts_with(kNoBreakSpace)) return kNoBreakSpace.size();
  return std::string_view(" \t\n\f\r").find(text[at]) == std::string_view::npos ? 0 : 1;
}

// Adds `content` to `line`, white space collapsed; returns how many characters came.
size_t add_collapsed(std::string& line, std::string_view content) {
  const size_t before = line.size();
  for (size_t at = 0; at < content.size();) {
    const size_t blank = blank_at(content, at);
    if (blank == 0) line += content[at];
    if (blank != 0 && !line.empty() && line.back() != ' ') line += ' ';
    at += std::max<size_t>(blank, 1);
  }
  return length_of(std::string_view(line).substr(before));
}

// Pages that load pictures late name them beside a stand-in: the parser's tree gets the picture for the stand-in, whose
// widths go.
void show_late_picture(const GumboNode& node) {
  GumboAttribute* const shown = gumbo_get_attribute(&node.v.element.attributes, "src");
  if (!shown) return;
  for (const char* name : {"data-src", "data-original", "data-lazy-src"}) {
    const GumboAttribute* const late = attribute(node, name);
    if (!late || *late->value == '\0') continue;
    shown->value = late->value;
    if (GumboAttribute* const widths = gumbo_get_attribute(&node.v.element.attributes, "srcset")) widths->value = "";
  }
}

// Collects the lines of a page while its nodes are gone through.
class LineReader {
 public:
  explicit LineReader(std::vector<Line>& lines) : lines_(lines) {}

  void end_line() {
    if (line_.text.ends_with(' ')) line_.text.pop_back();
    if (!line_.text.empty()) lines_.push_back(std::move(line_));
    line_ = {};
    is_begun_ = false;
  }

  void add(size_t node, size_t block, std::string_view text, bool is_linked) {
    const bool is_blank = plain_line(text).empty();
    if (!is_begun_ && is_blank) return;
    if (!is_begun_) line_.begin = node;
    is_begun_ = true;
    const size_t added = add_collapsed(line_.text, text);
    line_.block = block;
    line_.length += added;
    if (is_linked) line_.link_length += added;
    if (!is_blank) line_.end = node + 1;
  }

 private:
  std::vector<Line>& lines_;
  Line line_ = {};
  bool is_begun_ = false;
};

}  // namespace

size_t length_of(std::string_view text) {
  const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), begins));
}

std::string plain_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t blank = blank_at(text, at);
    if (blank == 0) line += text[at];
    if (blank != 0 && !line.empty() && line.back() != ' ') line += ' ';
    at += std::max<size_t>(blank, 1);
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

bool Line::is_prose() const { return length >= kShortestProse && link_length * 2 < length; }

WebPage::WebPage(std::string_view html) : tree_(html, HtmlTree::Kind::page) {
  flatten(tree_.root());
  read_lines();
}

void WebPage::flatten(const GumboNode& root) {
  struct Waiting {
    const GumboNode* node;
    size_t parent;
  };
  std::vector<Waiting> rest = {{&root, kNoNode}};
  while (!rest.empty()) {
    const auto [node, parent] = rest.back();
    rest.pop_back();
    const size_t own = nodes_.size();
    nodes_.push_back({node, parent, own + 1});
    if (!is_element(*node)) continue;
    const auto children = children_of(*node);
    rest.reserve(rest.size() + children.size());
    for (const GumboNode* child : std::views::reverse(children)) rest.push_back({child, own});
  }
  for (size_t i = nodes_.size() - 1; i > 0; --i) {
    size_t& end = nodes_[nodes_[i].parent].end;
    end = std::max(end, nodes_[i].end);
  }
}

void WebPage::read_lines() {
  LineReader reader(lines_);
  std::vector<size_t> blocks = {0};
  size_t link_end = 0;
  for (size_t i = 0; i < nodes_.size();) {
    const GumboNode& node = *nodes_[i].node;
    while (blocks.size() > 1 && nodes_[blocks.back()].end <= i) {
      reader.end_line();
      blocks.pop_back();
    }
    if (is_text(node)) reader.add(i, blocks.back(), node.v.text.text, i < link_end);
    if (is_element(node)) {
      const std::string_view tag = name_of(node);
      if (tag == "img") show_late_picture(node);
      if (is_dropped_element(tag) || is_hidden(node)) {
        leave_out(i);
        i = nodes_[i].end;
        continue;
      }
      if (tag == "a") link_end = std::max(link_end, nodes_[i].end);
      if (tag == "br" || is_block_element(tag)) reader.end_line();
      if (is_block_element(tag)) blocks.push_back(i);
    }
    ++i;
  }
  reader.end_line();
  weigh();
}

void WebPage::weigh() {
  lengths_ = link_lengths_ = prose_lengths_ = {0};
  for (std::vector<size_t>* sums : {&lengths_, &link_lengths_, &prose_lengths_}) sums->reserve(lines_.size() + 1);
  for (const Line& line : lines_) {
    const bool counts = !is_left_out(line);
    lengths_.push_back(lengths_.back() + (counts ? line.length : 0));
    link_lengths_.push_back(link_lengths_.back() + (counts ? line.link_length : 0));
    prose_lengths_.push_back(prose_lengths_.back() + (counts && line.is_prose() ? line.length : 0));
  }
}

std::string_view WebPage::name(size_t node) const {
  return is_element(*nodes_[node].node) ? name_of(*nodes_[node].node) : std::string_view();
}

std::string_view WebPage::value(size_t node, const char* attribute) const {
  return is_element(*nodes_[node].node) ? value_of(*nodes_[node].node, attribute) : std::string_view();
}

ClassHints WebPage::hints(size_t node) const {
  return ClassHints(std::string(value(node, "class")) + " " + std::string(value(node, "id")));
}

size_t WebPage::first_line(size_t node) const {
  const auto is_before = [](const Line& line, size_t at) { return line.begin < at; };
  return static_cast<size_t>(std::lower_bound(lines_.begin(), lines_.end(), node, is_before) - lines_.begin());
}

size_t WebPage::last_line(size_t node) const { return first_line(nodes_[node].end); }

std::string WebPage::text(size_t node) const {
  std::string all;
  for (size_t i = node; i < nodes_[node].end; ++i) {
    if (nodes_[i].left_out) continue;
    if (is_text(*nodes_[i].node)) add_collapsed(all, nodes_[i].node->v.text.text);
    const std::string_view tag = name(i);
    if (tag == "br" || is_block_element(tag)) add_collapsed(all, " ");
  }
  return plain_line(all);
}

size_t WebPage::sum(const std::vector<size_t>& sums, size_t node) const {
  return sums[last_line(node)] - sums[first_line(node)];
}

size_t WebPage::length(size_t node) const { return sum(lengths_, node); }
size_t WebPage::link_length(size_t node) const { return sum(link_lengths_, node); }
size_t WebPage::prose_length(size_t node) const { return sum(prose_lengths_, node); }
size_t WebPage::prose_length() const { return prose_lengths_.back(); }

void WebPage::leave_out(size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) nodes_[i].left_out = true;
}

}  // namespace bantin
