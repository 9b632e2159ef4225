// What is being read: the feed, the filter and its results, the open article. Knows no pixels and no browser.
// Use:     Reader reader; reader.set_feed(feed); reader.apply({ActionKind::open_article, 3});
//          if (reader.take_changes().filter) …tell the page
// Owns:    the feed and everything derived from it.
// Errors:  none; an action that makes no sense (an article that is not there) changes nothing and says so by `false`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/filter.h"
#include "catalog/search.h"
#include "feed/model.h"
#include "reader/action.h"

namespace bantin {

/// A date field: what is typed in it need not be a date yet.
struct DateField {
  std::string text;
  bool invalid = false;  ///< left with something in it that is no date
};

/// What a page asks for; what is left out stays as it is.
struct FilterRequest {
  std::optional<std::vector<std::string>> departments;  ///< ids; unknown ones match nothing
  std::optional<Day> from, to;                          ///< kUndated: no bound
  std::optional<std::string> query;
};

class Reader {
 public:
  struct Changes {
    bool feed = false, filter = false, article = false;
  };

  /// Shows another feed. The filter stays; the open article stays where its id still exists.
  void set_feed(Feed feed);
  /// `text` is what was typed, `committed` whether the field was left or Enter pressed.
  bool apply(const Action& action, std::string_view text = {}, bool committed = false);
  void set_filter(const FilterRequest& request);
  bool open_article(std::string_view id);  ///< empty: back to the list

  bool has_feed() const { return has_feed_; }
  const Feed& feed() const { return feed_; }
  const Catalog& catalog() const { return catalog_; }
  const Filter& filter() const { return filter_; }
  const Results& results() const { return results_; }
  /// Ids of the chosen departments in the order chosen, those unknown to the feed included.
  const std::vector<std::string>& chosen_departments() const { return chosen_; }
  bool is_chosen(uint16_t department) const;
  bool is_filtered() const;
  const DateField& from_field() const { return from_field_; }
  const DateField& to_field() const { return to_field_; }
  bool filters_open() const { return filters_open_; }
  const Article* article() const;  ///< the open one, or null
  std::optional<uint32_t> article_index() const { return open_; }

  /// What changed since the last call.
  Changes take_changes();

 private:
  void toggle_department(uint32_t department);
  void type_date(DateField& field, Day& bound, std::string_view text, bool committed);
  bool open_index(std::optional<uint32_t> index);
  void refilter();
  std::vector<uint16_t> chosen_indices() const;

  Feed feed_;
  Catalog catalog_;
  SearchText search_;
  Filter filter_;
  Results results_;
  std::vector<std::string> chosen_;
  DateField from_field_, to_field_;
  std::optional<uint32_t> open_;
  bool has_feed_ = false;
  bool filters_open_ = false;
  Changes changes_;
};

}  // namespace bantin
