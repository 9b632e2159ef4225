#include "bundle/bundle_reader.h"

#include <algorithm>
#include <filesystem>
#include <list>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "bundle/file_bytes.h"
#include "bundle/picture_folder.h"
#include "feed/json_feed_writer.h"

namespace bantin {

namespace {

constexpr size_t kKeptBlocks = 64;

// No array where the part is no feed.
nlohmann::ordered_json items_of(const std::string& part) {
  auto document = nlohmann::ordered_json::parse(part, nullptr, false);
  if (!document.is_object() || !document.contains("items")) return nullptr;
  return std::move(document["items"]);
}

// Without what packing adds.
std::string as_it_was(const std::string& item) {
  if (item.find(R"("pictures":{)") == std::string::npos) return item;
  auto json = nlohmann::ordered_json::parse(item, nullptr, false);
  if (!json.is_object() || !json.contains("content_html")) return item;
  const auto extension = json.find("_bantin");
  if (extension != json.end() && extension->is_object()) extension->erase("pictures");
  auto& html = json["content_html"];
  if (html.is_string()) html = without_variants(html.get<std::string>());
  return json.dump();
}

// Items of blocks, the ones used last.
class ItemShelf {
 public:
  explicit ItemShelf(BundleReader& bundle) : bundle_(bundle) {}

  const std::vector<std::string>* items(uint32_t block) {
    const auto known = std::find_if(shelf_.begin(), shelf_.end(), [&](const auto& it) { return it.first == block; });
    if (known != shelf_.end()) {
      shelf_.splice(shelf_.begin(), shelf_, known);
      return &shelf_.front().second;
    }
    auto read = bundle_.items(block);
    if (!read) return nullptr;
    shelf_.emplace_front(block, std::move(*read));
    if (shelf_.size() > kKeptBlocks) shelf_.pop_back();
    return &shelf_.front().second;
  }

 private:
  BundleReader& bundle_;
  std::list<std::pair<uint32_t, std::vector<std::string>>> shelf_;
};

}  // namespace

BundleReader::BundleReader(std::string folder, const std::string& manifest_file) : folder_(std::move(folder)) {
  const std::string path = folder_ + "/" + manifest_file;
  std::error_code error;
  is_absent_ = !std::filesystem::exists(path, error);
  const auto json = file_bytes(path);
  if (!json) {
    wrong_ = manifest_file;
    return;
  }
  ManifestResult result = read_manifest(*json);
  manifest_ = std::move(result.manifest);
  if (!manifest_) wrong_ = manifest_file + ": " + result.wrong;
}

std::optional<std::string> BundleReader::part(const PartHash& hash) {
  const auto bytes = file_bytes(folder_ + "/" + part_path(hash));
  auto content = bytes ? gunzip(*bytes) : std::nullopt;
  if (content && hash_of(*content) == hash) return content;
  if (wrong_.empty()) wrong_ = part_path(hash);
  return std::nullopt;
}

std::optional<PartHash> BundleReader::hash_in(const PartTable& table, uint32_t number) {
  if (number >= table.parts) return std::nullopt;
  const PartHash& wanted = table.pages[number / kPageParts];
  if (page_.empty() || page_hash_ != wanted) {
    auto page = part(wanted);
    if (!page) return std::nullopt;
    page_hash_ = wanted;
    page_ = std::move(*page);
  }
  const size_t at = 1 + sizeof(PartHash) * (number % kPageParts);
  if (page_.empty() || page_.front() != 'P' || page_.size() < at + sizeof(PartHash)) return std::nullopt;
  PartHash hash;
  std::copy_n(page_.begin() + static_cast<std::ptrdiff_t>(at), hash.size(), hash.begin());
  return hash;
}

std::optional<std::string> BundleReader::part(const PartTable& table, uint32_t number) {
  const auto hash = hash_in(table, number);
  return hash ? part(*hash) : std::nullopt;
}

std::optional<std::vector<uint32_t>> BundleReader::order() {
  const auto content = part(manifest_->order);
  return content ? read_order(*content, manifest_->numbers) : std::nullopt;
}

std::optional<std::vector<uint32_t>> BundleReader::sequence() {
  if (!manifest_->sequence) return order();
  const auto content = part(*manifest_->sequence);
  return content ? read_order(*content, manifest_->numbers) : std::nullopt;
}

std::optional<std::vector<std::string>> BundleReader::items(uint32_t block) {
  const auto content = part(manifest_->articles, block);
  const auto items = content ? items_of(*content) : nullptr;
  if (!items.is_array()) return std::nullopt;
  std::vector<std::string> texts;
  texts.reserve(items.size());
  for (const auto& item : items) texts.push_back(item.dump());
  return texts;
}

std::optional<std::vector<std::string>> BundleReader::ids(uint32_t block) {
  const auto content = part(manifest_->headlines, block);
  const auto items = content ? items_of(*content) : nullptr;
  if (!items.is_array()) return std::nullopt;
  std::vector<std::string> ids;
  ids.reserve(items.size());
  for (const auto& item : items) {
    const auto id = item.is_object() ? item.find("id") : item.end();
    if (id == item.end() || !id->is_string()) return std::nullopt;
    ids.push_back(id->get<std::string>());
  }
  return ids;
}

bool BundleReader::for_each_in(const PartTable& table, const std::function<void(const PartHash& hash)>& use) {
  for (const PartHash& page : table.pages) use(page);
  for (uint32_t number = 0; number < table.parts; ++number) {
    const auto hash = hash_in(table, number);
    if (!hash) return false;
    use(*hash);
  }
  return true;
}

bool BundleReader::for_each_part(const std::function<void(const PartHash& hash)>& use) {
  const Manifest& manifest = *manifest_;
  use(manifest.order);
  if (manifest.sequence) use(*manifest.sequence);
  bool is_whole =
      for_each_in(manifest.columns, use) && for_each_in(manifest.headlines, use) && for_each_in(manifest.articles, use);
  for (const Segment& segment : manifest.segments) {
    is_whole = is_whole && for_each_in(segment.ids.parts, use) && for_each_in(segment.search.terms, use) &&
               for_each_in(segment.search.postings, use) && for_each_in(segment.search.spellings, use) &&
               for_each_in(segment.search.positions, use);
  }
  return is_whole;
}

Feed BundleReader::head() const {
  Feed feed;
  feed.title = manifest_->title;
  feed.language = manifest_->language;
  feed.home_page_url = manifest_->home_page_url;
  feed.departments = manifest_->departments;
  return feed;
}

bool BundleReader::write_feed(const std::function<void(std::string_view)>& sink,
                              const std::function<bool(uint64_t done, uint64_t articles)>& goes_on) {
  const auto numbers = order(), wanted = sequence();
  if (!numbers || !wanted) return false;
  std::vector<bool> is_live(manifest_->numbers);
  for (const uint32_t number : *numbers) is_live[number] = true;
  ItemShelf shelf(*this);
  FeedWriter writer(head(), sink);
  uint64_t done = 0;
  for (const uint32_t number : *wanted) {
    if (goes_on && !goes_on(done++, wanted->size())) return false;
    const uint32_t block = number / kBlockNumbers;
    const std::vector<std::string>* items = shelf.items(block);
    size_t place = 0;
    for (uint32_t other = block * kBlockNumbers; other < number; ++other) place += is_live[other] ? 1 : 0;
    if (!items || place >= items->size() || !writer.add(as_it_was((*items)[place]))) return false;
  }
  writer.finish();
  return true;
}

}  // namespace bantin
