#include "import/page_metadata.h"

#include <algorithm>
#include <array>
#include <map>

#include "feed/json_ld.h"
#include "import/absolute_address.h"
#include "import/date_line.h"
#include "text/fold.h"

namespace bantin {

namespace {

using Values = std::map<std::string, std::string, std::less<>>;

// Some sites write their JSON-LD and <meta> with HTML's character references twice.
std::string without_references(const std::string& text) {
  if (text.find('&') == std::string::npos && text.find('<') == std::string::npos) return plain_line(text);
  const WebPage page(text);
  return page.text(0);
}

// The same of paragraphs, which stay parted by line breaks.
std::string paragraphs_without_references(const std::string& text) {
  std::string html;
  for (const char sign : text) sign == '\n' ? html += "<br>" : html += sign;
  const WebPage page(html);
  std::string paragraphs;
  for (const Line& line : page.lines()) (paragraphs += line.text) += '\n';
  return paragraphs;
}

// The text of a <title> or <script>, of which nothing is to be seen on the page.
std::string content_of(const WebPage& page, size_t node) {
  std::string content;
  for (size_t i = node + 1; i < page[node].end; ++i) {
    if (is_text(*page[i].node)) content += page[i].node->v.text.text;
  }
  return content;
}

// The first value of each <meta>, by its name or property in lower case.
Values meta_values(const WebPage& page) {
  Values values;
  for (size_t i = 0; i < page.nodes().size(); ++i) {
    if (page.name(i) != "meta") continue;
    const std::string content = without_references(std::string(page.value(i, "content")));
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string name = lower(page.value(i, key));
      if (!name.empty() && !content.empty()) values.emplace(name, content);
    }
  }
  return values;
}

template <size_t N>
std::string first_of(const Values& values, const std::array<const char*, N>& names) {
  for (const char* name : names) {
    if (const auto found = values.find(name); found != values.end()) return found->second;
  }
  return {};
}

void keep_first(std::string& kept, std::string other) {
  if (kept.empty()) kept = std::move(other);
}

void read_meta(const WebPage& page, PageMetadata& told) {
  const Values values = meta_values(page);
  told.title = first_of(values, std::array{"og:title", "twitter:title", "dc.title", "headline"});
  told.site_name = first_of(values, std::array{"og:site_name", "application-name"});
  told.description = first_of(values, std::array{"og:description", "description", "twitter:description"});
  told.author = first_of(values, std::array{"article:author", "author"});
  const std::string url = first_of(values, std::array{"og:url"});
  if (is_http_address(url)) told.url = url;
  told.published = read_moment(first_of(values, std::array{"article:published_time", "datepublished", "pubdate",
                                                           "publishdate", "dc.date", "dc.date.issued", "date"}));
  told.is_article = first_of(values, std::array{"og:type"}) == "article" || values.contains("article:published_time");
}

void read_json_ld(const WebPage& page, size_t node, PageMetadata& told) {
  const auto found = bantin::read_json_ld(content_of(page, node));
  if (!found) return;
  told.is_article = true;
  keep_first(told.title, without_references(found->headline));
  keep_first(told.description, without_references(found->description));
  keep_first(told.publisher, without_references(found->publisher));
  keep_first(told.body, paragraphs_without_references(found->body));
  if (!found->author.empty()) told.author = without_references(found->author);
  if (is_http_address(found->url)) keep_first(told.url, found->url);
  if (const Moment moment = read_moment(found->date_published); moment.day != kUndated) told.published = moment;
}

void read_head(const WebPage& page, PageMetadata& told) {
  std::string canonical;
  for (size_t i = 0; i < page.nodes().size(); ++i) {
    const std::string_view name = page.name(i);
    if (name == "title") keep_first(told.page_title, plain_line(content_of(page, i)));
    if (name == "base" && is_http_address(page.value(i, "href")))
      keep_first(told.base, std::string(page.value(i, "href")));
    if (name == "link" && lower(page.value(i, "rel")) == "canonical")
      keep_first(canonical, plain_line(page.value(i, "href")));
    if (name == "script" && lower(page.value(i, "type")) == "application/ld+json") read_json_ld(page, i, told);
  }
  canonical = absolute_address(canonical, told.base.empty() ? told.url : told.base);
  if (is_http_address(canonical)) told.url = canonical;
}

}  // namespace

PageMetadata read_metadata(const WebPage& page) {
  PageMetadata told;
  read_meta(page, told);
  read_head(page, told);
  return told;
}

std::string without_site_name(const std::string& page_title, const std::string& site_name) {
  constexpr std::string_view kParts[] = {" | ", " - ", " – ", " — ", " :: ", " » "};
  constexpr size_t kShortestTitle = 10;  // bytes
  const std::string site = slug(site_name);
  for (const std::string_view part : kParts) {
    const size_t first = page_title.find(part), last = page_title.rfind(part);
    if (first == std::string::npos) continue;
    if (!site_name.empty() && slug(page_title.substr(0, first)) == site) return page_title.substr(first + part.size());
    const bool is_site = site_name.empty() || slug(page_title.substr(last + part.size())) == site;
    if (last >= kShortestTitle && is_site) return page_title.substr(0, last);
  }
  return page_title;
}

}  // namespace bantin
