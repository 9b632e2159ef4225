#include "import/rss_feed.h"

#include "import/absolute_address.h"

namespace bantin {

namespace {

std::string first_of(pugi::xml_node node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string content = child_content(node, name);
    if (!content.empty()) return content;
  }
  return {};
}

std::string address_of(pugi::xml_node item) {
  std::string link = child_content(item, "link");
  if (!link.empty()) return link;
  const pugi::xml_node guid = item.child("guid");
  std::string id = content_of(guid);
  const bool is_address = is_http_address(id) && std::string_view(guid.attribute("isPermaLink").value()) != "false";
  return is_address ? id : std::string();
}

std::vector<Attachment> enclosures_of(pugi::xml_node item) {
  std::vector<Attachment> attachments;
  for (const pugi::xml_node enclosure : item.children("enclosure")) {
    Attachment attachment;
    attachment.url = enclosure.attribute("url").value();
    attachment.type = enclosure.attribute("type").value();
    attachment.bytes = enclosure.attribute("length").as_ullong();
    if (!attachment.url.empty()) attachments.push_back(std::move(attachment));
  }
  return attachments;
}

}  // namespace

FeedEntry rss_entry(pugi::xml_node item) {
  FeedEntry entry;
  entry.title = child_content(item, "title");
  entry.summary = child_content(item, "description");
  entry.content = child_content(item, "content:encoded");
  entry.url = address_of(item);
  entry.id = child_content(item, "guid");
  entry.date = first_of(item, {"pubDate", "dc:date"});
  entry.creator = first_of(item, {"dc:creator", "author"});
  for (const pugi::xml_node category : item.children("category")) entry.categories.push_back(content_of(category));
  entry.attachments = enclosures_of(item);
  return entry;
}

void read_channel(InputResult& result, pugi::xml_node channel, const Nfc& nfc) {
  result.title = plain_text(child_content(channel, "title"), nfc);
  result.home_page_url = child_content(channel, "link");
}

InputResult import_rss(std::string_view xml, const Nfc& nfc) {
  const XmlDocument document(xml, "rss");
  if (!document.fault().empty()) return document.refused();
  InputResult result;
  const pugi::xml_node channel = document.root().child("channel");
  read_channel(result, channel, nfc);
  size_t number = 0;
  for (const pugi::xml_node item : channel.children("item")) add_entry(result, rss_entry(item), ++number, nfc);
  return result;
}

}  // namespace bantin
