// Any input as `bantin import` takes it: found out, read, settled, merged; the feed that comes of it can be read.
// Seeds: tests/data/import/*/*.xml tests/data/import/*/*.html tests/data/import/*/*.txt tests/data/import/*/*.json
#include "import/input_reader.h"

#include "articles.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed.h"
#include "feed/json_feed_writer.h"
#include "fuzz.h"
#include "import/article_settler.h"
#include "import/feed_merger.h"
#include "import/html_blocks.h"

void bantin::fuzz::read(std::string_view input) {
  ReadInput read = read_input(input, "input", {}, utf8_nfc);
  demand_articles(read.result);
  const DepartmentMap departments;
  FeedMerger merger;
  for (Imported& imported : read.result.articles) {
    const bool has_own_id = !imported.article.id.empty();
    const Department department = settle(imported, {}, departments);
    merger.add(std::move(imported), department, has_own_id, "input");
  }
  const size_t articles = merger.size();
  const FeedResult again = read_feed(write_feed(std::move(merger).feed()), {utf8_nfc, html_blocks});
  demand(again.feed.has_value() && again.feed->articles.size() == articles);
}
