// A JSON Feed: what was read can be written, and is then read as the same articles.
// Seeds: tests/data/*.json data/*.json
#include "feed/json_feed.h"

#include "cli/utf8_nfc.h"
#include "feed/json_feed_writer.h"
#include "fuzz.h"
#include "import/html_blocks.h"

void bantin::fuzz::read(std::string_view input) {
  const FeedReaders readers = {utf8_nfc, html_blocks};
  const FeedResult first = read_feed(input, readers);
  demand(first.feed.has_value() || first.problems.size() == 1);
  if (!first.feed) return;
  const FeedResult second = read_feed(write_feed(*first.feed), readers);
  demand(second.feed.has_value());
  demand(second.feed->articles.size() == first.feed->articles.size());
  for (size_t i = 0; i < first.feed->articles.size(); ++i) {
    demand(second.feed->articles[i].id == first.feed->articles[i].id);
    demand(second.feed->articles[i].title == first.feed->articles[i].title);
    demand(second.feed->articles[i].published == first.feed->articles[i].published);
  }
}
