// A feed's file, read a few items at a time: it may be larger than the memory.
// Use:    auto file = FeedFile::open("feed.json", readers);
//         FeedResult head = file->head();                       // everything but the articles, or what refuses it
//         file->scan([&](FeedItem item) { … item.place … });    // one after the other
//         std::vector<Article> again = file->articles({place, place});
// Units:  places in bytes of the file. Articles' departments are indices in the Feed that comes with them.
// Errors: scan() gives the problem that refuses the document, if one does; those of single items go to `tell`.
#pragma once

#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bundle/feed_outline.h"
#include "feed/json_feed.h"

namespace bantin {

struct ItemPlace {
  uint64_t begin = 0;
  uint32_t size = 0;
};

class FeedFile {
 public:
  /// Nothing when it cannot be read. Reads it once, to know where its items are.
  static std::optional<FeedFile> open(const std::string& path, const FeedReaders& readers);

  const std::string& path() const { return path_; }
  /// The feed without articles.
  FeedResult head() const;

  /// `feed`: with the item's departments.
  using UseItem = std::function<bool(const Feed& feed, Article& article, const ItemPlace& place)>;
  using TellProblem = std::function<void(const Problem& problem)>;
  /// Ends early where `use` gives false.
  std::optional<Problem> scan(const UseItem& use, const TellProblem& tell);

  /// The items that stand at these places, each with its departments' feed; fewer when the file has become another.
  Feed articles(const std::vector<ItemPlace>& places);

  uint64_t bytes() const { return bytes_; }

 private:
  FeedFile() = default;

  std::string read(uint64_t begin, uint64_t size);
  void tell_problems(const FeedResult& result, const FeedDocument& document, size_t first_item,
                     const TellProblem& tell) const;

  std::string path_;
  std::ifstream file_;
  FeedReaders readers_;
  FeedOutline outline_;
  uint64_t bytes_ = 0;
};

}  // namespace bantin
