// Articles of many inputs → one feed.
// Use:    FeedMerger merger;
//         if (auto duplicate = merger.add(std::move(imported), department, "a.txt")) …
//         Feed feed = std::move(merger).feed();
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "feed/model.h"
#include "import/imported.h"

namespace bantin {

enum class Shared : unsigned char {
  id,
  url,
  title_and_day,
  count_,
};

/// An article that is in the feed already.
struct Duplicate {
  Shared shared = Shared::id;
  std::string title;
  std::string input;         ///< that has the article which is there
  bool is_replaced = false;  ///< the one that was there had no text: now this one's is
};

class FeedMerger {
 public:
  /// `imported` is settled (article_settler.h) but for an id that several articles would have: ids made of title and
  /// day (`has_own_id` false) are numbered. Articles of one title and day are one unless both have departments which
  /// differ; undated ones only where their texts are the same.
  std::optional<Duplicate> add(Imported imported, const Department& department, bool has_own_id,
                               const std::string& input);

  size_t size() const { return entries_.size(); }

  /// The articles in the order they were added. What they are related to is resolved by address, then by title; what
  /// is not among them goes, but the ids that a JSON Feed gave stay.
  Feed feed() &&;

 private:
  struct Entry {
    Article article;
    std::vector<RelatedLink> related;
    size_t input = 0;  ///< in inputs_
  };
  using Index = std::unordered_map<std::string, size_t>;

  struct Match {
    size_t entry;
    Shared shared;
  };

  std::optional<Match> match_of(const Imported& imported, bool has_own_id) const;
  uint16_t department_index(const Department& department);
  size_t input_index(const std::string& input);
  void index(size_t entry, const std::string& id);
  std::string unique_id(const std::string& id) const;
  std::optional<size_t> target_of(const RelatedLink& link, const std::string& base) const;
  std::vector<std::string> related_ids(const Entry& entry) const;

  Feed feed_;
  std::vector<Entry> entries_;
  std::vector<std::string> inputs_;
  Index by_id_, by_url_, by_title_;
  std::unordered_multimap<std::string, size_t> by_title_and_day_;
  std::unordered_map<std::string, uint16_t> departments_;
};

}  // namespace bantin
