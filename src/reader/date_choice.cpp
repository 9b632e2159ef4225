#include "reader/date_choice.h"

#include <algorithm>

namespace bantin {

namespace {

// A day that the field says already, in whatever way it was typed, is left as it is.
void write(DateField& field, Day day) {
  if (day == kUndated) {
    field = {};
  } else if (parse_typed_day(field.text) != day) {
    field = {vi_day(day), false};
  }
}

DateRange year_range(int32_t year) {
  return {DateRange::Kind::year, year, first_day(year * 12), first_day((year + 1) * 12) - 1};
}

}  // namespace

void DateChoice::fit(const Catalog& catalog) {
  presets_.clear();
  month_ = first_month_ = last_month_ = 0;
  if (catalog.months().empty()) return;
  last_month_ = catalog.months().front().month;
  first_month_ = catalog.months().back().month;
  month_ = last_month_;
  const Day newest = catalog.day(0);
  presets_.push_back({DateRange::Kind::week, 7, newest - 6, newest});
  presets_.push_back({DateRange::Kind::month, last_month_, first_day(last_month_), first_day(last_month_ + 1) - 1});
  for (const Catalog::Month& month : catalog.months()) {
    const int32_t year = month.month / 12;
    if (presets_.back().kind != DateRange::Kind::year || presets_.back().number != year) {
      presets_.push_back(year_range(year));
    }
  }
}

void DateChoice::type_from(std::string_view text, bool committed) { type(from_field_, from_, text, committed); }
void DateChoice::type_to(std::string_view text, bool committed) { type(to_field_, to_, text, committed); }

void DateChoice::set_from(Day day) {
  is_ending_ = false;
  from_ = day;
  write(from_field_, day);
}

void DateChoice::set_to(Day day) {
  is_ending_ = false;
  to_ = day;
  write(to_field_, day);
  if (!is_set()) month_ = last_month_;
}

void DateChoice::pick(Day day) {
  if (is_ending_ && from_ != kUndated) {
    set(std::min(from_, day), std::max(from_, day));
    is_ending_ = false;
  } else {
    set(day, day);
    is_ending_ = true;
  }
}

void DateChoice::show_month(int32_t month) { month_ = std::clamp(month, first_month_, last_month_); }

void DateChoice::type(DateField& field, Day& bound, std::string_view text, bool committed) {
  field.text = text;
  const Day day = parse_typed_day(text);
  field.invalid = committed && !text.empty() && day == kUndated;
  bound = day;
  is_ending_ = false;
  if (day != kUndated) show_month(month_of(day));
}

}  // namespace bantin
