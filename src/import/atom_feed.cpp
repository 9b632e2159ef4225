#include "import/atom_feed.h"

#include <utility>

#include "import/feed_entry.h"
#include "import/xml_document.h"

namespace bantin {

namespace {

// Elements are found by their names without a prefix: some feeds call theirs "atom:entry".
pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
  return node.find_child([&](pugi::xml_node child) { return local_name(child) == name; });
}

// Authors take "text" for what it is called, not for what it means.
bool looks_like_html(std::string_view text) {
  return text.find("</") != std::string_view::npos || text.find("/>") != std::string_view::npos ||
         text.find("<p>") != std::string_view::npos || text.find("<br>") != std::string_view::npos;
}

// The HTML of a title, a summary or a content.
std::string html_of(pugi::xml_node construct) {
  const std::string_view type = construct.attribute("type").value();
  std::string content = content_of(construct);
  const bool is_text = type.empty() || type == "text" || type == "text/plain";
  return is_text && !looks_like_html(content) ? html_of_text(content) : content;
}

Attachment attachment_of(pugi::xml_node link) {
  Attachment attachment;
  attachment.url = link.attribute("href").value();
  attachment.title = link.attribute("title").value();
  attachment.type = link.attribute("type").value();
  attachment.bytes = link.attribute("length").as_ullong();
  return attachment;
}

// The page itself, not the document's own address or a comment's.
bool is_page(pugi::xml_node link) {
  const std::string_view relation = link.attribute("rel").value();
  return local_name(link) == "link" && (relation.empty() || relation == "alternate");
}

std::string page_of(pugi::xml_node node) { return node.find_child(is_page).attribute("href").value(); }

void read_links(FeedEntry& entry, pugi::xml_node node) {
  entry.url = page_of(node);
  for (const pugi::xml_node link : node.children()) {
    const bool is_file = local_name(link) == "link" && std::string_view(link.attribute("rel").value()) == "enclosure";
    if (is_file && *link.attribute("href").value() != '\0') entry.attachments.push_back(attachment_of(link));
  }
}

void read_categories(FeedEntry& entry, pugi::xml_node node) {
  for (const pugi::xml_node category : node.children()) {
    if (local_name(category) != "category") continue;
    const std::string label = category.attribute("label").value();
    entry.categories.push_back(label.empty() ? category.attribute("term").value() : label);
  }
}

FeedEntry entry_of(pugi::xml_node node) {
  FeedEntry entry;
  entry.title = html_of(child_of(node, "title"));
  entry.summary = html_of(child_of(node, "summary"));
  entry.content = html_of(child_of(node, "content"));
  entry.id = content_of(child_of(node, "id"));
  entry.date = content_of(child_of(node, "published"));
  if (entry.date.empty()) entry.date = content_of(child_of(node, "updated"));
  entry.creator = content_of(child_of(child_of(node, "author"), "name"));
  read_links(entry, node);
  read_categories(entry, node);
  return entry;
}

}  // namespace

InputResult import_atom(std::string_view xml, const Nfc& nfc) {
  const XmlDocument document(xml, "feed");
  if (!document.fault().empty()) return document.refused();
  InputResult result;
  const pugi::xml_node feed = document.root();
  result.title = plain_text(html_of(child_of(feed, "title")), nfc);
  result.home_page_url = page_of(feed);
  size_t number = 0;
  for (const pugi::xml_node entry : feed.children()) {
    if (local_name(entry) == "entry") add_entry(result, entry_of(entry), ++number, nfc);
  }
  return result;
}

}  // namespace bantin
