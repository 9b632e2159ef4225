#include "import/day_line.h"

#include <regex>
#include <string>

#include "text/fold.h"

namespace bantin {

namespace {

// Matched against folded text, in which every Vietnamese letter is plain ASCII.
// Groups: 1, 2 time before; 3, 4, 5 or 6, 7, 8 the day; 9, 10 time behind, 11 its half of the day.
const std::regex kLine(R"(^[(]?(?:(?:ngay|dang|viet|cap nhat|xuat ban|luc|thoi gian|dua tin|dang tin)[ :]+)*)"
                       R"((?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)[ ,:-]+)?(?:ngay )?)"
                       R"((?:(\d{1,2})[:h](\d{2})(?::\d{2})?[ ,|-]+(?:ngay )?)?)"
                       R"((?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{1,2}) thang (\d{1,2}),? nam (\d{4})))"
                       R"((?:[ ,|-]+(?:luc )?(\d{1,2})[:h](\d{2})(?::\d{2})?(?: ?(sa|ch|am|pm))?)?)"
                       R"([ ,|]*[(]?(?:gmt ?[+] ?0?7(?::00)?)?[)]*[ .]*$)");

}  // namespace

std::optional<Moment> day_line(std::string_view text) {
  constexpr size_t kLongest = 120;  // bytes
  if (text.size() > kLongest) return std::nullopt;
  const std::string plain = folded(text);
  std::smatch match;
  if (!std::regex_match(plain, match, kLine)) return std::nullopt;
  const auto number = [&](size_t group) { return match[group].matched ? std::stoi(match[group].str()) : 0; };
  const size_t first = match[3].matched ? 3 : 6, time = match[9].matched ? 9 : 1;
  const Day day = day_of(number(first + 2), number(first + 1), number(first));
  if (day == kUndated) return std::nullopt;
  const std::string half = match[11].str();
  const int hour = number(time) + ((half == "ch" || half == "pm") && number(time) < 12 ? 12 : 0);
  const int minute = number(time + 1);
  return Moment{day, hour < 24 && minute < 60 ? (hour * 60 + minute) * 60 : 0};
}

}  // namespace bantin
