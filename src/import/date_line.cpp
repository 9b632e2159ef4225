#include "import/date_line.h"

#include <algorithm>
#include <regex>
#include <string>

#include "import/web_page.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr int kMinute = 60, kHour = 3600, kDaySeconds = 24 * kHour, kVietnamOffset = 7 * kHour;
constexpr size_t kLongestLine = 120;   // characters
constexpr size_t kMostOtherWords = 8;  // of a line with a date: an author's name, how often it was read

// Matched against folded text.
const std::regex kShownDay(R"((?:^|[^\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d))");
const std::regex kSpelledDay(R"((?:^|\D)(\d{1,2}) thang (\d{1,2}),? nam (\d{4}))");
const std::regex kIsoDay(R"((?:^|\D)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d))");
const std::regex kTime(R"((?:^|[^\d:])(\d{1,2})\s?[:hg]\s?(\d{2})(?::(\d{2}))?(?!\d)(?:\s?(am|pm|sa|ch)\b)?)");
// Its offset must not be taken for a time: "13/01/2022 (GMT+07:00)" tells none.
const std::regex kZone(R"(\b(?:gmt|utc) ?[+] ?0?7(?::?00)?(?!\d))");
const std::regex kUtc(R"(\d(?:z|[+-]00:?00)$)");
const std::regex kLabel(
    R"(\b(?:ngay dang|ngay tao|ngay cap nhat|ngay xuat ban|dang ngay|dang luc|cap nhat|xuat ban|ngay gui|thoi gian dang|posted on|published)\b)");
const std::regex kDateWord(
    R"(\b(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|ngay dang|ngay tao|ngay cap nhat|ngay xuat ban|ngay gui|ngay|dang luc|cap nhat luc|cap nhat|xuat ban|thoi gian|gmt|luc|am|pm|sa|ch|gio|thang|nam|phut|dua tin|dang tin|dang|viet(?=:| ngay| luc)|posted|on|published)\b)");
// What stands beside a date.
const std::regex kBesideWord(R"(\b(?:luot xem|luot doc|so lan xem|da xem|tac gia|nguoi dang|boi|admin|views?)\b)");

int number(const std::ssub_match& match) { return match.matched ? std::stoi(match.str()) : 0; }

Day shown_day(const std::string& text) {
  std::smatch match;
  if (std::regex_search(text, match, kIsoDay)) return day_of(number(match[1]), number(match[2]), number(match[3]));
  if (std::regex_search(text, match, kShownDay) || std::regex_search(text, match, kSpelledDay)) {
    return day_of(number(match[3]), number(match[2]), number(match[1]));
  }
  return kUndated;
}

// Without the days and the zone of a text, in which a time could be seen.
std::string without_days(const std::string& text) {
  std::string rest = text;
  for (const std::regex* part : {&kIsoDay, &kShownDay, &kSpelledDay, &kZone})
    rest = std::regex_replace(rest, *part, " ");
  return rest;
}

bool has_words(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (is_word(decode(text, at))) return true;
  }
  return false;
}

// Whether nothing is left of a text without one day, one time and the words around them. A second day or time is of
// what happened, not of the article, and so is whatever is written beside them.
bool is_date_alone(const std::string& text) {
  std::string rest = std::regex_replace(text, kZone, " ");
  for (const std::regex* part : {&kIsoDay, &kShownDay, &kSpelledDay, &kTime})
    rest = std::regex_replace(rest, *part, " ", std::regex_constants::format_first_only);
  rest = std::regex_replace(rest, kDateWord, " ");
  return !has_words(rest);
}

int32_t shown_second(const std::string& text) {
  std::smatch match;
  if (!std::regex_search(text, match, kTime)) return 0;
  int hour = number(match[1]);
  const std::string half = match[4].str();
  if ((half == "pm" || half == "ch") && hour < 12) hour += 12;
  if ((half == "am" || half == "sa") && hour == 12) hour = 0;
  const int minute = number(match[2]), second = number(match[3]);
  return hour < 24 && minute < 60 && second < 60 ? hour * kHour + minute * kMinute + second : 0;
}

Moment in_vietnam(Moment moment) {
  moment.second += kVietnamOffset;
  moment.day += moment.second / kDaySeconds;
  moment.second %= kDaySeconds;
  return moment;
}

size_t count_words(const std::string& text) {
  size_t count = 0;
  bool joins = false;
  for (const char sign : text) {
    const bool is_letter = is_word(static_cast<unsigned char>(sign)) && (sign < '0' || sign > '9');
    if (is_letter && !joins) ++count;
    joins = is_letter;
  }
  return count;
}

}  // namespace

Moment read_moment(std::string_view text) {
  constexpr size_t kLongest = 60;
  const std::string plain = folded(plain_line(text.substr(0, kLongest)));
  Moment moment = parse_rfc3339(plain_line(text));
  if (moment.day == kUndated) {
    moment.day = shown_day(plain);
    if (moment.day == kUndated) return {};
    std::string rest = without_days(plain);
    std::replace(rest.begin(), rest.end(), 't', ' ');
    moment.second = shown_second(rest);
  }
  return std::regex_search(plain, kUtc) ? in_vietnam(moment) : moment;
}

std::optional<Moment> read_date_line(std::string_view line) {
  if (length_of(line) > kLongestLine) return std::nullopt;
  const std::string text = folded(line);
  const Day day = shown_day(text);
  if (day == kUndated) return std::nullopt;
  const std::string rest = without_days(text);
  const std::string others = std::regex_replace(std::regex_replace(rest, kBesideWord, " "), kDateWord, " ");
  if (count_words(others) > kMostOtherWords) return std::nullopt;
  return Moment{day, shown_second(rest)};
}

std::optional<Moment> read_date_alone(std::string_view line) {
  const auto moment = read_date_line(line);
  return moment && is_date_alone(folded(line)) ? moment : std::nullopt;
}

bool is_labelled_date(std::string_view line) { return std::regex_search(folded(line.substr(0, 400)), kLabel); }

}  // namespace bantin
