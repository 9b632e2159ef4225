#include "import/input_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "import/xml_document.h"

namespace bantin {

namespace {

constexpr std::array<std::string_view, static_cast<size_t>(InputKind::count_)> kNames = {"text", "html",      "rss",
                                                                                         "atom", "wordpress", "json"};
constexpr std::string_view kBlanks = " \t\r\n\f";
constexpr std::string_view kHtmlNames[] = {
    "!doctype html", "html",  "head", "body", "meta", "title",   "div",  "p",
    "article",       "table", "span", "h1",   "h2",   "section", "font", "center"};

// The beginning in small letters, as if in UTF-8: of UTF-16 every other byte is 0 where signs and tags are written.
std::string beginning_of(std::string_view bytes) {
  constexpr size_t kLength = 8192;
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  }
  std::string begin(bytes.substr(0, kLength));
  std::erase(begin, '\0');
  for (char& c : begin) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  begin.erase(0, begin.find_first_not_of(kBlanks));
  return begin;
}

// Without comments and instructions in front.
std::string_view first_element(std::string_view text) {
  for (;;) {
    const std::string_view end = text.starts_with("<!--") ? "-->" : "?>";
    if (!text.starts_with("<!--") && !text.starts_with("<?")) return text;
    const size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  }
}

bool is_html(std::string_view element) {
  if (!element.starts_with('<')) return false;
  element.remove_prefix(1);
  return std::any_of(std::begin(kHtmlNames), std::end(kHtmlNames), [&](std::string_view name) {
    return element.starts_with(name) && element.find_first_of(" \t\r\n/>", name.size()) == name.size();
  });
}

bool is_json(std::string_view begin) {
  if (!begin.starts_with('{')) return false;
  const size_t next = begin.find_first_not_of(kBlanks, 1);
  return next != std::string_view::npos && (begin[next] == '"' || begin[next] == '}');
}

bool has_tags(std::string_view begin) {
  constexpr std::string_view kTags[] = {"</", "<br", "<p"};
  return std::any_of(std::begin(kTags), std::end(kTags),
                     [&](std::string_view tag) { return begin.find(tag) != std::string_view::npos; });
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::optional<InputKind> xml_input_kind(std::string_view bytes, std::string_view begin) {
  const bool is_wide = bytes.substr(0, begin.size()).find('\0') != std::string_view::npos;
  switch (xml_kind(is_wide ? begin : bytes)) {
    case XmlKind::rss: return InputKind::rss;
    case XmlKind::atom: return InputKind::atom;
    case XmlKind::wordpress: return InputKind::wordpress;
    case XmlKind::other: break;
  }
  return std::nullopt;
}

}  // namespace

InputKind input_kind(std::string_view bytes, std::string_view name) {
  const std::string begin = beginning_of(bytes);
  if (is_json(begin)) return InputKind::json;
  if (is_html(first_element(begin))) return InputKind::html;
  if (begin.starts_with('<')) {
    if (const auto kind = xml_input_kind(bytes, begin)) return *kind;
  }
  if (begin.starts_with("<?xml") || ends_with_any(name, {".xml", ".rss"})) return InputKind::rss;
  if (ends_with_any(name, {".atom"})) return InputKind::atom;
  if (ends_with_any(name, {".json"})) return InputKind::json;
  if (ends_with_any(name, {".html", ".htm"}) && has_tags(begin)) return InputKind::html;
  return InputKind::text;
}

std::string_view kind_name(InputKind kind) { return kNames[static_cast<size_t>(kind)]; }

std::optional<InputKind> kind_called(std::string_view name) {
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<InputKind>(found - kNames.begin());
}

}  // namespace bantin
