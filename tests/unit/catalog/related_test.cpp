#include "catalog/related.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "catalog/random_feed.h"

using namespace bantin;

namespace {

using Articles = std::vector<uint32_t>;

Article article_of(std::string id, std::string title, std::string lead, uint16_t department, Day day) {
  Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.lead = std::move(lead);
  article.department = department;
  article.published = {day, 0};
  return article;
}

Feed bulletin() {
  Feed feed;
  feed.departments.resize(2);
  feed.articles = {
      article_of("man", "Hạn mặn đến sớm, tỉnh giữ nước cho lúa", "Nước mặn vào sâu các cửa sông", 0, 19800),
      article_of("lua", "Giống lúa chịu hạn mặn cho năng suất cao", "Lúa gieo ở các cửa sông", 0, 19700),
      article_of("sung", "Bắt đầu tiêm vắc-xin cho trẻ em", "Trẻ từ 12 đến 17 tuổi được tiêm", 1, 19790),
      article_of("bao", "Di dời dân ven biển trước giờ bão đổ bộ", "Bão số 4 vào gần bờ", 0, 19600),
      article_of("man2", "Hạn mặn đến sớm ở các cửa sông", "Dân giữ nước ngọt cho lúa", 1, 19500),
  };
  return feed;
}

Articles related(const Feed& feed, uint32_t article, size_t limit = 3) {
  return related_articles(feed, Catalog(feed), article, limit);
}

}  // namespace

TEST_CASE("similar articles come by what they share, and others are not offered") {
  CHECK(related(bulletin(), 0) == Articles{4, 1});
  CHECK(related(bulletin(), 2).empty());
}

TEST_CASE("an article's own related come first, in its order") {
  Feed feed = bulletin();
  feed.articles[0].related = {"bao", "lua"};
  CHECK(related(feed, 0) == Articles{3, 1, 4});
  CHECK(related(feed, 0, 2) == Articles{3, 1});
  CHECK(related(feed, 0, 1) == Articles{3});
}

TEST_CASE("unknown ids, itself and what was named before are passed over") {
  Feed feed = bulletin();
  feed.articles[0].related = {"?", "man", "man2", "", "man2"};
  CHECK(related(feed, 0) == Articles{4, 1});
}

TEST_CASE("of two articles with one id the first is meant") {
  Feed feed = bulletin();
  feed.articles[3].id = "lua";
  feed.articles[0].related = {"lua"};
  CHECK(related(feed, 0, 1) == Articles{1});
}

TEST_CASE("of equal texts the same department and the nearer day come first") {
  Feed feed;
  feed.departments.resize(2);
  for (const auto& [department, day] : {std::pair{0, 19000}, {1, 19000}, {0, 19900}, {0, 19010}, {1, 19900}}) {
    feed.articles.push_back(article_of({}, "Hội nghị tổng kết", {}, static_cast<uint16_t>(department), day));
  }
  feed.articles.push_back(article_of({}, "Bản tin thời tiết", {}, 0, 19000));
  CHECK(related(feed, 0, 9) == Articles{3, 2, 1, 4});
}

TEST_CASE("ties come in list order, the undated among them") {
  Feed feed;
  feed.departments.resize(1);
  for (int i = 0; i < 4; ++i) feed.articles.push_back(article_of({}, "Hội nghị tổng kết", {}, 0, 19000));
  CHECK(related(feed, 2) == Articles{0, 1, 3});
  for (Article& article : feed.articles) article.published = {};
  CHECK(related(feed, 2) == Articles{0, 1, 3});
}

TEST_CASE("rare words count more than common ones") {
  Feed feed;
  feed.departments.resize(1);
  for (int i = 0; i < 50; ++i) {
    feed.articles.push_back(article_of({}, "Hội nghị tổng kết " + std::to_string(100 + i), {}, 0, 19000));
  }
  feed.articles[40].title = "Hội nghị vắc-xin";
  feed.articles[45].title = "Tiêm vắc-xin";
  CHECK(related(feed, 40, 1) == Articles{45});
}

TEST_CASE("only rows near in the list are compared") {
  Feed feed;
  feed.departments.resize(1);
  for (uint32_t i = 0; i < 2 * kRelatedWindow; ++i) {
    feed.articles.push_back(article_of({}, std::to_string(i), {}, 0, static_cast<Day>(30000 - i)));
  }
  const uint32_t article = kRelatedWindow;
  for (const uint32_t row : {article, article - kRelatedWindow / 2, article + kRelatedWindow / 2,
                             article - kRelatedWindow / 2 - 1, article + kRelatedWindow / 2 + 1, 0u}) {
    feed.articles[row].title = "Hạn mặn";
  }
  CHECK(related(feed, article, 9) == Articles{article - kRelatedWindow / 2, article + kRelatedWindow / 2});
  CHECK(related(feed, 0, 9) == Articles{article - kRelatedWindow / 2 - 1, article - kRelatedWindow / 2, article});
}

TEST_CASE("what is no article, or has no words, has no related ones") {
  CHECK(related({}, 0).empty());
  CHECK(related(bulletin(), 5).empty());
  CHECK(related(bulletin(), 0, 0).empty());
  CHECK(related_articles(bulletin(), Catalog(), 0).empty());
  Feed feed = bulletin();
  feed.articles[0].title = "🙂\xFF…";
  feed.articles[0].lead.clear();
  CHECK(related(feed, 0).empty());
  feed.articles.resize(1);
  CHECK(related(feed, 0).empty());
}

TEST_CASE("no article is offered twice, and every run says the same") {
  const Feed feed = random_feed(7, 300);
  const Catalog catalog(feed);
  for (uint32_t article = 0; article < 300; article += 7) {
    const Articles found = related_articles(feed, catalog, article, 5);
    CHECK(found == related_articles(feed, catalog, article, 5));
    CHECK(found.size() <= 5);
    for (size_t i = 0; i < found.size(); ++i) {
      CHECK(found[i] != article);
      CHECK(std::count(found.begin(), found.end(), found[i]) == 1);
    }
  }
}
