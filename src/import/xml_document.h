// An XML document parsed leniently, as feeds of real sites need it: a byte order mark, blanks or notes before the
// document, bare ampersands and the names of HTML ("&nbsp;", left as they stand) are taken. Document type definitions
// are passed over and their entities never expanded. Nothing here goes as deep as the document does.
// Use:    const XmlDocument document(text, "rss"); if (document.fault().empty()) read(document.root());
// Units:  texts are UTF-8; lines count from 1.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "import/imported.h"

namespace bantin {

enum class XmlKind : unsigned char { rss, atom, wordpress, other };

/// By the root element and its namespaces; `other` also for what is no XML. Only the beginning is looked at.
XmlKind xml_kind(std::string_view bytes);

class XmlDocument {
 public:
  /// `root`: the name, without a prefix, that the root element must have.
  XmlDocument(std::string_view text, std::string_view root);

  pugi::xml_node root() const { return tree_.document_element(); }
  const std::string& fault() const { return fault_; }  ///< empty: there is none
  size_t line() const { return line_; }                ///< of the fault

  /// An input that gives nothing but this fault.
  InputResult refused() const;

 private:
  pugi::xml_document tree_;
  std::string fault_;
  size_t line_ = 0;
};

/// The name without its prefix.
std::string_view local_name(pugi::xml_node node);
/// What an element holds: its text, or the markup of an author who did not escape it. Trimmed.
std::string content_of(pugi::xml_node node);
/// Of the first child called `name`; empty: there is none.
std::string child_content(pugi::xml_node node, const char* name);

}  // namespace bantin
