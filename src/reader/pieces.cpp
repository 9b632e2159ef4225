#include "reader/pieces.h"

#include <algorithm>
#include <utility>

namespace bantin {

namespace {

constexpr size_t kKeptBlocks = 256;  // of 32 headlines: about 4 MB

uint32_t end_of(const Feed& feed, const NumberRange& range) {
  const auto size = static_cast<uint32_t>(feed.articles.size());
  return std::min(size, range.first + std::min(range.count, size));
}

// Not inline: moving an article is much code.
[[gnu::noinline]] void place(Article& article, Article&& found, uint16_t department, Extent extent) {
  article = std::move(found);
  article.department = department;
  article.extent = extent;
}

}  // namespace

bool Pieces::take_headlines(Feed& feed, const Catalog& catalog, const NumberRange& range, std::vector<Article> found) {
  std::vector<uint32_t> numbers;
  for (uint32_t number = range.first; number < end_of(feed, range); ++number) {
    if (catalog.row_of_article(number)) numbers.push_back(number);
  }
  if (numbers.size() != found.size()) return false;
  for (size_t i = 0; i < numbers.size(); ++i) {
    Article& article = feed.articles[numbers[i]];
    const uint16_t department = catalog.department(*catalog.row_of_article(numbers[i]));
    if (article.extent == Extent::none) place(article, std::move(found[i]), department, Extent::headline);
  }
  blocks_.push_back(range);
  if (blocks_.size() > kKeptBlocks) let_go(feed);
  return true;
}

bool Pieces::take_article(Feed& feed, const Catalog& catalog, uint32_t number, Article found) {
  const auto row = catalog.row_of_article(number);
  if (!row) return false;
  place(feed.articles[number], std::move(found), catalog.department(*row), Extent::whole);
  return true;
}

void Pieces::close(Article& article) {
  Article headline;
  headline.id = std::move(article.id);
  headline.title = std::move(article.title);
  headline.lead = std::move(article.lead);
  headline.url = std::move(article.url);
  headline.document_number = std::move(article.document_number);
  headline.published = article.published;
  place(article, std::move(headline), article.department, Extent::headline);
}

void Pieces::mark(Feed& feed, const NumberRange& range, bool has_failed) {
  for (uint32_t number = range.first; number < end_of(feed, range); ++number) {
    Article& article = feed.articles[number];
    if (article.extent != Extent::whole) article.has_failed = has_failed;
  }
}

void Pieces::let_go(Feed& feed) {
  const NumberRange range = blocks_.front();
  blocks_.erase(blocks_.begin());
  for (uint32_t number = range.first; number < end_of(feed, range); ++number) {
    Article& article = feed.articles[number];
    if (article.extent == Extent::headline) place(article, Article(), article.department, Extent::none);
  }
}

}  // namespace bantin
