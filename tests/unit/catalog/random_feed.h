// Feeds made up from a seed, for tests that compare with a naive loop.
#pragma once

#include <random>
#include <string>

#include "feed/model.h"

namespace bantin {

/// `size` articles of five departments over three years, one in eight undated, with words from a small list.
inline Feed random_feed(uint32_t seed, int size) {
  std::mt19937 random(seed);
  const auto below = [&](uint32_t limit) { return static_cast<uint32_t>(random() % limit); };
  static const char* words[] = {"đường", "Đường", "đượm", "cao", "tốc", "y tế", "học", "Hóa", "hoá"};
  Feed feed;
  for (const char* id : {"a", "b", "c", "d", "e"}) feed.departments.push_back({id, id, {}});
  for (int i = 0; i < size; ++i) {
    Article article;
    article.id = std::to_string(i);
    article.department = static_cast<uint16_t>(below(5));
    if (below(8) > 0) article.published = {19000 + static_cast<Day>(below(1000)), static_cast<int32_t>(below(3))};
    for (int w = 0; w < 4; ++w) article.title += std::string(w ? " " : "") + words[below(std::size(words))];
    article.body.push_back({BlockKind::paragraph, words[below(std::size(words))]});
    feed.articles.push_back(std::move(article));
  }
  return feed;
}

}  // namespace bantin
