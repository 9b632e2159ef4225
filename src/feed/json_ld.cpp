#include "feed/json_ld.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "feed/json_source.h"

namespace bantin {

namespace {

using Json = nlohmann::json;
using Things = std::vector<const Json*>;

// Without what some sites put around it (comments, CDATA), and with spaces for control characters.
std::string mended(std::string_view json) {
  const size_t begin = json.find_first_of("{["), end = json.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string text(json.substr(begin, end - begin + 1));
  for (char& letter : text) {
    if (static_cast<unsigned char>(letter) < ' ') letter = ' ';
  }
  return text;
}

// Every object of the document that may tell of something, in order.
Things things_of(const Json& document) {
  Things things, rest = {&document};
  while (!rest.empty()) {
    const Json& next = *rest.back();
    rest.pop_back();
    if (next.is_object()) things.push_back(&next);
    if (next.is_object() && next.contains("@graph")) rest.push_back(&next["@graph"]);
    if (!next.is_array()) continue;
    for (auto item = next.rbegin(); item != next.rend(); ++item) rest.push_back(&*item);
  }
  return things;
}

// The field, or where it is a list, the first of it; null: there is none.
const Json* field(const Json& thing, const char* name) {
  const auto found = thing.find(name);
  if (found == thing.end()) return nullptr;
  if (!found->is_array()) return &*found;
  return found->empty() ? nullptr : &found->front();
}

std::string text_of(const Json& thing, const char* name) {
  const Json* value = field(thing, name);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

// Of a person or an organisation, which may stand elsewhere in the document under its "@id".
std::string name_in(const Json& thing, const char* name, const Things& things) {
  const Json* who = field(thing, name);
  if (!who) return {};
  if (who->is_string()) return who->get<std::string>();
  if (!who->is_object()) return {};
  if (who->contains("name")) return text_of(*who, "name");
  const std::string id = text_of(*who, "@id");
  for (const Json* other : things) {
    if (!id.empty() && other->contains("name") && text_of(*other, "@id") == id) return text_of(*other, "name");
  }
  return {};
}

bool is_article(std::string_view type) { return type.ends_with("Article") || type == "BlogPosting"; }

}  // namespace

std::optional<JsonLd> read_json_ld(std::string_view json) {
  const std::string text = mended(json);
  const JsonSource source(text);
  const Json document = Json::parse(source.text(), nullptr, false);
  if (document.is_discarded()) return std::nullopt;
  const Things things = things_of(document);
  for (const Json* next : things) {
    const Json& thing = *next;
    const std::string type = text_of(thing, "@type");
    if (!is_article(type)) continue;
    JsonLd told;
    told.type = type;
    told.headline = text_of(thing, "headline");
    told.description = text_of(thing, "description");
    told.date_published = text_of(thing, "datePublished");
    told.author = name_in(thing, "author", things);
    told.publisher = name_in(thing, "publisher", things);
    told.section = text_of(thing, "articleSection");
    told.url = text_of(thing, "url");
    told.body = text_of(thing, "articleBody");
    return told;
  }
  return std::nullopt;
}

}  // namespace bantin
