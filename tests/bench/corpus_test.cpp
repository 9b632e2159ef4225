#include "corpus.h"

#include <doctest/doctest.h>

#include <string>
#include <unordered_set>

#include "feed/json_feed.h"
#include "vocabulary.h"

namespace bantin::bench {
namespace {

std::string corpus(const CorpusOptions& options) {
  std::string text;
  write_corpus(options, [&](std::string_view part) { text += part; });
  return text;
}

Feed read(const std::string& json) {
  const FeedResult result = read_feed(json, {[](std::string_view text) { return std::string(text); }});
  REQUIRE(result.feed.has_value());
  CHECK(result.problems.empty());
  return *result.feed;
}

}  // namespace

TEST_CASE("the same seed gives the same corpus, another seed another") {
  CHECK(corpus({.articles = 50, .seed = 7}) == corpus({.articles = 50, .seed = 7}));
  CHECK(corpus({.articles = 50, .seed = 7}) != corpus({.articles = 50, .seed = 8}));
}

TEST_CASE("a corpus is a feed without any problem, its related articles are there") {
  const Feed feed = read(corpus({.articles = 700}));
  CHECK(feed.departments.size() == 20);
  REQUIRE(feed.articles.size() == 700);
  std::unordered_set<std::string> ids;
  for (const Article& article : feed.articles) ids.insert(article.id);
  CHECK(ids.size() == 700);
  for (const Article& article : feed.articles) {
    CHECK(article.body.size() >= 3);
    CHECK(article.body.size() <= 8);
    for (const std::string& related : article.related) CHECK(ids.contains(related));
  }
}

TEST_CASE("edits and additions of a corpus leave all other articles as they are") {
  const Feed before = read(corpus({.articles = 40})), after = read(corpus({.articles = 40, .edited = 3, .added = 2}));
  REQUIRE(after.articles.size() == 42);
  size_t edited = 0;
  for (size_t i = 0; i < 40; ++i) {
    const Article &old_article = before.articles[i], &new_article = after.articles[i + 2];
    CHECK(new_article.id == old_article.id);
    CHECK(new_article.published == old_article.published);
    CHECK(new_article.related == old_article.related);
    edited += new_article.body != old_article.body;
    CHECK(old_article.published.day < after.articles[0].published.day);
  }
  CHECK(edited == 3);
}

TEST_CASE("the vocabulary has thousands of syllables and as many different words as it says") {
  const std::vector<std::string> syllables = all_syllables();
  CHECK(std::unordered_set<std::string>(syllables.begin(), syllables.end()).size() > 5000);
  const Vocabulary words;
  CHECK(words.size() == Vocabulary::kWords);
  CHECK(words.capitalised(0) == "Và");
  CHECK(words.text(20) == "thực hiện");
  CHECK(words.syllables(20) == 2);
}

}  // namespace bantin::bench
