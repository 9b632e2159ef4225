#include "catalog/search.h"

#include <utility>

#include "feed/block_code.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr char kBetween = ' ';

// Adds the words of `text` to `out`, each with a space behind it.
void add_words(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const char32_t letter = fold(decode(text, at));
    if (letter == 0) continue;
    if (is_word(letter)) {
      append(out, letter);
    } else if (out.back() != kBetween) {
      out.push_back(kBetween);
    }
  }
  if (out.back() != kBetween) out.push_back(kBetween);
}

}  // namespace

SearchText::SearchText(const Feed& feed, const Catalog& catalog) {
  begins_.reserve(catalog.size() + 1);
  for (uint32_t row = 0; row < catalog.size(); ++row) {
    const Article& article = feed.articles[catalog.article(row)];
    begins_.push_back(static_cast<uint32_t>(text_.size()));
    text_.push_back(kBetween);
    add_words(text_, article.title);
    add_words(text_, article.lead);
    for_each_text(article, [this](std::string_view text) { add_words(text_, text); });
  }
  begins_.push_back(static_cast<uint32_t>(text_.size()));
}

SearchText::SearchText(uint32_t rows) : is_elsewhere_(true), given_(rows, 1) {}

bool SearchText::lacks(const std::vector<std::string>& words) const {
  return is_elsewhere_ && !words.empty() && words != given_words_;
}

void SearchText::give(std::vector<std::string> words, std::vector<uint8_t> found) {
  given_words_ = std::move(words);
  given_ = std::move(found);
}

size_t SearchText::rows() const {
  if (is_elsewhere_) return given_.size();
  return begins_.empty() ? 0 : begins_.size() - 1;
}

std::vector<uint8_t> SearchText::matching(std::string_view query) const {
  std::vector<std::string> words = search_words(query);
  if (is_elsewhere_ && !words.empty()) return given_;
  std::vector<uint8_t> found(rows(), 1);
  if (words.empty()) return found;
  for (size_t i = 0; i < words.size(); ++i) {
    words[i].insert(words[i].begin(), kBetween);
    if (i + 1 < words.size()) words[i].push_back(kBetween);
  }
  for (uint32_t row = 0; row < found.size(); ++row) found[row] = matches(row, words);
  return found;
}

bool SearchText::matches(uint32_t row, const std::vector<std::string>& words) const {
  const std::string_view text = std::string_view(text_).substr(begins_[row], begins_[row + 1] - begins_[row]);
  for (const std::string& word : words) {
    if (text.find(word) == std::string_view::npos) return false;
  }
  return true;
}

std::vector<std::string> search_words(std::string_view text) {
  std::string spaced(1, kBetween);
  add_words(spaced, text);
  std::vector<std::string> words;
  for (size_t at = 1; at < spaced.size();) {
    const size_t end = spaced.find(kBetween, at);
    words.push_back(spaced.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace bantin
