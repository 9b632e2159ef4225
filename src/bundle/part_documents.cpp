#include "bundle/part_documents.h"

#include "feed/json_feed_writer.h"

namespace bantin {

namespace {

constexpr std::string_view kBegin = R"({"version":"https://jsonfeed.org/version/1.1","title":"Bản Tin","items":[)";
constexpr std::string_view kEnd = "]}\n";

}  // namespace

std::vector<std::string> item_texts(const std::vector<PackItem>& items) {
  std::vector<std::string> texts;
  texts.reserve(items.size());
  for (const PackItem& item : items) texts.push_back(write_item(item.article, item.department, item.pictures));
  return texts;
}

std::string articles_document(const std::vector<std::string>& item_texts) {
  std::string document(kBegin);
  for (const std::string& text : item_texts) document += (&text == item_texts.data() ? "\n" : ",\n") + text;
  document += kEnd;
  return document;
}

std::string headlines_document(const std::vector<PackItem>& items) {
  std::vector<std::string> texts;
  texts.reserve(items.size());
  for (const PackItem& item : items) texts.push_back(write_headline(item.article, item.department));
  return articles_document(texts);
}

}  // namespace bantin
