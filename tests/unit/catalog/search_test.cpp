#include "catalog/search.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

std::vector<uint8_t> search(const std::vector<std::string>& titles, std::string_view query) {
  Feed feed;
  feed.departments = {{"d", "D", ""}};
  for (const std::string& title : titles) {
    Article article;
    article.id = article.title = title;
    feed.articles.push_back(article);
  }
  const Catalog catalog(feed);
  return SearchText(feed, catalog).matching(query);
}

using Found = std::vector<uint8_t>;

}  // namespace

TEST_CASE("accents and capitals make no difference") {
  CHECK(search({"Con đường mới", "con duong"}, "DƯỜNG") == Found{1, 1});
}

TEST_CASE("the last word may be a beginning, the others are whole") {
  CHECK(search({"chuyển đổi số", "chuyển động"}, "chuyen do") == Found{1, 1});
  CHECK(search({"chuyển đổi số", "chuyến đò"}, "chu do") == Found{0, 0});
}

TEST_CASE("a word is not found inside another") { CHECK(search({"toàn dân", "an toàn"}, "an") == Found{0, 1}); }

TEST_CASE("a word does not run from one article into the next") {
  CHECK(search({"mưa", "lũ"}, "mua lu") == Found{0, 0});
}

TEST_CASE("punctuation parts words") { CHECK(search({"TT&TT; 13/1"}, "tt 13 1") == Found{1}); }

TEST_CASE("a query without a word finds everything") { CHECK(search({"a", "b"}, " …") == Found{1, 1}); }

TEST_CASE("lead and body are searched, too") {
  Feed feed;
  feed.departments = {{"d", "D", ""}};
  Article article;
  article.id = article.title = "x";
  article.lead = "lời dẫn";
  article.body = {{BlockKind::paragraph, "thân bài"}};
  feed.articles = {article};
  const Catalog catalog(feed);
  CHECK(SearchText(feed, catalog).matching("dan bai") == Found{1});
}
