#include "bundle/feed_file.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

namespace bantin {

namespace {

constexpr uint64_t kChunk = 1 << 20, kBatch = 256 << 10;
constexpr std::string_view kItems = "/items/";

// The pointer with its item's number counted from the file's first item.
std::string shifted(const std::string& pointer, size_t first_item) {
  const std::string_view rest = std::string_view(pointer).substr(kItems.size());
  size_t number = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc()) return pointer;
  const auto digits = static_cast<size_t>(end - rest.data());
  return std::string(kItems) + std::to_string(first_item + number) + std::string(rest.substr(digits));
}

// Places of the batch's items in the file.
std::vector<ItemPlace> places_in(const ItemBatch& batch, const std::vector<ItemRange>& ranges) {
  std::vector<ItemPlace> places;
  places.reserve(ranges.size());
  for (const ItemRange& range : ranges)
    places.push_back({batch.begin + range.begin, static_cast<uint32_t>(range.end - range.begin)});
  return places;
}

}  // namespace

std::optional<FeedFile> FeedFile::open(const std::string& path, const FeedReaders& readers) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return std::nullopt;
  FeedFile feed;
  feed.path_ = path;
  feed.readers_ = readers;
  feed.file_.open(path, std::ios::binary);
  if (!feed.file_) return std::nullopt;
  FeedScanner scanner(kBatch);
  for (std::string chunk(kChunk, '\0');;) {
    feed.file_.read(chunk.data(), static_cast<std::streamsize>(kChunk));
    const auto size = static_cast<size_t>(feed.file_.gcount());
    if (size == 0) break;
    scanner.read(std::string_view(chunk).substr(0, size));
    feed.bytes_ += size;
  }
  if (feed.file_.bad()) return std::nullopt;
  feed.outline_ = scanner.finish();
  return feed;
}

FeedResult FeedFile::head() const { return read_feed(FeedDocument(outline_).text(), readers_); }

std::optional<Problem> FeedFile::scan(const UseItem& use, const TellProblem& tell) {
  const FeedDocument head(outline_);
  FeedResult result = read_feed(head.text(), readers_);
  // What refuses the head may be what follows a broken item: the batches come first.
  size_t items = 0;
  for (const ItemBatch& batch : outline_.batches) {
    const std::string text = read(batch.begin, batch.end - batch.begin);
    const FeedDocument document(outline_, &batch, text);
    FeedResult read = read_feed(document.text(), readers_);
    if (!read.feed) {
      Problem problem = read.problems.front();
      const Place place = document.place_in_file({problem.line, problem.column});
      problem.line = place.line;
      problem.column = place.column;
      return problem;
    }
    const std::vector<ItemRange> ranges = item_ranges(text);
    tell_problems(read, document, items, tell);
    items += ranges.size();
    const std::vector<ItemPlace> places = places_in(batch, ranges);
    if (read.feed->articles.size() == places.size()) {
      for (size_t i = 0; i < places.size(); ++i) {
        if (!use(*read.feed, read.feed->articles[i], places[i])) return std::nullopt;
      }
      continue;
    }
    // Some were dropped: which ones is found one by one.
    for (const ItemPlace& place : places) {
      Feed one = articles({place});
      if (!one.articles.empty() && !use(one, one.articles.front(), place)) return std::nullopt;
    }
  }
  if (!result.feed) return result.problems.front();
  tell_problems(result, head, 0, tell);
  return std::nullopt;
}

Feed FeedFile::articles(const std::vector<ItemPlace>& places) {
  std::string items;
  for (const ItemPlace& place : places) {
    if (!items.empty()) items += ',';
    items += read(place.begin, place.size);
  }
  FeedResult result = read_feed(FeedDocument(outline_, nullptr, items).text(), readers_);
  return result.feed ? std::move(*result.feed) : Feed();
}

std::string FeedFile::read(uint64_t begin, uint64_t size) {
  std::string text(static_cast<size_t>(size), '\0');
  file_.clear();
  file_.seekg(static_cast<std::streamoff>(begin));
  file_.read(text.data(), static_cast<std::streamsize>(size));
  text.resize(static_cast<size_t>(std::max<std::streamsize>(0, file_.gcount())));
  return text;
}

// Each of the head's is in every document that is made with it: they are told once, with the head alone.
void FeedFile::tell_problems(const FeedResult& result, const FeedDocument& document, size_t first_item,
                             const TellProblem& tell) const {
  for (Problem problem : result.problems) {
    const bool is_items = problem.pointer.starts_with(kItems);
    const bool is_of_batch = document.text().size() > outline_.head.size();
    if (is_items != is_of_batch) continue;
    const Place place = document.place_in_file({problem.line, problem.column});
    problem.line = place.line;
    problem.column = place.column;
    if (is_items) problem.pointer = shifted(problem.pointer, first_item);
    tell(problem);
  }
}

}  // namespace bantin
