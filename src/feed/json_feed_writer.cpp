#include "feed/json_feed_writer.h"

#include <nlohmann/json.hpp>

#include "feed/html_writer.h"

namespace bantin {

namespace {

using Json = nlohmann::ordered_json;

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string rfc3339(const Moment& moment) {
  return iso_day(moment.day) + "T" + two_digits(moment.second / 3600) + ":" + two_digits(moment.second / 60 % 60) +
         ":" + two_digits(moment.second % 60) + "+07:00";
}

std::string body_text(const Article& article) {
  std::string text;
  for (const Block& block : article.body) text += (text.empty() ? "" : "\n\n") + block.text;
  return text;
}

Json attachment_of(const Attachment& attachment) {
  Json object{{"url", attachment.url}, {"mime_type", attachment.type}};
  if (!attachment.title.empty()) object["title"] = attachment.title;
  if (attachment.bytes > 0) object["size_in_bytes"] = attachment.bytes;
  return object;
}

Json item_of(const Article& article, const Department& department) {
  Json item{{"id", article.id}};
  if (!article.url.empty()) item["url"] = article.url;
  item["title"] = article.title;
  if (!article.lead.empty()) item["summary"] = article.lead;
  if (is_plain(article)) {
    item["content_text"] = body_text(article);
  } else {
    item["content_html"] = write_html(article);
  }
  if (article.published.day != kUndated) item["date_published"] = rfc3339(article.published);
  for (const Attachment& attachment : article.attachments) item["attachments"].push_back(attachment_of(attachment));
  Json& extension = item["_bantin"] = Json{{"department", department.id}};
  if (!article.document_number.empty()) extension["document_number"] = article.document_number;
  if (!article.related.empty()) extension["related"] = article.related;
  if (!article.inferred.empty()) extension["inferred"] = article.inferred;
  return item;
}

Json department_of(const Department& department) {
  Json object{{"id", department.id}, {"name", department.name}};
  if (!department.short_name.empty()) object["short_name"] = department.short_name;
  return object;
}

}  // namespace

std::string write_feed(const Feed& feed) {
  Json document{{"version", "https://jsonfeed.org/version/1.1"}, {"title", feed.title}};
  if (!feed.language.empty()) document["language"] = feed.language;
  if (!feed.home_page_url.empty()) document["home_page_url"] = feed.home_page_url;
  Json departments = Json::array(), items = Json::array();
  for (const Department& department : feed.departments) departments.push_back(department_of(department));
  for (const Article& article : feed.articles) items.push_back(item_of(article, feed.departments[article.department]));
  document["_bantin"] = {{"departments", std::move(departments)}};
  document["items"] = std::move(items);
  return document.dump(2) + "\n";
}

}  // namespace bantin
