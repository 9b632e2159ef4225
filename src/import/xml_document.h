// Stand-in: the kind by what stands in the document.
#pragma once

#include <cstdint>
#include <string_view>

namespace bantin {

enum class XmlKind : uint8_t { rss, atom, wordpress, other };

inline XmlKind xml_kind(std::string_view bytes) {
  if (bytes.find("wordpress.org/export/") != std::string_view::npos) return XmlKind::wordpress;
  if (bytes.find("<rss") != std::string_view::npos) return XmlKind::rss;
  return bytes.find("<feed") != std::string_view::npos ? XmlKind::atom : XmlKind::other;
}

}  // namespace bantin
