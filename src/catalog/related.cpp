#include "catalog/related.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/search.h"

namespace bantin {

namespace {

using Term = uint64_t;  // a hash; two terms that share one would only lend each other their weight

constexpr size_t kLongestText = 1000;  // bytes of a title or a lead; the rest is not compared
constexpr double kDepartmentShare = 0.25, kNearnessShare = 0.25, kNearDays = 30;

// FNV-1a, 64 bits: the same in every build, unlike std::hash.
Term hash(std::string_view text, Term start = 0xCBF29CE484222325) {
  for (const char c : text) start = (start ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return start;
}

void add_terms(std::vector<Term>& terms, std::string_view text) {
  std::string before;
  for (std::string& word : search_words(text.substr(0, kLongestText))) {
    if (!before.empty()) terms.push_back(hash(word, hash(" ", hash(before))));
    before = std::move(word);
  }
}

// Sorted, each once.
std::vector<Term> terms_of(const Article& article) {
  std::vector<Term> terms;
  add_terms(terms, article.title);
  add_terms(terms, article.lead);
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

// The rows nearest to `row`, itself among them.
Catalog::Interval window_around(const Catalog& catalog, uint32_t row) {
  const uint32_t size = std::min(catalog.size(), kRelatedWindow + 1);
  const uint32_t first = std::min(row - std::min(row, kRelatedWindow / 2), catalog.size() - size);
  return {first, first + size};
}

// Compares one article with the others of its window.
class Comparison {
 public:
  Comparison(const Feed& feed, const Catalog& catalog, uint32_t row)
      : feed_(feed), catalog_(catalog), row_(row), rows_(window_around(catalog, row)), terms_(terms_of(article(row))) {
    find_shared();
    weigh();
    for (uint32_t at = rows_.first; at < rows_.last; ++at) similarities_.push_back(at == row_ ? 0 : similarity(at));
  }

  // The most similar article that was not taken yet; none where the rest is not similar enough.
  std::optional<uint32_t> take() {
    const auto best = std::max_element(similarities_.begin(), similarities_.end());
    if (*best < kLeastSimilarity) return std::nullopt;
    *best = 0;
    return catalog_.article(rows_.first + static_cast<uint32_t>(best - similarities_.begin()));
  }

 private:
  const Article& article(uint32_t row) const { return feed_.articles[catalog_.article(row)]; }

  void find_shared() {
    for (uint32_t row = rows_.first; row < rows_.last; ++row) {
      begins_.push_back(shared_.size());
      for (const Term term : terms_of(article(row))) {
        const auto found = std::lower_bound(terms_.begin(), terms_.end(), term);
        if (found != terms_.end() && *found == term) shared_.push_back(static_cast<uint32_t>(found - terms_.begin()));
      }
    }
    begins_.push_back(shared_.size());
  }

  void weigh() {
    weights_.resize(terms_.size());
    for (const uint32_t term : shared_) ++weights_[term];
    for (double& weight : weights_) {
      weight = std::log((rows_.last - rows_.first + 1) / weight);
      whole_ += weight;
    }
  }

  double similarity(uint32_t row) const {
    const size_t at = row - rows_.first;
    double weight = 0;
    for (size_t i = begins_[at]; i < begins_[at + 1]; ++i) weight += weights_[shared_[i]];
    if (weight == 0) return 0;
    const double department = catalog_.department(row) == catalog_.department(row_) ? kDepartmentShare : 0;
    return weight / whole_ * (1 + department + kNearnessShare * nearness(row));
  }

  double nearness(uint32_t row) const {
    const Day day = catalog_.day(row), own = catalog_.day(row_);
    if (day == kUndated || own == kUndated) return 0;
    return 1 / (1 + std::abs(static_cast<double>(day) - own) / kNearDays);
  }

  const Feed& feed_;
  const Catalog& catalog_;
  uint32_t row_;
  Catalog::Interval rows_;
  std::vector<Term> terms_;
  std::vector<uint32_t> shared_;  // places in terms_, row by row of the window
  std::vector<size_t> begins_;    // in shared_, of each row, and where the last one ends
  std::vector<double> weights_;   // by term
  double whole_ = 0;
  std::vector<double> similarities_;  // by row of the window; 0 where taken
};

void add_once(std::vector<uint32_t>& found, uint32_t article, size_t limit) {
  if (found.size() < limit && std::find(found.begin(), found.end(), article) == found.end()) found.push_back(article);
}

// The articles that `ids` name, in that order. Of two articles with one id it is the first.
std::vector<uint32_t> articles_named(const Feed& feed, const std::vector<std::string>& ids) {
  constexpr uint32_t kNone = UINT32_MAX;
  constexpr size_t kMostNamed = 16;  // so that an endless list costs no more
  std::vector<uint32_t> named(std::min(ids.size(), kMostNamed), kNone);
  for (uint32_t article = 0; article < feed.articles.size() && !named.empty(); ++article) {
    for (size_t place = 0; place < named.size(); ++place) {
      if (named[place] == kNone && feed.articles[article].id == ids[place]) named[place] = article;
    }
  }
  std::erase(named, kNone);
  return named;
}

}  // namespace

std::vector<uint32_t> related_articles(const Feed& feed, const Catalog& catalog, uint32_t article, size_t limit,
                                       bool compares) {
  std::vector<uint32_t> found;
  const std::optional<uint32_t> row = catalog.row_of_article(article);
  if (!row || article >= feed.articles.size()) return found;
  for (const uint32_t named : articles_named(feed, feed.articles[article].related)) {
    if (named != article) add_once(found, named, limit);
  }
  if (found.size() >= limit || !compares) return found;
  Comparison comparison(feed, catalog, *row);
  while (found.size() < limit) {
    const std::optional<uint32_t> similar = comparison.take();
    if (!similar) break;
    add_once(found, *similar, limit);
  }
  return found;
}

}  // namespace bantin
