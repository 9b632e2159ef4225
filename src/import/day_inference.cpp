#include "import/day_inference.h"

#include <algorithm>
#include <regex>
#include <vector>

#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr int kLastMonthOfReviews = 3;  // last year is reviewed, and this one planned, in the first quarter

// Patterns are matched against folded text, in which every Vietnamese letter is plain ASCII.
const std::regex kWhole(R"((^|[^\d/.-])(\d{1,2})([/.-])(\d{1,2})\3(\d{4})(?!\d))");
const std::regex kSpelled(R"(ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4}))");
const std::regex kDayMonth(R"((?:ngay|sang|chieu|trua|toi) (\d{1,2})/(\d{1,2})(?![\d/]))");
const std::regex kPlanned(R"((?:trien khai|phuong huong|ke hoach|nhiem vu)[^.;\n]{0,60}? nam (20\d{2}))");
const std::regex kReviewed(R"((?:tong ket|so ket|danh gia)[^.;\n]{0,60}? nam (20\d{2}))");
const std::regex kYear(R"(nam (20\d{2}))");

int number(const std::ssub_match& match) { return std::stoi(match.str()); }

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

  std::string quoted(size_t position, size_t length) const {
    const size_t begin = origins_[position];
    return std::string(original_.substr(begin, origins_[position + length] - begin));
  }

  std::string quoted(const std::smatch& match, size_t skipped = 0) const {
    return quoted(static_cast<size_t>(match.position()) + skipped, static_cast<size_t>(match.length()) - skipped);
  }

 private:
  std::string_view original_;
  std::string text_;
  std::vector<size_t> origins_;
};

std::optional<DayFound> whole_date(const FoldedText& told) {
  const std::string& text = told.text();
  std::smatch match;
  if (std::regex_search(text, match, kSpelled)) {
    const Day day = day_of(number(match[3]), number(match[2]), number(match[1]));
    if (day != kUndated) return DayFound{day, told.quoted(match)};
  }
  for (std::sregex_iterator at(text.begin(), text.end(), kWhole), end; at != end; ++at) {
    const Day day = day_of(number((*at)[5]), number((*at)[4]), number((*at)[2]));
    if (day != kUndated) return DayFound{day, told.quoted(*at, static_cast<size_t>((*at)[1].length()))};
  }
  return std::nullopt;
}

struct YearFound {
  int year;
  std::string evidence;
};

std::optional<YearFound> year_of(const FoldedText& told, int month) {
  const std::string& text = told.text();
  std::smatch match;
  if (month <= kLastMonthOfReviews) {
    if (std::regex_search(text, match, kPlanned)) return YearFound{number(match[1]), told.quoted(match)};
    if (std::regex_search(text, match, kReviewed)) return YearFound{number(match[1]) + 1, told.quoted(match)};
  }
  std::optional<YearFound> latest;
  for (std::sregex_iterator at(text.begin(), text.end(), kYear), end; at != end; ++at) {
    const int year = number((*at)[1]);
    if (!latest || year > latest->year) latest = YearFound{year, told.quoted(*at)};
  }
  return latest;
}

}  // namespace

std::optional<DayFound> find_day(std::string_view text) {
  const FoldedText told(text);
  if (auto whole = whole_date(told)) return whole;
  std::smatch match;
  if (!std::regex_search(told.text(), match, kDayMonth)) return std::nullopt;
  const int month = number(match[2]);
  const auto year = year_of(told, month);
  if (!year) return std::nullopt;
  const Day day = day_of(year->year, month, number(match[1]));
  if (day == kUndated) return std::nullopt;
  return DayFound{day, told.quoted(match) + "; " + year->evidence};
}

}  // namespace bantin
