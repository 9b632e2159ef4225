#include "import/day_inference.h"

#include <algorithm>
#include <regex>
#include <vector>

#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr int kLastMonthOfReviews = 3;  // last year is reviewed in the first quarter
constexpr int kFirstMonthOfPlans = 10;  // next year is planned in the last quarter

// Patterns are matched against folded text, in which every Vietnamese letter is plain ASCII.
// Groups: day, month, year (where there is one).
const std::regex kSpelled(R"(ngay (\d{1,2}) thang (\d{1,2})(?:,? nam (\d{4}))?)");
const std::regex kWhole(R"(\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b)");
const std::regex kDayMonth(
    R"(\b(?:ngay|sang|trua|chieu|toi|dem)(?: nay| qua)?,? ?\(?(?:ngay )?(\d{1,2})(?:-\d{1,2})?[/-](\d{1,2})(?![\d/-]))");
// What stands before a date that is no day of the article.
const std::regex kOtherDay(
    R"(((truoc|den|het|sau|toi) (het )?|(quyet dinh|nghi dinh|nghi quyet|thong tu|cong van|chi thi|ke hoach|luat)[^.,;]{0,80})(ngay )?$)");
// Group: the year.
const std::regex kPlanned(R"((?:nhiem vu|phuong huong|ke hoach)(?: cong tac)? nam (20\d{2}))");
const std::regex kReviewed(R"(tong ket[^.;\n]{0,80}? nam (20\d{2}))");
const std::regex kYear(R"((den |toi )?\bnam (20\d{2}))");
// Beside a date. Groups: hour, minute.
const std::regex kTimeBefore(R"(\b(\d{1,2})(?::| ?h ?| gio )(\d{2})(?::\d{2}| phut)?[ ,|-]{1,3}(?:ngay )?$)");
const std::regex kTimeBehind(R"(^[ ,|-]{1,3}(?:luc )?(\d{1,2})[:h](\d{2})\b)");

int number(const std::ssub_match& match) { return match.matched ? std::stoi(match.str()) : 0; }

// A text folded, with the place each of its bytes came from, so that evidence is quoted as it was written.
class FoldedText {
 public:
  explicit FoldedText(std::string_view original) : original_(original) {
    for (size_t at = 0; at < original.size();) {
      const size_t begin = at;
      if (const char32_t letter = fold(decode(original, at))) append(text_, letter);
      origins_.resize(text_.size(), begin);
    }
    origins_.push_back(original.size());
  }

  const std::string& text() const { return text_; }

  std::string quoted(const std::smatch& match) const {
    const auto position = static_cast<size_t>(match.position()), length = static_cast<size_t>(match.length());
    const size_t begin = origins_[position];
    return std::string(original_.substr(begin, origins_[position + length] - begin));
  }

 private:
  std::string_view original_;
  std::string text_;
  std::vector<size_t> origins_;
};

struct Mention {
  std::ptrdiff_t position;
  int day, month, year;  ///< year 0: left out
  int32_t second;
  std::string quote;
};

using Place = std::string::const_iterator;

int32_t time_beside(const std::string& text, Place begin, Place end) {
  constexpr std::ptrdiff_t kReach = 24;  // more than the patterns can take
  std::smatch match;
  if (!std::regex_search(end, end + std::min(kReach, text.end() - end), match, kTimeBehind) &&
      !std::regex_search(begin - std::min(kReach, begin - text.begin()), begin, match, kTimeBefore))
    return 0;
  const int hour = number(match[1]), minute = number(match[2]);
  return hour < 24 && minute < 60 ? (hour * 60 + minute) * 60 : 0;
}

bool is_other_day(const std::string& text, std::ptrdiff_t position) {
  constexpr std::ptrdiff_t kReach = 120;  // more than the pattern can take
  return std::regex_search(text.begin() + std::max<std::ptrdiff_t>(0, position - kReach), text.begin() + position,
                           kOtherDay);
}

// In the order of the text.
std::vector<Mention> mentions(const FoldedText& told) {
  const std::string& text = told.text();
  std::vector<Mention> found;
  for (const std::regex* pattern : {&kSpelled, &kWhole, &kDayMonth}) {
    for (std::sregex_iterator at(text.begin(), text.end(), *pattern), end; at != end; ++at) {
      const int year = at->size() > 3 ? number((*at)[3]) : 0;
      constexpr int kLeapYear = 2000;  // so that 29/2 passes until the year is known
      const bool is_day = day_of(year ? year : kLeapYear, number((*at)[2]), number((*at)[1])) != kUndated;
      if (!is_day || is_other_day(text, at->position())) continue;
      const int32_t second = year ? time_beside(text, (*at)[0].first, (*at)[0].second) : 0;
      found.push_back({at->position(), number((*at)[1]), number((*at)[2]), year, second, told.quoted(*at)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.position < b.position; });
  return found;
}

struct YearFound {
  int year;
  std::string evidence;
};

std::optional<YearFound> latest_year(const FoldedText& told) {
  const std::string& text = told.text();
  std::optional<YearFound> latest;
  for (std::sregex_iterator at(text.begin(), text.end(), kYear), end; at != end; ++at) {
    const int year = number((*at)[2]);
    if ((*at)[1].matched || (latest && year <= latest->year)) continue;
    latest = YearFound{year, told.quoted(*at)};
  }
  return latest;
}

// The years an article names, by what it says of them.
struct Years {
  std::optional<YearFound> planned, reviewed, latest;
};

std::optional<YearFound> first_year(const FoldedText& told, const std::regex& pattern) {
  std::smatch match;
  if (!std::regex_search(told.text(), match, pattern)) return std::nullopt;
  return YearFound{number(match[1]), told.quoted(match)};
}

Years years_of(const Article& article) {
  const std::string head = article.title + "\n" + article.lead;
  const FoldedText told(head);
  Years years{first_year(told, kPlanned), first_year(told, kReviewed), latest_year(told)};
  if (years.latest) return years;
  std::string body;
  for (const Block& block : article.body) body += block.text + "\n";
  years.latest = latest_year(FoldedText(body));
  return years;
}

std::optional<YearFound> year_for(int month, const Years& years) {
  if (years.planned) {
    return YearFound{years.planned->year - (month >= kFirstMonthOfPlans ? 1 : 0), years.planned->evidence};
  }
  if (years.reviewed && month <= kLastMonthOfReviews) {
    return YearFound{years.reviewed->year + 1, years.reviewed->evidence};
  }
  return years.latest;
}

std::optional<DayFound> dated(const Mention& mention, const Years& years) {
  if (mention.year) {
    return DayFound{day_of(mention.year, mention.month, mention.day), mention.second, mention.quote};
  }
  const auto year = year_for(mention.month, years);
  if (!year) return std::nullopt;
  const Day day = day_of(year->year, mention.month, mention.day);
  if (day == kUndated) return std::nullopt;
  return DayFound{day, 0, mention.quote + "; " + year->evidence};
}

std::optional<DayFound> day_in(const std::string& text, const Years& years) {
  std::vector<Mention> found = mentions(FoldedText(text));
  std::stable_partition(found.begin(), found.end(), [](const Mention& mention) { return mention.year != 0; });
  for (const Mention& mention : found) {
    if (auto day = dated(mention, years)) return day;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DayFound> find_day(const Article& article) {
  const Years years = years_of(article);
  if (auto day = day_in(article.lead, years)) return day;
  if (auto day = day_in(article.title, years)) return day;
  for (const Block& block : article.body) {
    if (auto day = day_in(block.text, years)) return day;
  }
  return std::nullopt;
}

}  // namespace bantin
