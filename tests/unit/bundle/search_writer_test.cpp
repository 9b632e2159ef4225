#include "bundle/search_writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "bundle/search_reader.h"
#include "bundle/word_scanner.h"
#include "catalog/search.h"

using namespace bantin;

namespace {

Article article_of(const std::string& title, const std::string& lead, const std::string& body) {
  Article article;
  article.title = title;
  article.lead = lead;
  article.body.push_back({BlockKind::paragraph, body});
  return article;
}

// A written segment, read back.
struct Segment {
  std::map<PartHash, std::string> kept;
  SearchTables tables;

  // An article without a title is withdrawn.
  explicit Segment(const std::vector<Article>& articles) {
    const StorePart store = [this](std::string_view content) {
      kept[hash_of(content)] = content;
      return hash_of(content);
    };
    SearchWriter writer(store);
    for (const Article& article : articles) {
      if (article.title.empty()) {
        writer.skip();
      } else {
        writer.add(article);
      }
    }
    tables = writer.finish();
  }

  std::optional<std::string> part(SearchKind kind, uint32_t number) const {
    const PartTable* all[] = {&tables.terms, &tables.postings, &tables.spellings, &tables.positions};
    const PartTable& table = *all[static_cast<size_t>(kind)];
    if (number >= table.parts) return std::nullopt;
    const std::string& page = kept.at(table.pages[number / kPageParts]);
    PartHash hash;
    std::copy_n(page.begin() + 1 + 32 * (number % kPageParts), 32, hash.begin());
    return kept.at(hash);
  }

  SearchReader reader() const {
    return SearchReader(tables.first_terms, [this](SearchKind kind, uint32_t number) { return part(kind, number); });
  }

  Ordinals with(std::string_view term) const {
    const auto found = reader().find(term);
    REQUIRE(found);
    return found->empty() ? Ordinals() : *reader().ordinals(found->front());
  }

  std::set<uint32_t> beginning_with(std::string_view prefix) const {
    std::set<uint32_t> ordinals;
    const auto found = reader().beginning_with(prefix);
    REQUIRE(found);
    for (const TermEntry& entry : *found) {
      const Ordinals with = *reader().ordinals(entry);
      ordinals.insert(with.begin(), with.end());
    }
    return ordinals;
  }
};

std::vector<std::string> words_of_all(const Article& article) {
  std::vector<std::string> words;
  for (const std::string& text : {article.title, article.lead, article.body.front().text}) {
    for (std::string& word : search_words(text)) words.push_back(std::move(word));
  }
  return words;
}

// Words of few syllables, so that most occur in many articles, some in one.
std::vector<Article> random_articles(uint32_t seed, size_t count) {
  std::mt19937 random(seed);
  const auto word = [&] {
    constexpr const char* kSyllables[] = {"đường", "dương", "Đường", "cao", "tốc", "tỉnh",
                                          "hà",    "lam",   "sở",    "y",   "tế",  "a"};
    std::string made = kSyllables[random() % 12];
    if (random() % 4 == 0) made += std::to_string(random() % 700);
    return made;
  };
  const auto text = [&](size_t words) {
    std::string made;
    for (size_t i = 0; i < words; ++i) made += word() + (random() % 9 ? " " : ", ");
    return made;
  };
  std::vector<Article> articles;
  for (size_t i = 0; i < count; ++i) {
    const bool is_withdrawn = random() % 20 == 0;
    articles.push_back(is_withdrawn ? Article() : article_of(text(4), text(6), text(random() % 60)));
  }
  return articles;
}

}  // namespace

TEST_CASE("a term gives the ordinals that have it, however it is spelled") {
  const Segment segment(
      {article_of("Đường cao tốc", "", "x"), article_of("Dương", "", "y"), article_of("Sở Y tế", "", "")});
  CHECK(segment.with("duong") == Ordinals{0, 1});
  CHECK(segment.with("cao") == Ordinals{0});
  CHECK(segment.with("khong").empty());
}

TEST_CASE("spellings, titles, leads and places are kept apart from what is matched") {
  const Segment segment({article_of("Đường cao tốc", "Dương", "đường"), article_of("Sở", "đường", "")});
  const SearchReader reader = segment.reader();
  const TermEntry entry = reader.find("duong")->front();
  const TermSpellings spellings = *reader.spellings(entry);
  CHECK(spellings.in_title == Ordinals{0});
  CHECK(spellings.in_lead == Ordinals{0, 1});
  REQUIRE(spellings.spellings.size() == 2);
  CHECK(spellings.spellings[0].text == "dương");
  CHECK(spellings.spellings[0].ordinals == Ordinals{0});
  CHECK(spellings.spellings[1].text == "đường");
  CHECK(spellings.spellings[1].ordinals == Ordinals{0, 1});
  const Positions positions = *reader.positions(entry);
  REQUIRE(positions.size() == 2);
  CHECK(positions[0] == std::vector<uint32_t>{0, 103, 204});
  CHECK(positions[1] == std::vector<uint32_t>{101});
}

TEST_CASE("a withdrawn article keeps its ordinal and has no words") {
  const Segment segment({article_of("một", "", ""), Article(), article_of("một", "", "")});
  CHECK(segment.with("mot") == Ordinals{0, 2});
}

TEST_CASE("every word and beginning of one is found where a plain look finds it") {
  const std::vector<Article> articles = random_articles(7, 900);
  const Segment segment(articles);
  std::map<std::string, Ordinals> whole;
  std::map<std::string, std::set<uint32_t>> beginnings;
  for (uint32_t ordinal = 0; ordinal < articles.size(); ++ordinal) {
    if (articles[ordinal].title.empty()) continue;
    for (const std::string& word : words_of_all(articles[ordinal])) {
      Ordinals& list = whole[word];
      if (list.empty() || list.back() != ordinal) list.push_back(ordinal);
      for (size_t size = 1; size <= word.size(); ++size) beginnings[word.substr(0, size)].insert(ordinal);
    }
  }
  CHECK(whole.size() > 1000);
  size_t wrong = 0;
  for (const auto& [word, ordinals] : whole) wrong += segment.with(word) != ordinals;
  for (const auto& [prefix, ordinals] : beginnings) wrong += segment.beginning_with(prefix) != ordinals;
  CHECK(wrong == 0);
  CHECK(segment.beginning_with("zz").empty());
}

TEST_CASE("parts are of about one size and no entry lies on two") {
  const Segment segment(random_articles(3, 900));
  CHECK(segment.tables.postings.parts > 3);
  for (uint32_t number = 0; number < segment.tables.postings.parts; ++number) {
    const std::string part = *segment.part(SearchKind::postings, number);
    CHECK(part.front() == 'S');
    CHECK(part.size() <= kSearchPartBytes + 1);
  }
  uint32_t last_part = 0, last_end = 1;
  for (uint32_t number = 0; number < segment.tables.terms.parts; ++number) {
    const auto terms = read_terms(*segment.part(SearchKind::terms, number));
    REQUIRE(terms);
    CHECK(terms->front().term == segment.tables.first_terms[number]);
    for (const TermEntry& entry : *terms) {
      CHECK((entry.postings.part == last_part ? entry.postings.begin == last_end : entry.postings.begin == 1));
      last_part = entry.postings.part;
      last_end = entry.postings.begin + entry.postings.bytes;
    }
  }
}

TEST_CASE("the same articles give the same parts") {
  CHECK(Segment(random_articles(5, 200)).tables == Segment(random_articles(5, 200)).tables);
}

TEST_CASE("a segment without a word has no parts") {
  const Segment segment({Article(), article_of("…", "", "")});
  CHECK(segment.tables.terms.parts == 0);
  CHECK(segment.with("a").empty());
}

TEST_CASE("long words are cut between letters, in the index as in a query") {
  const std::string long_word(60, 'a');
  const Segment segment({article_of(long_word, "", "")});
  CHECK(segment.with(std::string(kLongestTerm, 'a')) == Ordinals{0});
}
