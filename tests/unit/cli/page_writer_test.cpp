#include "cli/page_writer.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

constexpr std::string_view kShell =
    "<html lang=\"vi\"><head><!--bantin:head-->x<!--/bantin:head--></head>"
    "<h1><!--bantin:title-->x<!--/bantin:title--></h1><!--bantin:reader-->x<!--/bantin:reader-->"
    "<noscript><!--bantin:articles-->x<!--/bantin:articles--></noscript><script>kept</script></html>";

Article article(const std::string& title, const std::string& day, const std::string& text) {
  Article article;
  article.id = article.title = title;
  article.published.day = parse_iso_day(day);
  article.body = {{BlockKind::paragraph, text}};
  return article;
}

Feed sample() {
  Feed feed;
  feed.title = "Tin <Hạ Lam>";
  feed.language = "vi";
  feed.departments = {{"so-yt", "Sở Y tế", ""}};
  feed.articles = {article("cũ", "2020-01-01", "Một."), article("mới", "2022-01-13", "</noscript><!-- Hai")};
  return feed;
}

std::string written(const Feed& feed) { return write_page(kShell, feed).value_or(""); }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

size_t count(const std::string& text, std::string_view part) {
  size_t found = 0;
  for (size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

}  // namespace

TEST_CASE("what stands between the marks is replaced, everything else stays") {
  const std::string page = written(sample());
  CHECK_FALSE(holds(page, ">x<"));
  CHECK(holds(page, "<title>Tin &lt;Hạ Lam&gt;</title>"));
  CHECK(holds(page, "<h1><!--bantin:title-->Tin &lt;Hạ Lam&gt;<!--"));
  CHECK(holds(page, "<ban-tin clipboard=\"page\"><script type=\"application/feed+json+gzip\">H4sI"));
  CHECK(page.ends_with("</noscript><script>kept</script></html>"));
}

TEST_CASE("a page is itself the shell of the next") {
  Feed other = sample();
  other.title = "Khác";
  CHECK(write_page(written(other), sample()) == written(sample()));
}

TEST_CASE("without scripts the articles stand whole, the newest first, and nothing in them gets out") {
  const std::string page = written(sample());
  CHECK(page.find("<h2>mới</h2>") < page.find("<h2>cũ</h2>"));
  CHECK(holds(page, "<p>13/01/2022 · Sở Y tế</p>"));
  CHECK(holds(page, "<p>&lt;/noscript&gt;&lt;!-- Hai</p>"));
  CHECK(count(page, "</noscript>") == 1);
}

TEST_CASE("without scripts pictures are told by their captions") {
  Feed feed = sample();
  Article& shown = feed.articles[0];
  shown.pictures = {{"https://halam.example/a.png", "Cầu treo"}, {"b.png", ""}};
  shown.body = {{BlockKind::picture, ""}, {BlockKind::picture, ""}};
  shown.body[1].index = 1;
  const std::string page = written(feed);
  CHECK(holds(page, "<p>Cầu treo</p>"));
  CHECK_FALSE(holds(page, "<img"));
}

TEST_CASE("more text than a browser should parse for nothing is told by its headlines") {
  Feed feed = sample();
  feed.articles[0].body[0].text = std::string(kMostWithoutScripts, 'a');
  const std::string page = written(feed);
  CHECK(holds(page, "<li>mới</li>\n<li>cũ</li>"));
  CHECK_FALSE(holds(page, "<article>"));
}

TEST_CASE("search engines are told of the newest articles only") {
  Feed feed = sample();
  for (size_t i = 0; i < kMostForSearchEngines; ++i) feed.articles.push_back(feed.articles[1]);
  const std::string page = written(feed);
  CHECK(count(page, "\"NewsArticle\"") == kMostForSearchEngines);
  CHECK_FALSE(holds(page, "\"headline\":\"cũ\""));
}

TEST_CASE("an English feed makes an English page, what is no language's tag a Vietnamese one") {
  Feed feed = sample();
  feed.language = "en-GB";
  CHECK(holds(written(feed), "<html lang=\"en-GB\">"));
  CHECK(holds(written(feed), "<ban-tin clipboard=\"page\" lang=\"en\">"));
  feed.language = "\"><script>";
  CHECK(holds(written(feed), "<html lang=\"vi\">"));
}

TEST_CASE("a shell without all of the marks makes no page") {
  CHECK_FALSE(write_page("<html lang=\"vi\"></html>", sample()));
  CHECK_FALSE(write_page(kShell.substr(0, kShell.find("<!--/bantin:articles")), sample()));
}
