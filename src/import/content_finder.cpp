#include "import/content_finder.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace bantin {

namespace {

using Names = std::set<std::string_view>;

constexpr size_t kShortestLine = 25;      // characters: of what counts as running text
constexpr size_t kShortestHeadline = 20;  // characters
constexpr int kLevels = 4;                // elements around a paragraph that it speaks for, each half as much
constexpr double kSiblingShare = 0.2;     // of the best score: what a part beside it must have

const Names kSurroundings = {"nav", "footer", "aside"};
const Names kSurroundingRoles = {"navigation", "banner", "complementary", "contentinfo", "search", "dialog", "menu"};
const Names kWholes = {"html", "body", "main", "article", "form"};  // forms: ASP.NET puts all of a page into one
const Names kContainers = {"td", "th", "body", "article", "section", "main"};
const Names kParts = {"p", "li", "ul", "ol", "dl", "dd", "dt", "blockquote"};
const Names kTableParts = {"tr", "tbody", "thead", "tfoot", "table"};
const Names kLooseParts = {"p", "blockquote", "ul", "ol", "table", "tr", "figure"};

class Surroundings {
 public:
  explicit Surroundings(WebPage& page) : page_(page) {
    for (size_t i = 0; i < page.nodes().size(); ++i) {
      if (page.name(i) == "h1") headings_.push_back(i);
    }
  }

  void leave_out() {
    for (size_t i = 0; i < page_.nodes().size(); ++i) {
      if (!page_[i].left_out && is_surrounding(i)) page_.leave_out(i);
    }
  }

 private:
  bool is_surrounding(size_t node) const {
    const std::string_view name = page_.name(node);
    if (name.empty() || kWholes.contains(name)) return false;
    const ClassHints hints = page_.hints(node);
    if (hints.tell(Hint::comment)) return !holds_heading(node);
    const bool is_told = kSurroundings.contains(name) || kSurroundingRoles.contains(page_.value(node, "role")) ||
                         page_.value(node, "aria-hidden") == "true" || hints.tell(Hint::aside);
    return is_told && !holds_article(node);
  }

  // What holds the title or most of the text is no surrounding, whatever it is called ("content-with-sidebar").
  bool holds_article(size_t node) const {
    return holds_heading(node) || page_.prose_length(node) * 2 > page_.prose_length();
  }

  bool holds_heading(size_t node) const {
    const auto next = std::lower_bound(headings_.begin(), headings_.end(), node);
    return next != headings_.end() && *next < page_[node].end;
  }

  WebPage& page_;
  std::vector<size_t> headings_;
};

class ContentFinder {
 public:
  explicit ContentFinder(const WebPage& page) : page_(page), scores_(page.nodes().size()) {}

  std::optional<Content> find() {
    score_lines();
    const size_t best = best_node();
    if (best == kNoNode) return std::nullopt;
    return content_of(with_siblings(widened(best)));
  }

 private:
  void score_lines();
  void score_line(const Line& line, bool is_alone);
  size_t best_node();
  double factor(size_t node) const;
  size_t widened(size_t best) const;
  std::vector<size_t> with_siblings(size_t best) const;
  bool goes_on(size_t node, size_t best) const;
  Content content_of(std::vector<size_t> parts) const;

  const WebPage& page_;
  std::vector<double> scores_;
};

void ContentFinder::score_lines() {
  const auto& lines = page_.lines();
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t block = lines[i].block;
    const bool is_alone =
        (i == 0 || lines[i - 1].block != block) && (i + 1 == lines.size() || lines[i + 1].block != block);
    if (!page_.is_left_out(lines[i])) score_line(lines[i], is_alone);
  }
}

void ContentFinder::score_line(const Line& line, bool is_alone) {
  constexpr double kCharactersAPoint = 100, kMostForLength = 3;
  if (line.length < kShortestLine || line.link_length * 2 > line.length) return;
  const auto commas = static_cast<double>(std::count(line.text.begin(), line.text.end(), ','));
  double points = 1 + commas + std::min(static_cast<double>(line.length) / kCharactersAPoint, kMostForLength);
  // A paragraph speaks for what it is in; lines parted by <br> for the element itself.
  const bool is_paragraph = is_alone && !kContainers.contains(page_.name(line.block));
  size_t node = is_paragraph ? page_[line.block].parent : line.block;
  for (int level = 0; level < kLevels && node != kNoNode; ++level) {
    scores_[node] += points;
    points /= 2;
    node = page_[node].parent;
  }
}

size_t ContentFinder::best_node() {
  size_t best = kNoNode;
  for (size_t i = 0; i < scores_.size(); ++i) {
    if (scores_[i] <= 0) continue;
    const auto length = static_cast<double>(std::max<size_t>(page_.length(i), 1));
    scores_[i] *= factor(i) * (1 - static_cast<double>(page_.link_length(i)) / length);
    if (best == kNoNode || scores_[i] > scores_[best]) best = i;
  }
  return best;
}

double ContentFinder::factor(size_t node) const {
  constexpr double kContent = 1.25, kArticle = 1.25, kBody = 2, kAside = 0.5;
  const ClassHints hints = page_.hints(node);
  double factor = 1;
  if (hints.tell(Hint::content)) factor *= kContent;
  if (hints.tell(Hint::aside) || hints.tell(Hint::comment)) factor *= kAside;
  if (page_.name(node) == "article" || page_.name(node) == "main" || page_.value(node, "role") == "main") {
    factor *= kArticle;
  }
  if (lower(page_.value(node, "itemprop")) == "articlebody") factor *= kBody;
  return factor;
}

// Out of a paragraph, out of a list or a table that the article goes on around, and out of elements that add nothing.
size_t ContentFinder::widened(size_t best) const {
  while (kParts.contains(page_.name(best)) && page_[best].parent != kNoNode) best = page_[best].parent;
  if (kTableParts.contains(page_.name(best))) {
    size_t table = best;
    while (kTableParts.contains(page_.name(table)) && page_[table].parent != kNoNode) table = page_[table].parent;
    if (page_.prose_length(table) > page_.prose_length(best) && page_.name(table) != "body") best = table;
  }
  const auto adds_nothing = [&](size_t parent) {
    const std::string_view name = page_.name(parent);
    return page_.length(parent) == page_.length(best) && !kTableParts.contains(name) && name != "body" &&
           name != "html";
  };
  while (page_.name(best) != "td" && page_[best].parent != kNoNode && adds_nothing(page_[best].parent)) {
    best = page_[best].parent;
  }
  return best;
}

std::vector<size_t> ContentFinder::with_siblings(size_t best) const {
  const size_t parent = page_[best].parent;
  if (parent == kNoNode || page_.name(best) == "td") return {best};
  std::vector<size_t> children;
  for (size_t i = parent + 1; i < page_[parent].end; i = page_[i].end) children.push_back(i);
  const auto is_part = [&](size_t child) { return child == best || goes_on(child, best); };
  const auto first = std::find_if(children.begin(), children.end(), is_part);
  const auto last = std::find_if(children.rbegin(), children.rend(), is_part);
  return {first, last.base()};
}

bool ContentFinder::goes_on(size_t node, size_t best) const {
  const std::string_view name = page_.name(node);
  if (name.empty() || page_[node].left_out) return false;
  if (name == "figure") return true;
  const bool has_prose = page_.prose_length(node) > 0 && page_.link_length(node) * 3 < page_.length(node);
  if (!has_prose) return false;
  if (kLooseParts.contains(name)) return true;
  return name == page_.name(best) && page_.value(node, "class") == page_.value(best, "class") &&
         scores_[node] >= scores_[best] * kSiblingShare;
}

Content ContentFinder::content_of(std::vector<size_t> parts) const {
  Content content;
  content.first_line = page_.first_line(parts.front());
  content.last_line = page_.last_line(parts.back());
  content.first_prose = content.last_line;
  bool follows_link = false;
  for (size_t i = content.first_line; i < content.last_line; ++i) {
    const Line& line = page_.lines()[i];
    if (page_.is_left_out(line)) continue;
    if (line.is_prose()) {
      content.first_prose = std::min(content.first_prose, i);
      content.prose_length += line.length;
      ++content.paragraphs;
      if (follows_link) ++content.headlines;
    }
    if (line.is_prose()) follows_link = false;
    if (line.is_link() && line.length >= kShortestHeadline) follows_link = true;
  }
  if (content.first_prose == content.last_line) content.first_prose = content.first_line;
  content.parts = std::move(parts);
  return content;
}

}  // namespace

void leave_out_surroundings(WebPage& page) { Surroundings(page).leave_out(); }

std::optional<Content> find_content(const WebPage& page) { return ContentFinder(page).find(); }

}  // namespace bantin
