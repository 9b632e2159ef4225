#ifndef __EMSCRIPTEN__  // nothing in a browser writes pages

#include "feed/json_ld_writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace bantin;

namespace {

Feed sample() {
  Feed feed;
  feed.language = "vi";
  feed.departments = {{"so-yt", "Sở Y tế", ""}, {"so-xd", "Sở Xây dựng", ""}};
  feed.articles.resize(2);
  feed.articles[0].title = "Họp </script><!-- bàn";
  feed.articles[0].url = "https://halam.example/hop";
  feed.articles[0].published = {parse_iso_day("2022-01-13"), 8 * 3600};
  feed.articles[1].title = "Không ngày";
  feed.articles[1].url = "javascript:alert(1)";
  return feed;
}

std::string written(const Feed& feed) { return write_json_ld(feed, {&feed.articles[0], &feed.articles[1]}); }

}  // namespace

TEST_CASE("articles and the departments they are from make one graph") {
  const auto graph = nlohmann::json::parse(written(sample()))["@graph"];
  REQUIRE(graph.size() == 3);
  CHECK(graph[0]["@type"] == "NewsArticle");
  CHECK(graph[0]["headline"] == "Họp </script><!-- bàn");
  CHECK(graph[0]["datePublished"] == "2022-01-13T08:00:00+07:00");
  CHECK(graph[0]["author"]["@id"] == graph[2]["@id"]);
  CHECK(graph[2]["name"] == "Sở Y tế");
}

TEST_CASE("what is unknown or no address of the web is left out") {
  const auto graph = nlohmann::json::parse(written(sample()))["@graph"];
  CHECK_FALSE(graph[1].contains("datePublished"));
  CHECK_FALSE(graph[1].contains("url"));
}

TEST_CASE("nothing in it ends a script or begins a comment") {
  CHECK(written(sample()).find('<') == std::string::npos);
}

#endif
