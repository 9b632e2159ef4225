// What is being read: the feed, the filter and its results, the open article, what somebody prefers and has marked.
// Knows no pixels and no browser.
// Use:     Reader reader; reader.set_feed(feed); reader.apply({ActionKind::open_article, 3});
//          if (reader.take_changes().filter) …tell the page
// Owns:    the feed and everything derived from it.
// Errors:  none; an action that makes no sense (an article that is not there) changes nothing and says so by `false`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/filter.h"
#include "catalog/search.h"
#include "feed/model.h"
#include "reader/action.h"
#include "reader/date_choice.h"
#include "reader/preferences.h"

namespace bantin {

/// What is open beside list and article; one at a time.
enum class Panel : uint8_t { none, filters, departments, dates, looks, share, keys };

/// What a page asks for; what is left out stays as it is.
struct FilterRequest {
  std::optional<std::vector<std::string>> departments;  ///< ids; unknown ones match nothing
  std::optional<Day> from, to;                          ///< kUndated: no bound
  std::optional<std::string> query;
  std::optional<bool> starred = {};  ///< only what was starred
};

/// Filters that together hide everything, and how many articles there would be without them.
struct Loosening {
  enum Filters : uint32_t { kDepartments = 1, kDates = 2, kQuery = 4, kStarred = 8 };
  uint32_t filters = 0;  ///< bits of Filters
  uint32_t count = 0;
};

class Reader {
 public:
  struct Changes {
    bool feed = false, filter = false, article = false, preferences = false, stars = false;

    bool operator==(const Changes&) const = default;
  };

  /// Shows another feed. The filter stays; the open article stays where its id still exists.
  void set_feed(Feed feed);
  /// `text` is what was typed, `committed` whether the field was left or Enter pressed.
  bool apply(const Action& action, std::string_view text = {}, bool committed = false);
  void set_filter(const FilterRequest& request);
  bool open_article(std::string_view id);  ///< empty: back to the list
  /// What an earlier visit left. Ids of articles that are not there are kept.
  void set_marks(std::vector<std::string> starred, std::vector<std::string> read);
  /// `usual`: what resetting goes back to.
  void set_preferences(const Preferences& preferences, const Preferences& usual = {}) {
    preferences_ = sane(preferences);
    usual_ = sane(usual);
  }
  /// Closes what is open: a panel, else the article. False when nothing was.
  bool escape();

  bool has_feed() const { return has_feed_; }
  const Feed& feed() const { return feed_; }
  const Catalog& catalog() const { return catalog_; }
  const Filter& filter() const { return filter_; }
  const Results& results() const { return results_; }
  /// Ids of the chosen departments in the order chosen, those unknown to the feed included.
  const std::vector<std::string>& chosen_departments() const { return chosen_; }
  bool is_chosen(uint16_t department) const;
  bool is_filtered() const;
  const DateChoice& dates() const { return dates_; }
  Panel panel() const { return panel_; }
  const Preferences& preferences() const { return preferences_; }

  /// Departments as the panel lists them: chosen ones first, then by count, then by name; those whose name holds
  /// department_query(). Sorted when the panel opens, so that nothing moves under a finger.
  std::vector<uint16_t> listed_departments() const;
  const std::string& department_query() const { return department_query_; }

  const Article* article() const;  ///< the open one, or null
  std::optional<uint32_t> article_index() const { return open_; }
  const std::vector<uint32_t>& related() const { return related_; }  ///< to the open article
  /// The article `step` rows after the open one in the filtered list (before it: negative).
  std::optional<uint32_t> neighbour(int step) const;

  bool is_starred(uint32_t article) const { return starred_.contains(feed_.articles[article].id); }
  bool is_read(uint32_t article) const { return read_.contains(feed_.articles[article].id); }
  bool shows_starred_only() const { return starred_only_; }
  const std::unordered_set<std::string>& starred() const { return starred_; }

  /// Which filters to loosen, as few as will do, those that show most first; only where nothing is left.
  const std::vector<Loosening>& loosenings() const { return loosenings_; }

  /// What changed since the last call.
  Changes take_changes();

 private:
  void toggle_department(uint32_t department);
  void toggle_panel(Panel panel);
  bool set_preference(ActionKind kind, uint32_t value);
  void toggle_star(uint32_t article);
  bool open_index(std::optional<uint32_t> index);
  void dates_changed();
  void refilter();
  void find_loosenings();
  uint32_t count_without(uint32_t filters) const;
  void loosen(uint32_t filters);
  uint32_t set_filters() const;
  void sort_departments();
  std::vector<uint16_t> chosen_indices() const;
  std::vector<uint8_t> starred_rows() const;

  Feed feed_;
  Catalog catalog_;
  SearchText search_;
  Filter filter_;
  Results results_;
  std::vector<Loosening> loosenings_;
  std::vector<std::string> chosen_;
  std::vector<uint16_t> department_order_;
  std::vector<std::string> department_keys_;  // for sorting by name
  std::string department_query_;
  DateChoice dates_;
  std::optional<uint32_t> open_;
  std::vector<uint32_t> related_;
  std::unordered_set<std::string> starred_, read_;
  Preferences preferences_, usual_;
  Panel panel_ = Panel::none;
  bool has_feed_ = false, starred_only_ = false;
  Changes changes_;
};

}  // namespace bantin
