// Collects what a parser finds in a JSON Feed and makes the model of it: departments matched, texts normalised, bad
// items sorted out. Used by json_feed.cpp, which knows the document's structure.
// Units: positions in bytes of the source's text.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "feed/json_feed.h"
#include "feed/json_source.h"

namespace bantin {

class FeedBuilder {
 public:
  FeedBuilder(const JsonSource& source, const FeedReaders& readers) : source_(source), readers_(readers) {}

  void feed_text(std::string_view key, std::string& value);
  void begin_department() { feed_.departments.emplace_back(); }
  void department_text(std::string_view key, std::string& value);

  void begin_items() { has_items_ = true; }
  void begin_item(size_t position);
  void item_text(std::string_view key, std::string& value, size_t position);
  void item_extension_text(std::string_view key, std::string& value, size_t position);
  void item_author(std::string& name);
  void feed_author(std::string& name);
  void item_tag(std::string& tag);
  void item_related(std::string& id) { item_.article.related.push_back(id); }
  void item_inferred(std::string& field) { item_.article.inferred.push_back(field); }
  void begin_attachment() { item_.article.attachments.emplace_back(); }
  void attachment_text(std::string_view key, std::string& value);
  void attachment_size(uint64_t bytes) { item_.article.attachments.back().bytes = bytes; }
  void item_wrong_type(std::string_view key, size_t position);
  void item_extension_wrong_type(std::string_view key, size_t position);
  void end_item(size_t position);
  /// Something among the items that is none.
  void no_item(size_t position);

  void refuse(ProblemCode code, size_t position, std::string subject, Expected expected = Expected::unknown);
  FeedResult result();

 private:
  struct Item {
    Article article;
    size_t number = 0, position = 0;
    std::string department_id, author, tag, html;
    std::string date;
    size_t date_position = 0, department_position = 0;
  };

  // A problem whose line and column are still to be found.
  struct Finding {
    size_t position;
    Problem problem;
  };

  void note(const Item& item, ProblemCode code, size_t position, std::string_view field, std::string subject);
  void note_repairs(size_t end, const Item* item);
  std::vector<Problem> problems();
  void read_date();
  void read_html();
  void name_untitled();
  void settle_departments();
  uint16_t department_of(const Item& item);
  uint16_t named_department(std::string id, const std::string& name);
  std::string clean(std::string_view text) const;
  std::vector<Block> paragraphs(std::string_view text) const;

  const JsonSource& source_;
  const FeedReaders& readers_;
  Feed feed_;
  std::vector<Finding> findings_;
  Item item_;
  std::vector<Item> kept_;  // articles wait here until the departments are known
  size_t item_count_ = 0, next_repair_ = 0;
  std::string version_, author_;
  bool has_items_ = false, is_refused_ = false;
  std::unordered_set<std::string> ids_;
  std::unordered_map<std::string, uint16_t> department_index_;
};

}  // namespace bantin
