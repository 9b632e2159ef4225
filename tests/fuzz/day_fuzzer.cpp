// Days and moments, as feeds, attributes and people write them: what was read is what its own writing says.
// Seeds: build/fuzz/seeds/day/*
#include "feed/day.h"

#include "feed/json_feed_writer.h"
#include "fuzz.h"

namespace {

void demand_same(bantin::Day day) {
  using namespace bantin;
  if (day == kUndated) return;
  fuzz::demand(parse_iso_day(iso_day(day)) == day);
  fuzz::demand(parse_typed_day(vi_day(day)) == day);
  fuzz::demand(first_day(month_of(day)) <= day && weekday(day) >= 0 && weekday(day) < 7);
}

}  // namespace

void bantin::fuzz::read(std::string_view input) {
  demand_same(parse_iso_day(input));
  demand_same(parse_typed_day(input));
  const Moment moment = parse_rfc3339(input);
  demand_same(moment.day);
  demand(moment.second >= 0 && moment.second < 86'400);
  if (moment.day != kUndated) demand(parse_rfc3339(rfc3339(moment)) == moment);
}
