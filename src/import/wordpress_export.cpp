#include "import/wordpress_export.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "import/absolute_address.h"
#include "import/feed_entry.h"
#include "import/rss_feed.h"
#include "import/wordpress_content.h"
#include "import/xml_document.h"

namespace bantin {

namespace {

// What is nobody's page.
constexpr std::array<std::string_view, 12> kMachinery = {
    "acf-field", "acf-field-group", "custom_css",       "customize_changeset", "nav_menu_item", "oembed_cache",
    "revision",  "user_request",    "wp_global_styles", "wp_navigation",       "wp_template",   "wp_template_part"};

using Addresses = std::unordered_map<std::string, std::string>;  // of attachments, by the numbers of their posts
using Names = std::unordered_map<std::string, std::string>;      // of authors, by what they log in with

Addresses attachments_of(pugi::xml_node channel) {
  Addresses addresses;
  for (const pugi::xml_node item : channel.children("item")) {
    std::string address = child_content(item, "wp:attachment_url");
    if (!address.empty()) addresses.emplace(child_content(item, "wp:post_id"), std::move(address));
  }
  return addresses;
}

Names authors_of(pugi::xml_node channel) {
  Names names;
  for (const pugi::xml_node author : channel.children("wp:author")) {
    std::string name = child_content(author, "wp:author_display_name");
    if (!name.empty()) names.emplace(child_content(author, "wp:author_login"), std::move(name));
  }
  return names;
}

// Posts that only those see who know a password are not published.
bool is_published(pugi::xml_node item) {
  return child_content(item, "wp:status") == "publish" && child_content(item, "wp:post_password").empty();
}

bool is_machinery(const std::string& type) {
  return std::find(kMachinery.begin(), kMachinery.end(), type) != kMachinery.end();
}

// Why an item that is no part of the machinery is no article; nothing: it is one.
std::optional<LeftOutWhy> reason_against(pugi::xml_node item, const std::string& type) {
  if (type == "attachment") return LeftOutWhy::attachment;
  if (!is_published(item)) return LeftOutWhy::draft;
  return type == "post" ? std::nullopt : std::optional(LeftOutWhy::page);
}

std::string name_of(pugi::xml_node item, const Nfc& nfc) {
  std::string title = plain_text(child_content(item, "title"), nfc);
  return title.empty() ? child_content(item, "link") : title;
}

bool is_undated(std::string_view date) { return date.empty() || date.starts_with("0000"); }

FeedEntry entry_of(pugi::xml_node item, const Names& authors) {
  FeedEntry entry = rss_entry(item);
  if (const auto author = authors.find(entry.creator); author != authors.end()) entry.creator = author->second;
  entry.content = wordpress_html(entry.content);
  entry.summary = wordpress_html(child_content(item, "excerpt:encoded"));
  std::string date = child_content(item, "wp:post_date");
  if (!is_undated(date)) entry.date = std::move(date);
  return entry;
}

// Empty: the post has none.
std::string featured_image(pugi::xml_node item, const Addresses& addresses) {
  for (const pugi::xml_node meta : item.children("wp:postmeta")) {
    if (child_content(meta, "wp:meta_key") != "_thumbnail_id") continue;
    const auto found = addresses.find(child_content(meta, "wp:meta_value"));
    if (found != addresses.end() && is_http_address(found->second)) return found->second;
  }
  return {};
}

void begin_with_picture(Article& article, std::string address) {
  if (address.empty() || !article.pictures.empty()) return;
  Picture& picture = article.pictures.emplace_back();
  picture.source = std::move(address);
  article.body.insert(article.body.begin(), Block{BlockKind::picture, {}});
}

}  // namespace

InputResult import_wordpress(std::string_view xml, const Nfc& nfc) {
  const XmlDocument document(xml, "rss");
  if (!document.fault().empty()) return document.refused();
  InputResult result;
  const pugi::xml_node channel = document.root().child("channel");
  read_channel(result, channel, nfc);
  const Addresses addresses = attachments_of(channel);
  const Names authors = authors_of(channel);
  size_t number = 0;
  for (const pugi::xml_node item : channel.children("item")) {
    ++number;
    const std::string type = child_content(item, "wp:post_type");
    if (is_machinery(type)) continue;
    if (const auto reason = reason_against(item, type)) {
      result.left_out.push_back({*reason, name_of(item, nfc)});
    } else if (Imported* const added = add_entry(result, entry_of(item, authors), number, nfc)) {
      begin_with_picture(added->article, featured_image(item, addresses));
    }
  }
  return result;
}

}  // namespace bantin
