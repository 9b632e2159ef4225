#include "feed/json_ld_writer.h"

#include <nlohmann/json.hpp>
#include <set>

#include "feed/json_feed_writer.h"

namespace bantin {

namespace {

using Json = nlohmann::ordered_json;

bool is_on_web(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

std::string node_of(const Department& department) { return "#" + department.id; }

Json article_node(const Article& article, const Feed& feed) {
  Json node{{"@type", "NewsArticle"}, {"headline", article.title}};
  if (const std::string date = rfc3339(article.published); !date.empty()) node["datePublished"] = date;
  if (!feed.language.empty()) node["inLanguage"] = feed.language;
  if (is_on_web(article.url)) node["url"] = article.url;
  node["author"] = {{"@id", node_of(feed.departments[article.department])}};
  return node;
}

std::string without_tags(std::string json) {
  for (size_t at = 0; (at = json.find('<', at)) != std::string::npos;) json.replace(at, 1, "\\u003c");
  return json;
}

}  // namespace

std::string write_json_ld(const Feed& feed, const std::vector<const Article*>& articles) {
  Json graph = Json::array();
  std::set<uint16_t> authors;
  for (const Article* article : articles) {
    graph.push_back(article_node(*article, feed));
    authors.insert(article->department);
  }
  for (const uint16_t author : authors) {
    const Department& department = feed.departments[author];
    graph.push_back({{"@type", "Organization"}, {"@id", node_of(department)}, {"name", department.name}});
  }
  const Json document{{"@context", "https://schema.org"}, {"@graph", std::move(graph)}};
  return without_tags(document.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace bantin
