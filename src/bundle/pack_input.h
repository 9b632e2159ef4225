// The feeds a pack is made of: where every article lies, what lists need of it, and the articles themselves a few at a
// time. Memory is about 50 bytes an article.
// Use:    PackInput input(readers); for (path : feeds) if (const auto fault = input.add(path, watch); fault) …
//         input.drop_duplicates(watch); for (entry : input.list_order()) …; input.items({entry, entry + 1})
// Errors: add() gives why a feed cannot be taken; items() gives nothing when a file has become another meanwhile.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bundle/feed_file.h"
#include "bundle/id_table.h"
#include "feed/json_feed.h"
#include "feed/json_feed_writer.h"

namespace bantin {

/// What a pack is doing.
enum class PackStep : uint8_t { reading, writing, indexing };

/// Who wants to know what happens. Left out functions are not called.
struct PackWatch {
  std::function<void(const std::string& file, const Problem& problem)> problem;
  /// An article whose id an earlier one has; it is left out.
  std::function<void(const std::string& file, const std::string& id)> duplicate;
  /// A picture beside the feed that is not there or cannot be read as one; the article keeps its address.
  std::function<void(const std::string& file, const std::string& picture)> picture;
  /// Gives false to end the pack. `done` of `total`: bytes where it is reading, else articles.
  std::function<bool(PackStep step, uint64_t done, uint64_t total)> progress;

  bool goes_on(PackStep step, uint64_t done, uint64_t total) const { return !progress || progress(step, done, total); }
};

enum class PackFault : uint8_t {
  none,
  unreadable,   ///< a feed
  refused,      ///< a feed that is no feed
  unwritable,   ///< the folder
  locked,       ///< the folder: another pack is under way
  changed,      ///< a feed, while it was packed
  too_many,     ///< articles or departments
  interrupted,  ///< by PackWatch::progress
};

struct PackEntry {
  IdHash id{};
  ItemPlace place;
  Moment published;
  uint16_t department = 0;  ///< in PackInput::head()
  uint16_t file = 0;
};

struct PackItem {
  Article article;
  Department department;
  std::string feed;             ///< the file it is from
  PictureHashes pictures = {};  ///< of those that the bundle holds
};

class PackInput {
 public:
  explicit PackInput(FeedReaders readers) : readers_(std::move(readers)) {}

  /// `refusal` is set where the fault is `refused`.
  PackFault add(const std::string& path, const PackWatch& watch, Problem& refusal);
  /// Leaves out articles whose ids an earlier one has.
  void drop_duplicates(const PackWatch& watch);

  /// Title, language and departments; no articles.
  const Feed& head() const { return head_; }
  /// In feed order.
  const std::vector<PackEntry>& entries() const { return entries_; }
  /// Indices of entries: newest first, ties in feed order, undated last.
  std::vector<uint32_t> list_order() const;
  /// Departments in front of all others, in this order, as far as they are there.
  void put_first(const std::vector<Department>& departments);

  std::optional<std::vector<PackItem>> items(const std::vector<uint32_t>& entries);

 private:
  uint16_t department_of(const Department& department);
  void take_head(const Feed& feed);
  void renumber_departments(const std::vector<Department>& wanted);

  FeedReaders readers_;
  Feed head_;
  std::vector<FeedFile> files_;
  std::vector<PackEntry> entries_;
  std::unordered_map<std::string, uint16_t> department_index_;
};

}  // namespace bantin
