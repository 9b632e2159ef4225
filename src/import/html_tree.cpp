#include "import/html_tree.h"

#include <set>

#include "text/utf8.h"

namespace bantin {

namespace {

using Names = std::set<std::string_view>;

const Names kDropped = {"script",   "style",  "template", "noscript", "noframes", "noembed", "iframe",
                        "object",   "embed",  "svg",      "math",     "input",    "button",  "select",
                        "textarea", "option", "datalist", "head",     "title",    "link",    "meta",
                        "base",     "video",  "audio",    "canvas",   "map"};
const Names kBlocks = {"p",      "div",     "section",    "article", "header", "footer",    "main", "aside",
                       "nav",    "address", "center",     "pre",     "dl",     "dt",        "dd",   "menu",
                       "dir",    "thead",   "tbody",      "tfoot",   "hgroup", "hr",        "form", "fieldset",
                       "legend", "details", "summary",    "h1",      "h2",     "h3",        "h4",   "h5",
                       "h6",     "ul",      "ol",         "li",      "figure", "table",     "tr",   "td",
                       "th",     "caption", "figcaption", "dialog",  "search", "blockquote"};
const Names kYoungBlocks = {"dialog", "search"};  // younger than the parser

bool is_forbidden(char32_t letter) {
  if (letter == '\t' || letter == '\n' || letter == '\f' || letter == '\r') return false;
  return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || (letter >= 0xFDD0 && letter <= 0xFDEF) ||
         (letter & 0xFFFE) == 0xFFFE;
}

// The parser leaves the last text before a form's end outside the form, unless something ends that text: a comment.
std::string with_texts_ended(std::string_view html) {
  constexpr std::string_view kFormEnd = "</form", kComment = "<!---->";
  std::string result;
  size_t taken = 0;
  for (size_t at = html.find("</"); at != std::string_view::npos; at = html.find("</", at + 1)) {
    if (lower(html.substr(at, kFormEnd.size())) != kFormEnd) continue;
    result.append(html.substr(taken, at - taken)).append(kComment);
    taken = at;
  }
  return result.append(html.substr(taken));
}

void* allocate(void* pool, size_t size) { return static_cast<std::pmr::memory_resource*>(pool)->allocate(size); }

const GumboOutput* parsed(const std::string& source, std::pmr::memory_resource& pool) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = [](void*, void*) {};
  options.userdata = &pool;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, source.data(), source.size());
}

}  // namespace

// "<body>" in front of a part keeps its spaces; in front of a page it would put what belongs to the head into the body.
HtmlTree::HtmlTree(std::string_view html, Kind kind)
    : source_((kind == Kind::part ? "<!DOCTYPE html><body>" : "") + with_texts_ended(permitted(html))),
      output_(parsed(source_, pool_)) {}

const GumboNode* HtmlTree::body() const {
  for (const GumboNode* node : children_of(root())) {
    if (is_element(*node) && node->v.element.tag == GUMBO_TAG_BODY) return node;
  }
  return nullptr;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

std::string_view name_of(const GumboNode& node) {
  if (node.v.element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(node.v.element.tag);
  GumboStringPiece tag = node.v.element.original_tag;
  gumbo_tag_from_original_text(&tag);
  const auto known = kYoungBlocks.find(lower({tag.data, tag.length}));
  return known == kYoungBlocks.end() ? std::string_view() : *known;
}

const GumboAttribute* attribute(const GumboNode& node, const char* name) {
  return gumbo_get_attribute(&node.v.element.attributes, name);
}

std::string_view value_of(const GumboNode& node, const char* name) {
  const GumboAttribute* found = attribute(node, name);
  return found ? found->value : "";
}

std::vector<const GumboNode*> children_of(const GumboNode& node) {
  const GumboVector& children = node.v.element.children;
  const auto* const first = reinterpret_cast<const GumboNode* const*>(children.data);
  return {first, first + children.length};
}

bool is_block_element(std::string_view name) { return kBlocks.contains(name); }

bool is_dropped_element(std::string_view name) { return kDropped.contains(name); }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

std::string permitted(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const char32_t letter = decode(text, at);
    if (!is_forbidden(letter)) append(result, letter);
  }
  return result;
}

}  // namespace bantin
