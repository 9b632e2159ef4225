#include "feed/json_feed_writer.h"

#include <nlohmann/json.hpp>

#include "feed/html_writer.h"

namespace bantin {

namespace {

using Json = nlohmann::ordered_json;

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

constexpr std::string_view kItemIndent = "\n    ";  // in front of each line of an item

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

void add_content(Json& item, const Article& article) {
  if (is_plain(article)) {
    item["content_text"] = body_text(article);
  } else {
    item["content_html"] = write_html(article);
  }
}

Json item_of(const Article& article, const Department& department, Extent extent) {
  const bool is_whole = extent == Extent::whole;
  Json item{{"id", article.id}};
  if (!article.url.empty()) item["url"] = article.url;
  item["title"] = article.title;
  if (!article.lead.empty()) item["summary"] = article.lead;
  if (is_whole) add_content(item, article);
  if (article.published.day != kUndated) item["date_published"] = rfc3339(article.published);
  if (is_whole) {
    for (const Attachment& attachment : article.attachments) item["attachments"].push_back(attachment_of(attachment));
  }
  Json& extension = item["_bantin"] = Json{{"department", department.id}};
  if (!article.document_number.empty()) extension["document_number"] = article.document_number;
  if (is_whole && !article.related.empty()) extension["related"] = article.related;
  if (!article.inferred.empty()) extension["inferred"] = article.inferred;
  return item;
}

Json department_of(const Department& department) {
  Json object{{"id", department.id}, {"name", department.name}};
  if (!department.short_name.empty()) object["short_name"] = department.short_name;
  return object;
}

// Everything but the items, which come last.
Json head_of(const Feed& feed) {
  Json document{{"version", "https://jsonfeed.org/version/1.1"}, {"title", feed.title}};
  if (!feed.language.empty()) document["language"] = feed.language;
  if (!feed.home_page_url.empty()) document["home_page_url"] = feed.home_page_url;
  Json departments = Json::array();
  for (const Department& department : feed.departments) departments.push_back(department_of(department));
  document["_bantin"] = {{"departments", std::move(departments)}};
  return document;
}

}  // namespace

std::string rfc3339(const Moment& moment) {
  if (moment.day == kUndated) return {};
  return iso_day(moment.day) + "T" + two_digits(moment.second / 3600) + ":" + two_digits(moment.second / 60 % 60) +
         ":" + two_digits(moment.second % 60) + "+07:00";
}

std::string write_feed(const Feed& feed) {
  std::string text;
  FeedWriter writer(feed, [&](std::string_view more) { text += more; });
  for (const Article& article : feed.articles) writer.add(write_item(article, feed.departments[article.department]));
  writer.finish();
  return text;
}

std::string write_item(const Article& article, const Department& department, const PictureHashes& pictures) {
  Json item = item_of(article, department, Extent::whole);
  if (!pictures.empty()) item["_bantin"]["pictures"] = pictures;
  return item.dump();
}

std::string write_headline(const Article& article, const Department& department) {
  return item_of(article, department, Extent::headline).dump();
}

FeedWriter::FeedWriter(const Feed& head, Sink sink) : sink_(std::move(sink)) {
  std::string text = head_of(head).dump(2);
  text.resize(text.size() - 2);  // the brace and the line end before it
  sink_(text + ",\n  \"items\": [");
}

// A line end inside of a string is written as an escape, so every one there is begins a line.
bool FeedWriter::add(std::string_view item) {
  const Json json = Json::parse(item.begin(), item.end(), nullptr, false);
  if (json.is_discarded()) return false;
  std::string text(is_empty_ ? "" : ",");
  text += kItemIndent;
  for (const char c : json.dump(2)) {
    if (c == '\n') {
      text += kItemIndent;
    } else {
      text += c;
    }
  }
  sink_(text);
  is_empty_ = false;
  return true;
}

void FeedWriter::finish() { sink_(is_empty_ ? "]\n}\n" : "\n  ]\n}\n"); }

}  // namespace bantin
