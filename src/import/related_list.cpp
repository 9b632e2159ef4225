#include "import/related_list.h"

#include <algorithm>
#include <set>
#include <string>

#include "import/absolute_address.h"
#include "import/page_metadata.h"
#include "text/fold.h"

namespace bantin {

namespace {

constexpr size_t kShortestTitle = 10;  // characters: shorter links are page numbers and "Xem thêm"
constexpr size_t kLongestRemark = 40;  // characters: a date behind a link
constexpr std::string_view kShortHeading = "tin khac";

const std::set<std::string_view> kHeadings = {"tin-lien-quan",
                                              "cac-tin-lien-quan",
                                              "tin-bai-lien-quan",
                                              "bai-viet-lien-quan",
                                              "tin-tuc-lien-quan",
                                              "cac-bai-viet-lien-quan",
                                              "bai-lien-quan",
                                              "tin-cung-chuyen-muc",
                                              "cung-chuyen-muc",
                                              "bai-cung-chuyen-muc",
                                              "bai-viet-cung-chuyen-muc",
                                              "cac-tin-khac",
                                              "tin-khac",
                                              "cac-tin-bai-khac",
                                              "cac-bai-viet-khac",
                                              "bai-viet-khac",
                                              "tin-tuc-khac",
                                              "tin-bai-khac",
                                              "cac-tin-da-dua",
                                              "tin-da-dua",
                                              "cac-tin-cu-hon",
                                              "tin-cu-hon",
                                              "cac-tin-moi-hon",
                                              "tin-moi-hon",
                                              "tin-cung-loai"};

// A whole line, or what stands before the first link of one.
bool is_heading(const Line& line) {
  constexpr size_t kLongest = 60;  // bytes
  if (line.length == 0 || line.text.size() < kShortHeading.size()) return false;
  if (line.text.size() <= kLongest && kHeadings.contains(slug(line.text))) return true;
  const size_t colon = line.text.find(':');
  return line.link_length > 0 && colon < kLongest && kHeadings.contains(slug(line.text.substr(0, colon)));
}

bool is_of_list(const Line& line) { return line.is_link() || line.length <= kLongestRemark; }

bool has_digit(const std::string& text) { return text.find_first_of("0123456789") != std::string::npos; }

class ListTaker {
 public:
  ListTaker(WebPage& page, std::string_view base) : page_(page), base_(base) {}

  // Takes the list whose heading is that line; returns the line behind it.
  size_t take(size_t heading);
  std::vector<RelatedLink> links;

 private:
  size_t end_of_list(size_t heading) const;
  void take_links(size_t begin, size_t end);
  std::string title_of(size_t link) const;

  WebPage& page_;
  std::string_view base_;
};

// The list lies in the smallest element that holds its heading and a link behind that. Lists with summaries fill
// theirs; others end where their links do.
size_t ListTaker::end_of_list(size_t heading) const {
  const auto& lines = page_.lines();
  const size_t first = heading + 1;
  if (first >= lines.size() || !is_of_list(lines[first])) return first;
  size_t around = lines[heading].block;
  while (around != kNoNode && page_.last_line(around) <= first) around = page_[around].parent;
  const size_t last = around == kNoNode ? lines.size() : page_.last_line(around);
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = lines.begin() + static_cast<std::ptrdiff_t>(last);
  const auto linked = std::count_if(begin, end, [](const Line& line) { return line.is_link(); });
  const auto told = std::count_if(begin, end, [](const Line& line) { return line.is_prose(); });
  if (linked == 0) return first;
  const auto own_end = told <= linked ? end : std::find_if_not(begin, end, is_of_list);
  // What stands behind the last link is of the list where it is the link's date or summary, not an author's name.
  auto list_end = own_end;
  while (list_end != begin && !list_end[-1].is_link() && !list_end[-1].is_prose() && !has_digit(list_end[-1].text)) {
    --list_end;
  }
  return static_cast<size_t>(list_end - lines.begin());
}

size_t ListTaker::take(size_t heading) {
  const size_t last = end_of_list(heading);
  const size_t begin = page_.lines()[heading].begin, end = page_.lines()[last - 1].end;
  take_links(begin, end);
  page_.leave_out(begin, end);
  return last;
}

void ListTaker::take_links(size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) {
    // The first link may begin before the first text: in the heading itself it is none of the list.
    if (page_.name(i) != "a" || page_[i].left_out) continue;
    std::string title = title_of(i);
    if (length_of(title) < kShortestTitle || kHeadings.contains(slug(title))) continue;
    std::string url = absolute_address(plain_line(page_.value(i, "href")), base_);
    if (url.starts_with('#') || lower(url).starts_with("javascript:")) url.clear();
    RelatedLink link{std::move(url), std::move(title)};
    if (std::find(links.begin(), links.end(), link) == links.end()) links.push_back(std::move(link));
  }
}

// A link around a title and a summary is known by the first of them.
std::string ListTaker::title_of(size_t link) const {
  const size_t first = page_.first_line(link), last = page_.last_line(link);
  return last > first + 1 ? page_.lines()[first].text : page_.text(link);
}

}  // namespace

std::vector<RelatedLink> take_related(WebPage& page, std::string_view base) {
  ListTaker taker(page, base);
  for (size_t i = 0; i < page.lines().size();) i = is_heading(page.lines()[i]) ? taker.take(i) : i + 1;
  return std::move(taker.links);
}

}  // namespace bantin
