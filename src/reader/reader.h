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
#include "reader/pieces.h"
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
    bool pieces = false;  ///< of a bundle's articles have come or failed

    bool operator==(const Changes&) const = default;
  };

  /// Shows another feed. The filter stays; the open article stays where its id still exists.
  void set_feed(Feed feed);
  /// Shows a bundle, nothing of whose articles is there yet: `head` has everything else. `article_count`: how many
  /// numbers were given. False where `columns` name articles or departments beyond.
  bool set_bundle(Feed head, Columns columns, uint32_t article_count);
  /// Pieces of a bundle's articles (reader/pieces.h); false when they are not what the bundle says.
  bool take_headlines(const NumberRange& range, std::vector<Article> found);
  bool take_article(uint32_t number, Article found);
  void pieces_failed(const NumberRange& range);
  /// Headlines of what the open article names, or of what was starred, have come.
  void look_again();
  /// The words of the query where what matches them is still to be found in the bundle; else none.
  std::vector<std::string> missing_words() const;
  /// What they match, a byte an article.
  void take_found(const std::vector<uint8_t>& by_article);
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
  bool is_bundle() const { return is_bundle_; }
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
  void feed_changed(const std::string& open_id);
  void relate();
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
  Pieces pieces_;
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
  bool has_feed_ = false, is_bundle_ = false, starred_only_ = false;
  Changes changes_;
};

}  // namespace bantin
