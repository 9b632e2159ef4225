#include "import/declared_encoding.h"

#include <algorithm>
#include <string>

namespace bantin {

namespace {

constexpr size_t kSample = 4096;
constexpr std::string_view kBlank = " \t\r\n";

std::string lower_head(std::string_view bytes) {
  std::string head(bytes.substr(0, kSample));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return head;
}

// The value of `name`=value in a tag; quotes may be missing, or stand around more than the value.
std::string_view value_of(std::string_view tag, std::string_view name) {
  const size_t at = tag.find(name);
  if (at == std::string_view::npos) return {};
  const size_t sign = tag.find_first_not_of(kBlank, at + name.size());
  if (sign == std::string_view::npos || tag[sign] != '=') return {};
  const size_t begin = tag.find_first_not_of(" \t\r\n\"'", sign + 1);
  if (begin == std::string_view::npos) return {};
  return tag.substr(begin, tag.find_first_of(" \t\r\n\"';/?>", begin) - begin);
}

// The tag that begins at `at`.
std::string_view tag_at(std::string_view text, size_t at) { return text.substr(at, text.find('>', at) - at); }

}  // namespace

std::optional<Encoding> declared_encoding(std::string_view bytes) {
  const std::string head = lower_head(bytes);
  if (const size_t xml = head.find("<?xml"); xml != std::string::npos) {
    if (const auto encoding = encoding_called(value_of(tag_at(head, xml), "encoding"))) return encoding;
  }
  for (size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    if (const auto encoding = encoding_called(value_of(tag_at(head, at), "charset"))) return encoding;
  }
  return std::nullopt;
}

}  // namespace bantin
