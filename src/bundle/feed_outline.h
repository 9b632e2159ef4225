// A feed's text taken apart without parsing it: the head (everything but the items) and where its items lie, so that a
// feed of any size is parsed a few items at a time and what is wrong is still told by its place in the whole file.
// Use:    FeedScanner scanner(bytes_a_batch); while (…) scanner.read(chunk); FeedOutline outline = scanner.finish();
//         FeedDocument document(outline, &batch, items);  read_feed(document.text(), …)  document.place_in_file(…)
// Units:  offsets in bytes of the file, places from line 1, column 1 in characters, as feed/json_source.h counts them.
// Errors: text that is no JSON is cut somewhere, so that parsing the documents made of it finds the same first fault.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "feed/json_source.h"

namespace bantin {

/// Where a text ends that begins at line 1, column 1.
class PlaceCounter {
 public:
  void advance(std::string_view text);
  Place place() const { return place_; }

 private:
  Place place_;
};

/// Neighbouring items: the text from the first one's beginning to the last one's end, without a comma behind.
struct ItemBatch {
  uint64_t begin = 0, end = 0;
  Place place;     ///< of `begin`
  size_t cut = 0;  ///< which of FeedOutline::cuts it was in
};

/// Where items were taken out of the head.
struct HeadCut {
  size_t at = 0;  ///< in the head
  Place end;      ///< in the file: where what follows in the head goes on
};

struct FeedOutline {
  std::string head;  ///< JSON, "items" an empty array; without a byte order mark
  std::vector<HeadCut> cuts;
  std::vector<ItemBatch> batches;
};

class FeedScanner {
 public:
  explicit FeedScanner(uint64_t batch_bytes) : batch_bytes_(batch_bytes) {}

  /// The first chunk holds all of a byte order mark, if there is one.
  void read(std::string_view chunk);
  FeedOutline finish();

 private:
  size_t read_string(std::string_view chunk, size_t at);
  void step_head(char c, size_t at);
  void step_items(char c, size_t at);
  void begin_items(size_t at);
  void begin_item(size_t at);
  void end_items(size_t at);
  void end_batch(uint64_t end);
  Place place_at(size_t at);

  uint64_t batch_bytes_;
  FeedOutline outline_;
  std::string_view chunk_;
  uint64_t offset_ = 0;  // of the chunk
  PlaceCounter counter_;
  size_t counted_ = 0;  // of the chunk
  size_t kept_ = 0;     // of the chunk: what is before has gone into the head or is none of it
  bool is_string_ = false, is_escape_ = false, is_key_ = false, is_value_ = false;
  bool is_in_items_ = false, is_between_ = false, has_batch_ = false;
  uint32_t depth_ = 0;  // in the head, or within an item
  uint64_t comma_ = 0;  // the last one between items
  std::string key_;
  ItemBatch batch_;
};

/// The items of a batch that is known to parse: where each begins and ends.
struct ItemRange {
  size_t begin = 0, end = 0;
};
std::vector<ItemRange> item_ranges(std::string_view items);

/// A small feed: the head with some items in it.
class FeedDocument {
 public:
  /// The head alone.
  explicit FeedDocument(const FeedOutline& outline) : FeedDocument(outline, nullptr, {}) {}
  /// `items` stands at `batch`; where that is null, anywhere.
  FeedDocument(const FeedOutline& outline, const ItemBatch* batch, std::string_view items);

  const std::string& text() const { return text_; }
  Place place_in_file(Place place) const;
  /// Whether that place is in front of the items' end.
  bool is_before_end(Place place) const;

 private:
  struct Shift {
    Place from, to;
  };

  void add_head(const FeedOutline& outline, size_t from, size_t to);

  std::string text_;
  PlaceCounter counter_;
  std::vector<Shift> shifts_;
  Place items_end_;
};

}  // namespace bantin
