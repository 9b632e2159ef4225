// The choice of dates: two typed fields, a calendar's month, ranges ready to be taken, counted from the newest article
// (a device's clock may be wrong, an archive may have ended years ago).
// Units: days and months as in feed/day.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "feed/day.h"

namespace bantin {

/// A date field: what is typed in it need not be a date yet.
struct DateField {
  std::string text;
  bool invalid = false;  ///< left with something in it that is no date
};

struct DateRange {
  enum class Kind : uint8_t { week, month, year };
  Kind kind = Kind::year;
  int32_t number = 0;  ///< of the month or year
  Day from = kUndated, to = kUndated;
};

class DateChoice {
 public:
  /// Another catalog: ranges and the calendar's month follow its newest article.
  void fit(const Catalog& catalog);

  /// What was typed into a field. Half a date is no bound: the list is not emptied while somebody types, and a field is
  /// only called wrong once it is left.
  void type_from(std::string_view text, bool committed);
  void type_to(std::string_view text, bool committed);
  /// A bound from elsewhere; kUndated: none, and whatever stood in its field goes. Without any bound the calendar is
  /// back at its newest month: a screen that forgets its last reader shows nothing of where they looked.
  void set_from(Day day);
  void set_to(Day day);
  void set(Day from, Day to) {
    set_from(from);
    set_to(to);
  }
  /// A day of the calendar: the first one begins a range, the second one ends it, whichever comes first.
  void pick(Day day);
  void show_month(int32_t month);

  Day from() const { return from_; }
  Day to() const { return to_; }
  bool is_set() const { return from_ != kUndated || to_ != kUndated; }
  const DateField& from_field() const { return from_field_; }
  const DateField& to_field() const { return to_field_; }
  const std::vector<DateRange>& presets() const { return presets_; }
  int32_t month() const { return month_; }              ///< the calendar shows
  int32_t first_month() const { return first_month_; }  ///< with an article
  int32_t last_month() const { return last_month_; }
  bool is_empty() const { return presets_.empty(); }  ///< nothing in the catalog has a date

 private:
  void type(DateField& field, Day& bound, std::string_view text, bool committed);

  Day from_ = kUndated, to_ = kUndated;
  DateField from_field_, to_field_;
  std::vector<DateRange> presets_;
  int32_t month_ = 0, first_month_ = 0, last_month_ = 0;
  bool is_ending_ = false;  // the next picked day ends the range
};

}  // namespace bantin
