#include "reader/citation.h"

#include <string_view>

namespace bantin {

namespace {

// What a citation says, in either language.
struct Source {
  std::string agency, title, feed, address;
};

Source source_of(const Feed& feed, const Article& article) {
  const bool is_known = article.department < feed.departments.size();
  Source source;
  source.agency = is_known ? feed.departments[article.department].name : std::string();
  if (source.agency.empty()) {
    source.agency = feed.title;
  } else {
    source.feed = feed.title;
  }
  if (!article.title.empty()) source.title = "“" + article.title + "”";
  source.address = article.url.empty() ? feed.home_page_url : article.url;
  return source;
}

void add(std::string& text, std::string_view mark, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += mark;
  text += part;
}

// "(2023)", or that there is no date.
std::string year(Day day, std::string_view undated) {
  const std::string iso = day == kUndated ? std::string(undated) : iso_day(day);
  return "(" + (day == kUndated ? iso : iso.substr(0, iso.size() - 6)) + ")";
}

// Some feeds say "Số 12/BC-SYT" themselves.
std::string numbered(std::string_view word, const std::string& number) {
  const bool is_bare = !number.empty() && number.front() >= '0' && number.front() <= '9';
  return is_bare ? std::string(word) + number : number;
}

std::string in_vietnamese(const Source& source, const Article& article, Day accessed) {
  const Day day = article.published.day;
  std::string text = source.agency;
  add(text, " ", year(day, "không rõ ngày"));
  add(text, ", ", source.title);
  add(text, ", ", source.feed);
  if (day != kUndated) add(text, ", ", vi_day(day));
  add(text, ", ", numbered("số ", article.document_number));
  add(text, ", ", source.address);
  if (accessed != kUndated && !source.address.empty()) add(text, ", ", "truy cập ngày " + vi_day(accessed));
  return text + ".";
}

std::string in_english(const Source& source, const Article& article, Day accessed) {
  const Day day = article.published.day;
  std::string text = source.agency;
  add(text, " ", year(day, "n.d."));
  add(text, ". ", source.title);
  text += " [online]";
  std::string issue = source.feed;
  if (day != kUndated) add(issue, ", ", iso_day(day));
  add(issue, ", ", numbered("No. ", article.document_number));
  add(text, ". ", issue);
  if (source.address.empty()) return text + ".";
  if (accessed != kUndated) text += " [viewed " + iso_day(accessed) + "]";
  return text + ". Available from: " + source.address;
}

}  // namespace

std::string citation(const Feed& feed, const Article& article, Day accessed, Language language) {
  const Source source = source_of(feed, article);
  return language == Language::vi ? in_vietnamese(source, article, accessed) : in_english(source, article, accessed);
}

}  // namespace bantin
