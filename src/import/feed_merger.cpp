#include "import/feed_merger.h"

#include <algorithm>

#include "import/web_address.h"
#include "text/fold.h"

namespace bantin {

namespace {

constexpr std::string_view kNoDepartment = "khac";

std::string title_and_day(const Article& article) {
  return slug(article.title) + " " + std::to_string(article.published.day);
}

bool has_text(const Article& article) { return !article.body.empty(); }

bool is_same_text(const Article& one, const Article& other) { return one.lead == other.lead && one.body == other.body; }

}  // namespace

std::optional<Duplicate> FeedMerger::add(Imported imported, const Department& department, bool has_own_id,
                                         const std::string& input) {
  Article& article = imported.article;
  article.department = department_index(department);
  const auto match = match_of(imported, has_own_id);
  if (!match) {
    const std::string id = unique_id(article.id);
    article.id = id;
    entries_.push_back({std::move(article), std::move(imported.related), input_index(input)});
    index(entries_.size() - 1, id);
    return std::nullopt;
  }
  Entry& kept = entries_[match->entry];
  Duplicate duplicate{match->shared, article.title, inputs_[kept.input], !has_text(kept.article) && has_text(article)};
  const std::string id = has_own_id ? article.id : kept.article.id;
  if (duplicate.is_replaced) {
    article.id = kept.article.id;
    kept = {std::move(article), std::move(imported.related), input_index(input)};
  }
  index(match->entry, id);
  return duplicate;
}

std::optional<FeedMerger::Match> FeedMerger::match_of(const Imported& imported, bool has_own_id) const {
  const Article& article = imported.article;
  if (has_own_id) {
    if (const auto found = by_id_.find(article.id); found != by_id_.end()) return Match{found->second, Shared::id};
  }
  if (const std::string page = page_of(article.url); !page.empty()) {
    if (const auto found = by_url_.find(page); found != by_url_.end()) return Match{found->second, Shared::url};
  }
  const auto [begin, end] = by_title_and_day_.equal_range(title_and_day(article));
  for (auto at = begin; at != end; ++at) {
    const Article& other = entries_[at->second].article;
    const auto is_unknown = [&](uint16_t index) { return feed_.departments[index].id == kNoDepartment; };
    const bool is_same_place =
        article.department == other.department || is_unknown(article.department) || is_unknown(other.department);
    if (is_same_place && (article.published.day != kUndated || is_same_text(article, other)))
      return Match{at->second, Shared::title_and_day};
  }
  return std::nullopt;
}

uint16_t FeedMerger::department_index(const Department& department) {
  constexpr size_t kMost = 0xFFFE;
  if (const auto found = departments_.find(department.id); found != departments_.end()) return found->second;
  const size_t index = std::min(feed_.departments.size(), kMost);
  if (index == feed_.departments.size()) feed_.departments.push_back(department);
  return departments_.emplace(department.id, static_cast<uint16_t>(index)).first->second;
}

size_t FeedMerger::input_index(const std::string& input) {
  if (inputs_.empty() || inputs_.back() != input) inputs_.push_back(input);
  return inputs_.size() - 1;
}

// The first article of an id, an address or a title is the one meant.
void FeedMerger::index(size_t entry, const std::string& id) {
  const Article& article = entries_[entry].article;
  by_id_.emplace(id, entry);
  if (std::string page = page_of(article.url); !page.empty()) by_url_.emplace(std::move(page), entry);
  by_title_.emplace(slug(article.title), entry);
  const std::string key = title_and_day(article);
  const auto [begin, end] = by_title_and_day_.equal_range(key);
  const bool is_known = std::any_of(begin, end, [&](const auto& known) { return known.second == entry; });
  if (!is_known) by_title_and_day_.emplace(key, entry);
}

std::string FeedMerger::unique_id(const std::string& id) const {
  std::string unique = id;
  for (int number = 2; by_id_.contains(unique); ++number) unique = id + "-" + std::to_string(number);
  return unique;
}

std::optional<size_t> FeedMerger::target_of(const RelatedLink& link, const std::string& base) const {
  if (const auto found = by_url_.find(page_of(link.url, base)); found != by_url_.end()) return found->second;
  if (link.title.empty()) return std::nullopt;
  const auto found = by_title_.find(slug(link.title));
  return found == by_title_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> FeedMerger::related_ids(const Entry& entry) const {
  const Article& article = entry.article;
  std::vector<std::string> ids;
  const auto add_id = [&](const std::string& id) {
    if (id != article.id && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  // A duplicate's id leads to the article that was kept.
  for (const std::string& id : article.related) {
    const auto found = by_id_.find(id);
    add_id(found == by_id_.end() ? id : entries_[found->second].article.id);
  }
  for (const RelatedLink& link : entry.related) {
    const auto target = target_of(link, article.url);
    if (target) add_id(entries_[*target].article.id);
  }
  return ids;
}

Feed FeedMerger::feed() && {
  for (Entry& entry : entries_) entry.article.related = related_ids(entry);
  feed_.articles.reserve(entries_.size());
  for (Entry& entry : entries_) feed_.articles.push_back(std::move(entry.article));
  entries_.clear();
  return std::move(feed_);
}

}  // namespace bantin
