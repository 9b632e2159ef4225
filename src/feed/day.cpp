#include "feed/day.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "text/utf8.h"

namespace bantin {

namespace {

namespace chrono = std::chrono;

// Reads a text from the left; once something does not fit, nothing fits any more.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  int number(size_t least, size_t most) {
    int value = 0;
    for (const char digit : digits(least, most)) value = value * 10 + (digit - '0');
    return value;
  }

  std::string_view digits(size_t least, size_t most) {
    size_t count = 0;
    while (count < most && count < text_.size() && text_[count] >= '0' && text_[count] <= '9') ++count;
    good_ = good_ && count >= least;
    const std::string_view found = text_.substr(0, count);
    text_.remove_prefix(count);
    return found;
  }

  char one_of(std::string_view allowed) {
    const char found = text_.empty() ? '\0' : text_.front();
    if (found == '\0' || allowed.find(found) == std::string_view::npos) {
      good_ = false;
      return '\0';
    }
    text_.remove_prefix(1);
    return found;
  }

  bool next_is(char wanted) const { return !text_.empty() && text_.front() == wanted; }
  bool good() const { return good_; }
  bool ended() const { return good_ && text_.empty(); }

 private:
  std::string_view text_;
  bool good_ = true;
};

chrono::year_month_day calendar(Day day) { return chrono::sys_days(chrono::days(day)); }

std::string padded(int value, size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

Day iso_part(Scanner& scanner) {
  const int year = scanner.number(4, 4);
  scanner.one_of("-");
  const int month = scanner.number(2, 2);
  scanner.one_of("-");
  const int day = scanner.number(2, 2);
  return scanner.good() ? day_of(year, month, day) : kUndated;
}

// "Z" or "+07:00"; false where there is no such offset.
bool offset_part(Scanner& scanner) {
  const char sign = scanner.one_of("Zz+-");
  if (sign != '+' && sign != '-') return true;
  const int hours = scanner.number(2, 2);
  scanner.one_of(":");
  const int minutes = scanner.number(2, 2);
  return hours < 24 && minutes < 60;
}

}  // namespace

Day day_of(int year, int month, int day_of_month) {
  const chrono::year_month_day date{chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                    chrono::day(static_cast<unsigned>(day_of_month))};
  if (!date.ok()) return kUndated;
  return static_cast<Day>(chrono::sys_days(date).time_since_epoch().count());
}

Moment parse_rfc3339(std::string_view text) {
  Scanner scanner(text);
  const Day day = iso_part(scanner);
  scanner.one_of("Tt ");
  const int hour = scanner.number(2, 2);
  scanner.one_of(":");
  const int minute = scanner.number(2, 2);
  scanner.one_of(":");
  const int second = scanner.number(2, 2);
  if (scanner.next_is('.')) {
    scanner.one_of(".");
    scanner.digits(1, 18);
  }
  const bool is_time = offset_part(scanner) && hour < 24 && minute < 60 && second <= 60;
  if (day == kUndated || !is_time || !scanner.ended()) return {};
  // A leap second is the same as the one before: no day has more seconds than others.
  return {day, hour * 3600 + minute * 60 + std::min(second, 59)};
}

Day parse_iso_day(std::string_view text) {
  Scanner scanner(text);
  const Day day = iso_part(scanner);
  return scanner.ended() ? day : kUndated;
}

Day parse_typed_day(std::string_view text) {
  constexpr char32_t kWideZero = 0xFF10;  // what some input methods write
  constexpr int kMostDigits = 8;
  std::array<int, 3> numbers{}, digits{};
  size_t count = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    char32_t c = decode(text, at);
    if (c >= kWideZero && c <= kWideZero + 9) c -= kWideZero - U'0';
    if (c < U'0' || c > U'9') {
      inside = false;
      continue;
    }
    if (!inside && count == numbers.size()) return kUndated;
    count += inside ? 0 : 1;
    inside = true;
    if (++digits[count - 1] > kMostDigits) return kUndated;
    numbers[count - 1] = numbers[count - 1] * 10 + static_cast<int>(c - U'0');
  }
  const auto [first, second, third] = numbers;
  if (digits == std::array{kMostDigits, 0, 0}) return day_of(first % 10000, first / 10000 % 100, first / 1'000'000);
  if (digits[1] == 0 || digits[1] > 2) return kUndated;
  if (digits[0] == 4 && digits[2] > 0 && digits[2] <= 2) return day_of(first, second, third);
  return digits[0] <= 2 && digits[2] == 4 ? day_of(third, second, first) : kUndated;
}

std::string iso_day(Day day) {
  const chrono::year_month_day date = calendar(day);
  return padded(int(date.year()), 4) + "-" + padded(static_cast<int>(unsigned(date.month())), 2) + "-" +
         padded(static_cast<int>(unsigned(date.day())), 2);
}

std::string vi_day(Day day) {
  const std::string iso = iso_day(day);
  return iso.substr(iso.size() - 2) + "/" + iso.substr(iso.size() - 5, 2) + "/" + iso.substr(0, iso.size() - 6);
}

int32_t month_of(Day day) {
  const chrono::year_month_day date = calendar(day);
  return int(date.year()) * 12 + static_cast<int32_t>(unsigned(date.month())) - 1;
}

Day first_day(int32_t month) { return day_of(month / 12, month % 12 + 1, 1); }

int weekday(Day day) {
  constexpr int kThursday = 3;  // 1970-01-01
  return ((day + kThursday) % 7 + 7) % 7;
}

std::string vi_month(int32_t month) { return padded(month % 12 + 1, 2) + "/" + padded(month / 12, 4); }

std::string iso_month(int32_t month) { return padded(month / 12, 4) + "-" + padded(month % 12 + 1, 2); }

}  // namespace bantin
