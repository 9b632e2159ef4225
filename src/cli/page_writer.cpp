#include "cli/page_writer.h"

#include <algorithm>
#include <vector>

#include "bundle/part.h"
#include "feed/html_writer.h"
#include "feed/json_feed_writer.h"
#include "feed/json_ld_writer.h"
#include "text/base64.h"

namespace bantin {

namespace {

using Articles = std::vector<const Article*>;

Articles newest_first(const Feed& feed) {
  Articles articles;
  articles.reserve(feed.articles.size());
  for (const Article& article : feed.articles) articles.push_back(&article);
  const auto is_newer = [](const Article* a, const Article* b) {
    const Moment &one = a->published, &other = b->published;
    return one.day != other.day ? one.day > other.day : one.second > other.second;
  };
  std::stable_sort(articles.begin(), articles.end(), is_newer);
  return articles;
}

// Of "vi" or "en-GB"; what is no language's tag says nothing.
std::string language_of(const Feed& feed) {
  const auto is_of_tag = [](char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9') || sign == '-';
  };
  const std::string& tag = feed.language;
  return !tag.empty() && std::all_of(tag.begin(), tag.end(), is_of_tag) ? tag : "vi";
}

std::string head(const Feed& feed, const Articles& articles) {
  const auto count = static_cast<std::ptrdiff_t>(std::min(articles.size(), kMostForSearchEngines));
  return "<title>" + escape_html(feed.title) + "</title>\n<script type=\"application/ld+json\">" +
         write_json_ld(feed, {articles.begin(), articles.begin() + count}) + "</script>";
}

std::string reader(const Feed& feed) {
  const std::string language = language_of(feed).starts_with("en") ? " lang=\"en\"" : "";
  return "<ban-tin clipboard=\"page\"" + language + "><script type=\"application/feed+json+gzip\">" +
         base64(gzip(write_feed(feed))) + "</script></ban-tin>";
}

// What its caption or its alternative says: without scripts all pictures of all articles would be loaded at once.
Article without_pictures(Article article) {
  std::erase_if(article.body, [&](Block& block) {
    if (block.kind != BlockKind::picture) return false;
    if (block.text.empty()) block.text = article.pictures[block.index].alt;
    block.kind = BlockKind::paragraph;
    return block.text.empty();
  });
  return article;
}

std::string whole(const Article& article, const Feed& feed) {
  const std::string day = article.published.day == kUndated ? "" : vi_day(article.published.day) + " · ";
  std::string html = "<article><h2>" + escape_html(article.title) + "</h2><p>" + day +
                     escape_html(feed.departments[article.department].name) + "</p>";
  if (!article.lead.empty()) html += "<p>" + escape_html(article.lead) + "</p>";
  return html + write_html(without_pictures(article)) + "</article>\n";
}

std::string headline_list(const Articles& articles) {
  std::string html = "<ul>\n";
  for (const Article* article : articles) html += "<li>" + escape_html(article->title) + "</li>\n";
  return html + "</ul>";
}

std::string without_scripts(const Feed& feed, const Articles& articles) {
  std::string html;
  for (const Article* article : articles) {
    html += whole(*article, feed);
    if (html.size() > kMostWithoutScripts) return headline_list(articles);
  }
  return html;
}

// The shell, taken from its beginning on, and the page, written to its end.
class PageFiller {
 public:
  explicit PageFiller(std::string_view shell) : rest_(shell) {}

  void fill(std::string_view begin, std::string_view end, std::string_view content) {
    copy_through(begin);
    page_ += content;
    const size_t at = rest_.find(end);
    if (at == std::string_view::npos) is_whole_ = false;
    rest_.remove_prefix(std::min(at, rest_.size()));
  }

  void fill(const std::string& name, std::string_view content) {
    fill("<!--bantin:" + name + "-->", "<!--/bantin:" + name + "-->", content);
  }

  std::optional<std::string> finish() {
    if (!is_whole_) return std::nullopt;
    page_ += rest_;
    return std::move(page_);
  }

 private:
  void copy_through(std::string_view mark) {
    const size_t at = rest_.find(mark);
    if (at == std::string_view::npos) {
      is_whole_ = false;
      return;
    }
    page_ += rest_.substr(0, at + mark.size());
    rest_.remove_prefix(at + mark.size());
  }

  std::string_view rest_;
  std::string page_;
  bool is_whole_ = true;
};

}  // namespace

std::optional<std::string> write_page(std::string_view shell, const Feed& feed) {
  const Articles articles = newest_first(feed);
  PageFiller page(shell);
  page.fill("<html lang=\"", "\"", language_of(feed));
  page.fill("head", head(feed, articles));
  page.fill("title", escape_html(feed.title));
  page.fill("reader", reader(feed));
  page.fill("articles", without_scripts(feed, articles));
  return page.finish();
}

}  // namespace bantin
