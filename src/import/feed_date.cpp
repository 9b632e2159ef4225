#include "import/feed_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace bantin {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr int kHour = 3600, kSecondsOfDay = 24 * kHour, kVietnam = 7 * kHour;
constexpr size_t kMostDigits = 9;

enum class TokenKind : unsigned char { number, word, sign, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;  // a word's in lower case
  int value = 0;     // of a number

  bool is_sign_of(std::string_view signs) const {
    return kind == TokenKind::sign && signs.find(text[0]) != std::string_view::npos;
  }
  bool is_number(size_t least, size_t most) const {
    return kind == TokenKind::number && text.size() >= least && text.size() <= most;
  }
};

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || static_cast<unsigned char>(sign) >= 0x80; }

char lower(char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign; }

TokenKind kind_of(char sign) {
  if (is_digit(sign)) return TokenKind::number;
  return is_letter(lower(sign)) ? TokenKind::word : TokenKind::sign;
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits.substr(0, kMostDigits)) value = value * 10 + (digit - '0');
  return value;
}

// Without its blanks.
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at++;
    const TokenKind kind = kind_of(text[begin]);
    while (kind != TokenKind::sign && at < text.size() && kind_of(text[at]) == kind) ++at;
    Token token{kind, std::string(text.substr(begin, at - begin))};
    if (token.is_sign_of(" \t\r\n")) continue;
    std::transform(token.text.begin(), token.text.end(), token.text.begin(), lower);
    if (kind == TokenKind::number) token.value = value_of(token.text);
    tokens.push_back(std::move(token));
  }
  return tokens;
}

// "Jan", "January", "Sept": 1 to 12; 0: no month.
int month_named(const Token& token) {
  if (token.kind != TokenKind::word) return 0;
  const auto named = std::find(kMonths.begin(), kMonths.end(), std::string_view(token.text).substr(0, 3));
  return named == kMonths.end() ? 0 : static_cast<int>(named - kMonths.begin()) + 1;
}

int full_year(const Token& year) {
  if (year.text.size() != 2) return year.value;
  return year.value + (year.value < 70 ? 2000 : 1900);
}

class DateReader {
 public:
  explicit DateReader(std::string_view text) : tokens_(tokens_of(text)) {}

  Moment read() const {
    Moment moment;
    for (size_t at = 0; at < tokens_.size() && moment.day == kUndated; ++at) moment.day = day_at(at);
    if (moment.day == kUndated) return moment;
    for (size_t at = 0; at < tokens_.size(); ++at) {
      if (is_time(at)) return with_time(moment, at);
    }
    return moment;
  }

 private:
  const Token& token(size_t at) const {
    static const Token kEnd;
    return at < tokens_.size() ? tokens_[at] : kEnd;
  }

  size_t behind_sign(size_t at) const { return token(at).is_sign_of("-/.,") ? at + 1 : at; }

  static bool is_year(const Token& token) { return token.is_number(4, 4) || token.is_number(2, 2); }

  Day day_at(size_t at) const {
    const Day numeric = numeric_day(at);
    if (numeric != kUndated) return numeric;
    const bool month_first = month_named(token(at)) != 0;
    const size_t second = behind_sign(at + 1);
    const Token& day = token(month_first ? second : at);
    const int month = month_named(token(month_first ? at : second));
    const Token& year = token(behind_sign(second + 1));
    return month != 0 && day.is_number(1, 2) && is_year(year) ? day_of(full_year(year), month, day.value) : kUndated;
  }

  // Three numbers with one sign between them.
  Day numeric_day(size_t at) const {
    const Token &first = token(at), &second = token(at + 2), &third = token(at + 4);
    if (!token(at + 1).is_sign_of("-/.") || token(at + 3).text != token(at + 1).text) return kUndated;
    if (!second.is_number(1, 2)) return kUndated;
    if (first.is_number(4, 4)) {
      return third.is_number(1, 2) ? day_of(first.value, second.value, third.value) : kUndated;
    }
    if (!first.is_number(1, 2) || !is_year(third)) return kUndated;
    const Day day_first = day_of(full_year(third), second.value, first.value);
    const Day month_first = day_of(full_year(third), first.value, second.value);
    const Day likelier = is_american() ? month_first : day_first;
    const Day other = is_american() ? day_first : month_first;
    return likelier != kUndated ? likelier : other;
  }

  bool is_american() const {
    return std::any_of(tokens_.begin(), tokens_.end(),
                       [](const Token& token) { return token.text == "am" || token.text == "pm"; });
  }

  // An offset's "07:00" is none.
  bool is_time(size_t at) const {
    const bool is_offset = at > 0 && token(at - 1).is_sign_of("+-");
    return !is_offset && token(at).is_number(1, 2) && token(at + 1).is_sign_of(":") && token(at + 2).is_number(2, 2);
  }

  Moment with_time(Moment moment, size_t at) const {
    int hour = token(at).value;
    const int minute = token(at + 2).value;
    int second = 0;
    at += 3;
    if (token(at).is_sign_of(":") && token(at + 1).is_number(2, 2)) {
      second = token(at + 1).value;
      at += 2;
    }
    if (token(at).is_sign_of(".,") && token(at + 1).kind == TokenKind::number) at += 2;
    if (token(at).text == "am" || token(at).text == "sa") hour = hour == 12 ? 0 : hour;
    if (token(at).text == "pm" || token(at).text == "ch") hour = hour < 12 ? hour + 12 : hour;
    if (hour > 23 || minute > 59 || second > 60) return moment;
    moment.second = hour * kHour + minute * 60 + second;
    return is_utc(at) ? in_vietnam(moment) : moment;
  }

  // Whether what stands behind the time is no offset, but the meridian of Greenwich.
  bool is_utc(size_t at) const {
    constexpr std::array<std::string_view, 4> kNames = {"z", "gmt", "utc", "ut"};
    const auto is_half = [](const Token& token) {
      return token.text == "am" || token.text == "pm" || token.text == "sa" || token.text == "ch";
    };
    if (is_half(token(at))) ++at;
    if (token(at).is_sign_of("(")) ++at;
    const bool is_named = std::find(kNames.begin(), kNames.end(), token(at).text) != kNames.end();
    if (is_named) ++at;
    if (!token(at).is_sign_of("+-") || token(at + 1).kind != TokenKind::number) return is_named;
    const bool has_minutes = token(at + 2).is_sign_of(":") && token(at + 3).value != 0;
    return token(at + 1).value == 0 && !has_minutes;
  }

  static Moment in_vietnam(Moment moment) {
    moment.second += kVietnam;
    if (moment.second < kSecondsOfDay) return moment;
    return {moment.day + 1, moment.second - kSecondsOfDay};
  }

  std::vector<Token> tokens_;
};

}  // namespace

Moment parse_feed_date(std::string_view text) {
  const Moment moment = DateReader(text).read();
  return moment.day == kUndated ? Moment{parse_typed_day(text)} : moment;
}

}  // namespace bantin
