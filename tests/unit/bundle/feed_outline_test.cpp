#include "bundle/feed_outline.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

FeedOutline outline_of(std::string_view json, uint64_t batch_bytes, size_t chunk) {
  FeedScanner scanner(batch_bytes);
  for (size_t at = 0; at < json.size(); at += chunk) scanner.read(json.substr(at, chunk));
  return scanner.finish();
}

constexpr std::string_view kFeed =
    "{\"title\": \"a, \\\"items\\\": [1]\",\n"
    " \"items\": [ {\"id\": \"1]}\"},\n  {\"id\": [\"2\\\\\"]} , {\"id\":3} ],\n"
    " \"x\": {\"items\": [7]}}";

// Space behind the last item may belong to it.
std::string batch_text(const ItemBatch& batch) {
  std::string text(kFeed.substr(batch.begin, batch.end - batch.begin));
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("a feed is cut into its head and its items, however it is chunked") {
  for (const size_t chunk : {1U, 2U, 3U, 7U, 1000U}) {
    const FeedOutline outline = outline_of(kFeed, 1, chunk);
    CHECK(outline.head == "{\"title\": \"a, \\\"items\\\": [1]\",\n \"items\": [],\n \"x\": {\"items\": [7]}}");
    REQUIRE(outline.batches.size() == 3);
    CHECK(batch_text(outline.batches[0]) == "{\"id\": \"1]}\"}");
    CHECK(batch_text(outline.batches[1]) == "{\"id\": [\"2\\\\\"]}");
    CHECK(batch_text(outline.batches[2]) == "{\"id\":3}");
    CHECK(outline.batches[1].place.line == 3);
    CHECK(outline.batches[1].place.column == 3);
  }
}

TEST_CASE("small items share a batch, and each is found in it") {
  const FeedOutline outline = outline_of(kFeed, 1000, 5);
  REQUIRE(outline.batches.size() == 1);
  const std::string text = batch_text(outline.batches[0]);
  const std::vector<ItemRange> ranges = item_ranges(text);
  REQUIRE(ranges.size() == 3);
  CHECK(text.substr(ranges[2].begin, ranges[2].end - ranges[2].begin) == "{\"id\":3}");
}

TEST_CASE("places in a document of a batch are told as places in the file") {
  const FeedOutline outline = outline_of(kFeed, 1, 1000);
  const ItemBatch& batch = outline.batches[1];
  const FeedDocument document(outline, &batch, batch_text(batch));
  const size_t at = document.text().find("[\"2");
  PlaceCounter counter;
  counter.advance(std::string_view(document.text()).substr(0, at));
  const Place place = document.place_in_file(counter.place());
  CHECK(place.line == 3);
  CHECK(place.column == 10);
}

TEST_CASE("a text that is no feed is cut somewhere, and nothing is lost of its head") {
  for (const std::string_view text : {"", "[", "{\"items\": [", "{\"items\": [{", "null", "{\"items\": [1, 2"}) {
    const FeedOutline outline = outline_of(text, 10, 2);
    CHECK(FeedDocument(outline).text().size() >= outline.head.size());
  }
}
