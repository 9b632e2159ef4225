#include "import/headline_finder.h"

#include <algorithm>
#include <optional>
#include <set>

#include "import/date_line.h"
#include "text/fold.h"

namespace bantin {

namespace {

constexpr size_t kShortestTitle = 8, kLongestTitle = 400, kMostTitleLines = 3;
constexpr size_t kShortestLead = 30, kLongestLead = 1500;
constexpr size_t kLinesNearby = 4;   // above a title, in which its day may be shown
constexpr size_t kLinesBehind = 12;  // below an article

// How surely an element is the title.
enum class Rank : unsigned char { none, looks_like_it, heading, part_of_told, begins_told, told };

bool is_between(size_t length, size_t least, size_t most) { return length >= least && length <= most; }

std::string words_around(const std::string& slug) { return "-" + slug + "-"; }

// Titles are compared as slugs.
class TitleFinder {
 public:
  TitleFinder(const WebPage& page, const PageMetadata& told, const Content& content)
      : page_(page), told_(told), content_(content) {}

  void find(Headline& headline) {
    if (!told_.title.empty()) told_title_ = slug(told_.title);
    if (!told_.page_title.empty()) page_title_ = slug(told_.page_title);
    if (!told_.site_name.empty()) site_name_ = slug(told_.site_name);
    first_prose_ = page_.lines()[content_.first_prose].begin;
    const size_t end = page_[content_.parts.back()].end;
    for (size_t i = 0; i < end; ++i) consider(i);
    headline.title_node = node_;
    headline.is_title_told = rank_ >= Rank::part_of_told;
    headline.title = node_ == kNoNode ? unseen_title() : page_.text(node_);
  }

 private:
  void consider(size_t node) {
    if (page_[node].left_out || !may_be_title(node)) return;
    const Rank rank = rank_of(node);
    // Of equals the last above the text, or else the first within.
    if (rank == Rank::none || rank < rank_ || (rank == rank_ && node > first_prose_)) return;
    rank_ = rank;
    node_ = node;
  }

  // An element of one text, or one that looks like a title's.
  bool may_be_title(size_t node) const {
    const std::string_view name = page_.name(node);
    if (name.empty() || name == "a") return false;
    const size_t lines = page_.last_line(node) - page_.first_line(node);
    return is_between(lines, 1, kMostTitleLines) && is_between(page_.length(node), kShortestTitle, kLongestTitle);
  }

  Rank rank_of(size_t node) const {
    const std::string_view name = page_.name(node);
    const std::string shown = slug(page_.text(node));
    const bool is_heading = name == "h1" || name == "h2" || name == "h3" || name == "h4";
    const bool is_link = page_.link_length(node) * 2 > page_.length(node);
    if ((is_link && name != "h1") || shown == site_name_ || leads_home(node)) return Rank::none;
    if (is_told(shown)) return Rank::told;
    if (page_title_.starts_with(shown + "-")) return Rank::begins_told;
    const ClassHints hints = page_.hints(node);
    const bool looks = (is_heading || hints.tell(Hint::title)) && !hints.tell(Hint::lead);
    if (looks && words_around(page_title_).find(words_around(shown)) != std::string::npos) return Rank::part_of_told;
    if (node > first_prose_) return Rank::none;
    if (name == "h1") return Rank::heading;
    return looks && name != "h4" ? Rank::looks_like_it : Rank::none;
  }

  // What machines are told is sometimes cut short.
  bool is_told(const std::string& shown) const {
    constexpr size_t kLongEnough = 40;  // bytes
    if (shown == told_title_ || shown == page_title_) return true;
    const bool is_cut = told_.title.ends_with("...") || told_.title.ends_with("…");
    return is_cut && told_title_.size() >= kLongEnough && shown.starts_with(told_title_);
  }

  bool leads_home(size_t node) const {
    static const std::set<std::string_view> kHome = {"/", "#", "./", "index.html", "/index.html", "default.aspx"};
    for (size_t i = node; i < page_[node].end; ++i) {
      if (page_.name(i) == "a" && kHome.contains(lower(page_.value(i, "href")))) return true;
    }
    return false;
  }

  std::string unseen_title() const {
    if (!told_.title.empty()) return without_site_name(told_.title, told_.site_name);
    if (!told_.page_title.empty()) return without_site_name(told_.page_title, told_.site_name);
    return page_.lines()[content_.first_line].text;
  }

  const WebPage& page_;
  const PageMetadata& told_;
  const Content& content_;
  std::string told_title_, page_title_, site_name_;
  size_t first_prose_ = 0, node_ = kNoNode;
  Rank rank_ = Rank::none;
};

bool is_lead(const WebPage& page, const Content& content, size_t node) {
  const std::string_view name = page.name(node);
  if (name.empty() || page[node].left_out) return false;
  if (!is_between(page.length(node), kShortestLead, kLongestLead)) return false;
  if (page.link_length(node) * 2 > page.length(node) || page.prose_length(node) * 2 > content.prose_length)
    return false;
  return page.hints(node).tell(Hint::lead) || lower(page.value(node, "itemprop")) == "description";
}

void find_lead(const WebPage& page, const Content& content, Headline& headline) {
  const size_t begin = headline.title_node == kNoNode ? 0 : page[headline.title_node].end;
  const size_t end = page[content.parts.back()].end;
  for (size_t i = begin; i < end && headline.lead_node == kNoNode; ++i) {
    if (is_lead(page, content, i)) headline.lead_node = i;
  }
  if (headline.lead_node != kNoNode) headline.lead = page.text(headline.lead_node);
}

// The lines among which a day belongs to the article: [first, last).
struct Lines {
  size_t first, last;
};

Lines lines_above_text(const WebPage& page, const Headline& headline, const Content& content) {
  const bool is_shown = headline.title_node != kNoNode;
  const size_t title = is_shown ? page.first_line(headline.title_node) : content.first_prose;
  size_t last = std::max(content.first_prose, is_shown ? page.last_line(headline.title_node) : 0);
  // A long title is itself as long as running text.
  while (last < content.last_line && !page.lines()[last].is_prose()) ++last;
  // A line of running text may itself be the one behind the lead.
  return {title - std::min(title, kLinesNearby), std::min(last + 1, content.last_line)};
}

std::optional<Moment> machine_day(const WebPage& page, const Lines& lines) {
  if (lines.first >= lines.last) return std::nullopt;
  const size_t begin = page.lines()[lines.first].block, end = page.lines()[lines.last - 1].end;
  for (size_t i = begin; i < end; ++i) {
    if (page.name(i) != "time" && lower(page.value(i, "itemprop")) != "datepublished") continue;
    const auto value = page.value(i, page.name(i) == "time" ? "datetime" : "content");
    if (const Moment moment = read_moment(value); moment.day != kUndated) return moment;
  }
  return std::nullopt;
}

}  // namespace

Headline find_headline(const WebPage& page, const PageMetadata& told, const Content& content) {
  Headline headline;
  TitleFinder(page, told, content).find(headline);
  find_lead(page, content, headline);
  return headline;
}

ShownDay take_shown_day(WebPage& page, const Headline& headline, const Content& content) {
  const Lines above = lines_above_text(page, headline, content);
  const size_t title = headline.title_node == kNoNode ? above.first : page.first_line(headline.title_node);
  ShownDay shown;
  if (const auto moment = machine_day(page, above)) shown.moment = *moment;
  const auto keep_day = [&](const Line& line) {
    const auto moment = read_date_line(line.text);
    if (!moment || line.is_link()) return false;
    if (shown.moment.day == kUndated) shown = {*moment, line.text};
    return true;
  };
  const auto is_of_title = [&](size_t line) {
    return headline.title_node != kNoNode &&
           page[headline.title_node].has(page.lines()[line].begin, headline.title_node);
  };
  // Below the title first: above it the page may show today.
  for (size_t i = title; i < above.last; ++i) {
    const Line& line = page.lines()[i];
    if (!is_of_title(i) && !page.is_left_out(line) && keep_day(line)) page.leave_out(line);
  }
  for (size_t i = title; i > above.first; --i) keep_day(page.lines()[i - 1]);
  const size_t behind = std::min(content.last_line + kLinesBehind, page.lines().size());
  for (size_t i = content.last_line - std::min(content.last_line - content.first_line, kLinesNearby); i < behind; ++i) {
    const Line& line = page.lines()[i];
    if (is_labelled_date(line.text)) keep_day(line);
  }
  return shown;
}

}  // namespace bantin
