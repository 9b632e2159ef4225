#include "bundle/pack_input.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "bundle/manifest.h"

namespace bantin {

namespace {

constexpr size_t kMostFiles = 0xFFFF, kMostDepartments = 0xFFFF;

}  // namespace

PackFault PackInput::add(const std::string& path, const PackWatch& watch, Problem& refusal) {
  auto opened = FeedFile::open(path, readers_);
  if (!opened) return PackFault::unreadable;
  if (files_.size() >= kMostFiles) return PackFault::too_many;
  files_.push_back(std::move(*opened));
  FeedFile& file = files_.back();
  if (const FeedResult head = file.head(); head.feed) take_head(*head.feed);
  const auto number = static_cast<uint16_t>(files_.size() - 1);
  PackFault fault = PackFault::none;
  const auto use = [&](const Feed& feed, const Article& article, const ItemPlace& place) {
    const uint16_t department = department_of(feed.departments[article.department]);
    entries_.push_back({id_hash(article.id), place, article.published, department, number});
    if (department >= kMostDepartments || entries_.size() > kMostNumbers) fault = PackFault::too_many;
    if (!watch.goes_on(PackStep::reading, place.begin, file.bytes())) fault = PackFault::interrupted;
    return fault == PackFault::none;
  };
  const auto tell = [&](const Problem& problem) {
    if (watch.problem) watch.problem(path, problem);
  };
  if (auto problem = file.scan(use, tell)) {
    refusal = std::move(*problem);
    return PackFault::refused;
  }
  return fault;
}

void PackInput::take_head(const Feed& feed) {
  for (const Department& department : feed.departments) department_of(department);
  if (files_.size() > 1) return;
  head_.title = feed.title;
  head_.language = feed.language;
  head_.home_page_url = feed.home_page_url;
}

uint16_t PackInput::department_of(const Department& department) {
  const auto next = static_cast<uint16_t>(head_.departments.size());
  const auto [found, is_new] = department_index_.emplace(department.id, next);
  if (is_new) head_.departments.push_back(department);
  return found->second;
}

void PackInput::drop_duplicates(const PackWatch& watch) {
  std::vector<uint32_t> by_id(entries_.size());
  std::iota(by_id.begin(), by_id.end(), 0U);
  std::stable_sort(by_id.begin(), by_id.end(), [&](uint32_t a, uint32_t b) { return entries_[a].id < entries_[b].id; });
  std::vector<uint32_t> again;
  for (size_t i = 1; i < by_id.size(); ++i) {
    if (entries_[by_id[i]].id == entries_[by_id[i - 1]].id) again.push_back(by_id[i]);
  }
  if (again.empty()) return;
  std::sort(again.begin(), again.end());
  for (const uint32_t entry : again) {
    const auto item = items({entry});
    if (watch.duplicate && item) watch.duplicate(files_[entries_[entry].file].path(), item->front().article.id);
  }
  std::vector<PackEntry> kept;
  kept.reserve(entries_.size() - again.size());
  auto next = again.begin();
  for (uint32_t entry = 0; std::cmp_less(entry, entries_.size()); ++entry) {
    if (next != again.end() && *next == entry) {
      ++next;
    } else {
      kept.push_back(entries_[entry]);
    }
  }
  entries_ = std::move(kept);
}

void PackInput::put_first(const std::vector<Department>& departments) {
  std::vector<Department> wanted;
  wanted.reserve(head_.departments.size());
  std::vector<bool> is_taken(head_.departments.size());
  for (const Department& department : departments) {
    const auto found = department_index_.find(department.id);
    if (found == department_index_.end() || is_taken[found->second]) continue;
    is_taken[found->second] = true;
    wanted.push_back(head_.departments[found->second]);
  }
  for (size_t i = 0; i < is_taken.size(); ++i) {
    if (!is_taken[i]) wanted.push_back(head_.departments[i]);
  }
  renumber_departments(wanted);
}

void PackInput::renumber_departments(const std::vector<Department>& wanted) {
  std::vector<uint16_t> renumbered(head_.departments.size());
  for (size_t i = 0; i < wanted.size(); ++i) {
    uint16_t& index = department_index_[wanted[i].id];
    renumbered[index] = static_cast<uint16_t>(i);
    index = static_cast<uint16_t>(i);
  }
  head_.departments = wanted;
  for (PackEntry& entry : entries_) entry.department = renumbered[entry.department];
}

std::vector<uint32_t> PackInput::list_order() const {
  std::vector<uint32_t> order(entries_.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto moment = [&](uint32_t entry) {
    const Moment& published = entries_[entry].published;
    return std::pair(published.day, published.second);
  };
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return moment(a) > moment(b); });
  return order;
}

std::optional<std::vector<PackItem>> PackInput::items(const std::vector<uint32_t>& entries) {
  std::vector<PackItem> items(entries.size());
  for (size_t file = 0; file < files_.size(); ++file) {
    std::vector<ItemPlace> places;
    std::vector<size_t> slots;
    for (size_t i = 0; i < entries.size(); ++i) {
      if (entries_[entries[i]].file != file) continue;
      places.push_back(entries_[entries[i]].place);
      slots.push_back(i);
    }
    if (places.empty()) continue;
    Feed feed = files_[file].articles(places);
    if (feed.articles.size() != places.size()) return std::nullopt;
    for (size_t i = 0; i < slots.size(); ++i) {
      PackItem& item = items[slots[i]];
      item.article = std::move(feed.articles[i]);
      if (id_hash(item.article.id) != entries_[entries[slots[i]]].id) return std::nullopt;
      item.feed = files_[file].path();
      item.department = head_.departments[entries_[entries[slots[i]]].department];
    }
  }
  return items;
}

}  // namespace bantin
