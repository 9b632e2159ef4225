#include "import/article_tidier.h"

#include <algorithm>
#include <array>

#include "import/date_line.h"
#include "import/related_heading.h"
#include "text/fold.h"

namespace bantin {

namespace {

constexpr size_t kTitleLength = 90;    // bytes, at least: of a text that stands in for a missing title
constexpr size_t kLongestEntry = 300;  // bytes: what is longer and not mostly a link is no entry of a list

using Blocks = std::vector<Block>;

bool is_textual(const Block& block) { return block.kind != BlockKind::picture && block.kind != BlockKind::table; }

bool has_link(const Block& block) {
  return std::any_of(block.spans.begin(), block.spans.end(), [](const Span& span) { return !span.link.empty(); });
}

// Without the mark that says a text goes on, which is then cut off.
std::string_view without_ellipsis(std::string_view text) {
  constexpr std::array<std::string_view, 5> kMarks = {"[…]", "[...]", "…", "...", " "};
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    for (const std::string_view mark : kMarks) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      is_changed = true;
    }
  }
  return text;
}

// Whether `lead` is the beginning of a text that goes on with or within `paragraph`.
bool is_cut_from(const std::string& lead, const std::string& paragraph) {
  const std::string_view whole = without_ellipsis(lead);
  if (whole.size() == lead.size() || whole.empty()) return false;
  const std::string one = slug(whole), other = slug(paragraph);
  return one.starts_with(other) || other.starts_with(one);
}

bool repeats(const Block& block, const Article& article) {
  const std::string words = slug(block.text);
  return (!article.title.empty() && words == slug(article.title)) ||
         (!article.lead.empty() && words == slug(article.lead));
}

// Whether the block only dates the article. Its day is taken where there is none.
bool takes_date(const Block& block, Imported& imported) {
  const auto moment = read_date_alone(block.text);
  if (!moment) return false;
  Moment& published = imported.article.published;
  if (published.day == kUndated) {
    imported.inferences.push_back({"date_published", iso_day(moment->day), block.text});
  }
  if (published.day == kUndated || (published.day == moment->day && published.second == 0)) published = *moment;
  return true;
}

// Whether the block became the lead.
bool becomes_lead(const Block& block, Article& article) {
  if (block.kind != BlockKind::paragraph) return false;
  const bool is_missing = article.lead.empty() && !has_link(block);
  if (!is_missing && !is_cut_from(article.lead, block.text)) return false;
  article.lead = block.text;
  return true;
}

// Pictures may stand between the title and what repeats it, or the lead.
void tidy_beginning(Imported& imported) {
  Article& article = imported.article;
  size_t at = 0;
  while (at < article.body.size()) {
    const Block& block = article.body[at];
    if (block.kind == BlockKind::picture) {
      ++at;
    } else if (is_textual(block) &&
               (repeats(block, article) || takes_date(block, imported) || becomes_lead(block, article))) {
      article.body.erase(article.body.begin() + static_cast<std::ptrdiff_t>(at));
    } else {
      return;
    }
  }
}

bool is_entry(const Block& block) {
  if (!is_textual(block)) return block.kind == BlockKind::picture;
  size_t linked = 0;
  for (const Span& span : block.spans) linked += span.link.empty() ? 0 : span.end - span.begin;
  return block.text.size() <= kLongestEntry || linked * 2 > block.text.size();
}

// The heading of a list of other articles that nothing but the list follows.
Blocks::iterator trailing_list(Blocks& body) {
  auto first_entry = body.end();
  while (first_entry != body.begin() && is_entry(*std::prev(first_entry))) --first_entry;
  return std::find_if(first_entry, body.end(),
                      [](const Block& block) { return is_textual(block) && is_related_heading(block.text); });
}

void add_related(const Block& block, std::vector<RelatedLink>& related) {
  if (!is_textual(block)) return;
  for (const Span& span : block.spans) {
    if (span.link.empty()) continue;
    related.push_back({span.link, listed_title(block.text.substr(span.begin, span.end - span.begin))});
  }
  if (!has_link(block)) related.push_back({"", listed_title(block.text)});
}

// Pictures and tables are numbered in the order of the body, so those of a cut end are the last ones.
template <typename Things>
void drop_unused(const Blocks& body, BlockKind kind, Things& things) {
  size_t used = 0;
  for (const Block& block : body) {
    if (block.kind == kind) used = std::max<size_t>(used, block.index + 1);
  }
  if (used < things.size()) things.resize(used);
}

void cut_related(Imported& imported) {
  Article& article = imported.article;
  const auto heading = trailing_list(article.body);
  if (heading == article.body.end()) return;
  for (auto block = std::next(heading); block != article.body.end(); ++block) {
    if (!is_related_heading(block->text)) add_related(*block, imported.related);
  }
  article.body.erase(heading, article.body.end());
  drop_unused(article.body, BlockKind::picture, article.pictures);
  drop_unused(article.body, BlockKind::table, article.tables);
}

void name_untitled(Article& article) {
  if (!article.title.empty()) return;
  const auto first =
      std::find_if(article.body.begin(), article.body.end(), [](const Block& block) { return !block.text.empty(); });
  const std::string& text = article.lead.empty() && first != article.body.end() ? first->text : article.lead;
  const size_t end = text.find(' ', std::min(kTitleLength, text.size()));
  article.title = end == std::string::npos ? text : text.substr(0, end) + "…";
}

}  // namespace

void tidy(Imported& imported) {
  cut_related(imported);
  tidy_beginning(imported);
  name_untitled(imported.article);
}

}  // namespace bantin
