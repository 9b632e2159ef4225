// What a web page says of its article in JSON-LD (schema.org), as many sites put it into a <script>.
// Use:    if (const auto told = read_json_ld(script)) title = told->headline;
// Units:  texts are UTF-8 as written: neither trimmed nor freed of HTML's character references.
// Errors: what is no JSON, or tells of no article, gives none. Line breaks within strings, which JSON forbids, are
// read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bantin {

struct JsonLd {
  std::string type;  ///< "NewsArticle", "BlogPosting"
  std::string headline, description, date_published, author, publisher, section, url, body;
};

/// The first article of the document, also within lists and "@graph".
std::optional<JsonLd> read_json_ld(std::string_view json);

}  // namespace bantin
