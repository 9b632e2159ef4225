// A feed taken apart: however it is cut into chunks the outline is the same, and the pieces of a feed that can be read
// hold its items.
// Seeds: tests/data/*.json
#include "bundle/feed_outline.h"

#include <algorithm>

#include "cli/utf8_nfc.h"
#include "feed/json_feed.h"
#include "fuzz.h"

namespace bantin {
namespace {

FeedOutline outline_of(std::string_view text, size_t chunk_bytes, uint64_t batch_bytes) {
  FeedScanner scanner(batch_bytes);
  for (size_t at = 0; at < text.size(); at += chunk_bytes) scanner.read(text.substr(at, chunk_bytes));
  return scanner.finish();
}

bool are_same(const FeedOutline& a, const FeedOutline& b) {
  const auto same_batch = [](const ItemBatch& x, const ItemBatch& y) {
    return x.begin == y.begin && x.end == y.end && x.place.line == y.place.line && x.place.column == y.place.column &&
           x.cut == y.cut;
  };
  return a.head == b.head && a.cuts.size() == b.cuts.size() && std::ranges::equal(a.batches, b.batches, same_batch);
}

}  // namespace

void fuzz::read(std::string_view input) {
  const size_t chunk_bytes = input.size() % 61 + 3;  // no less than a byte order mark
  const uint64_t batch_bytes = input.size() % 251;
  const FeedOutline outline = outline_of(input, std::max<size_t>(input.size(), 1), batch_bytes);
  demand(are_same(outline, outline_of(input, chunk_bytes, batch_bytes)));

  const FeedReaders readers = {utf8_nfc};
  const FeedResult whole = read_feed(input, readers);
  const FeedResult head = read_feed(FeedDocument(outline).text(), readers);
  size_t articles = 0;
  bool is_whole = head.feed.has_value();
  for (const ItemBatch& batch : outline.batches) {
    demand(batch.begin <= batch.end && batch.end <= input.size());
    const std::string_view items = input.substr(batch.begin, batch.end - batch.begin);
    const FeedDocument document(outline, &batch, items);
    const FeedResult piece = read_feed(document.text(), readers);
    is_whole = is_whole && piece.feed.has_value();
    if (!piece.feed) continue;
    articles += piece.feed->articles.size();
    for (const ItemRange& range : item_ranges(items)) demand(range.begin <= range.end && range.end <= items.size());
  }
  demand(is_whole == whole.feed.has_value());
  // Ids that occur in two pieces are both there.
  if (whole.feed) demand(articles >= whole.feed->articles.size());
}

}  // namespace bantin
