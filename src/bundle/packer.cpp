#include "bundle/packer.h"

#include <algorithm>
#include <utility>

#include "bundle/bundle_folder.h"
#include "bundle/bundle_reader.h"
#include "bundle/columns.h"
#include "bundle/file_bytes.h"
#include "bundle/manifest.h"
#include "bundle/number_book.h"
#include "bundle/part_documents.h"
#include "bundle/picture_folder.h"
#include "bundle/segment_writer.h"
#include "bundle/signed_manifest.h"
#include "feed/json_feed_writer.h"

namespace bantin {

namespace {

class Packer {
 public:
  Packer(const PackOrder& order, const FeedReaders& readers, const PackWatch& watch)
      : order_(order), watch_(watch), input_(readers), folder_(order.folder), pictures_(folder_, watch) {}

  PackReport run() {
    if (take_folder() && read_feeds() && number_articles() && write_all()) commit();
    if (report_.fault != PackFault::none) folder_.give_up();
    return std::move(report_);
  }

 private:
  bool fail(PackFault fault, const std::string& at) {
    report_.fault = fault;
    report_.at = at;
    return false;
  }

  bool take_folder() {
    switch (folder_.lock()) {
      case BundleFolder::Fault::none: break;
      case BundleFolder::Fault::locked: return fail(PackFault::locked, order_.folder);
      case BundleFolder::Fault::unwritable: return fail(PackFault::unwritable, order_.folder);
    }
    BundleReader bundle(order_.folder);
    if (bundle.is_absent()) return true;
    if (bundle.manifest()) {
      manifest_.serial = bundle.manifest()->serial + 1;
      was_signed_ = !bundle.manifest()->signature.empty();
    }
    if (order_.is_fresh) return true;
    auto book = NumberBook::read(bundle);
    if (book) {
      before_ = std::move(bundle);
      book_ = std::move(*book);
    } else {
      report_.unusable = bundle.wrong();
    }
    return true;
  }

  bool read_feeds() {
    for (const std::string& path : order_.feeds) {
      const PackFault fault = input_.add(path, watch_, report_.refusal);
      if (fault != PackFault::none) return fail(fault, path);
    }
    input_.drop_duplicates(watch_);
    if (before_) input_.put_first(before_->manifest()->departments);
    return true;
  }

  // Known articles keep their numbers, others get the next ones in list order.
  bool number_articles() {
    const std::vector<uint32_t> listed = input_.list_order();
    const std::vector<PackEntry>& entries = input_.entries();
    std::vector<uint32_t> number_of(entries.size());
    uint32_t numbers = book_.numbers();
    if (entries.size() + numbers > kMostNumbers) return fail(PackFault::too_many, order_.folder);
    for (const uint32_t entry : listed) {
      const auto known = book_.number_of(entries[entry].id);
      number_of[entry] = known ? *known : numbers++;
      report_.added += known ? 0 : 1;
    }
    entry_of_.assign(numbers, kNoEntry);
    for (uint32_t entry = 0; std::cmp_less(entry, entries.size()); ++entry) entry_of_[number_of[entry]] = entry;
    changes_.is_live.resize(numbers);
    for (uint32_t number = 0; number < numbers; ++number) {
      changes_.is_live[number] = entry_of_[number] != kNoEntry;
      if (book_.was_live(number) && !changes_.is_live[number]) changes_.withdrawn.push_back(number);
    }
    report_.withdrawn = static_cast<uint32_t>(changes_.withdrawn.size());
    manifest_.numbers = numbers;
    manifest_.count = static_cast<uint32_t>(entries.size());
    write_orders(listed, number_of);
    return true;
  }

  void write_orders(const std::vector<uint32_t>& listed, const std::vector<uint32_t>& number_of) {
    std::vector<uint32_t> numbers;
    numbers.reserve(listed.size());
    for (const uint32_t entry : listed) numbers.push_back(number_of[entry]);
    manifest_.order = store_(write_order(numbers));
    const uint64_t parts = folder_.new_parts(), bytes = folder_.new_bytes();
    if (numbers != number_of) manifest_.sequence = store_(write_order(number_of));
    unread_parts_ = folder_.new_parts() - parts;
    unread_bytes_ = folder_.new_bytes() - bytes;
    if (!listed.empty()) manifest_.newest = rfc3339(input_.entries()[listed.front()].published);
  }

  bool write_all() {
    write_columns();
    if (before_) {
      if (!write_blocks(nullptr)) return false;
      report_.edited = static_cast<uint32_t>(changes_.indexed.size()) - report_.added;
      std::sort(changes_.indexed.begin(), changes_.indexed.end());
      const std::vector<Segment>& segments = before_->manifest()->segments;
      return write_segments(SegmentWriter(plan_segments(segments, changes_), segments, store_));
    }
    SegmentWriter segments(plan_anew(changes_.is_live), {}, store_);
    if (!write_blocks(&segments)) return false;
    manifest_.segments = segments.segments();
    return true;
  }

  void write_columns() {
    TableWriter table(store_);
    std::vector<ColumnEntry> column;
    for (uint32_t first = 0; first < manifest_.numbers; first += kColumnNumbers) {
      column.clear();
      for (uint32_t number = first; number < std::min(first + kColumnNumbers, manifest_.numbers); ++number) {
        const PackEntry* entry = entry_at(number);
        column.push_back(entry ? ColumnEntry{entry->published.day, entry->department} : ColumnEntry{});
      }
      table.add(bantin::write_columns(column));
    }
    manifest_.columns = table.finish();
  }

  // Headlines and articles; `segments`, where all of them are made anew, takes the articles as they go by.
  bool write_blocks(SegmentWriter* segments) {
    TableWriter headlines(store_), articles(store_);
    uint32_t block = 0;
    for (uint32_t first = 0; first < manifest_.numbers; first += kBlockNumbers, ++block) {
      const uint32_t end = std::min(first + kBlockNumbers, manifest_.numbers);
      if (!watch_.goes_on(PackStep::writing, first, manifest_.numbers)) return fail(PackFault::interrupted, "");
      auto items = items_between(first, end);
      if (!items) return fail(PackFault::changed, order_.feeds.front());
      for (PackItem& item : *items) item.pictures = pictures_.take(item.article.pictures, item.feed);
      const std::vector<std::string> texts = item_texts(*items);
      headlines.add(headlines_document(*items));
      const uint32_t part = articles.add(articles_document(texts));
      if (before_) note_changes(part, first, end, texts);
      for (const PackItem& item : *items) {
        if (segments) segments->add(item.article);
      }
      if (folder_.has_failed()) return fail(PackFault::unwritable, order_.folder);
    }
    manifest_.headlines = headlines.finish();
    manifest_.articles = articles.finish();
    return true;
  }

  // Which articles of the block are new or other than they were.
  void note_changes(uint32_t block, uint32_t first, uint32_t end, const std::vector<std::string>& texts) {
    const auto were = book_.has_block(block) ? before_->items(block) : std::nullopt;
    size_t was = 0, is = 0;
    for (uint32_t number = first; number < end; ++number) {
      const std::string* text = changes_.is_live[number] ? &texts[is++] : nullptr;
      const std::string* old = were && book_.was_live(number) && was < were->size() ? &(*were)[was++] : nullptr;
      if (text && (!old || *text != *old)) changes_.indexed.push_back(number);
    }
  }

  bool write_segments(SegmentWriter segments) {
    std::vector<uint32_t> numbers;
    for (uint64_t done = 0; !segments.is_done(); ++done) {
      if (!watch_.goes_on(PackStep::indexing, done, segments.to_write())) return fail(PackFault::interrupted, "");
      const uint32_t entry = entry_of_[segments.next()];
      if (entry == kNoEntry) {
        segments.skip();
        continue;
      }
      const auto items = input_.items({entry});
      if (!items) return fail(PackFault::changed, order_.feeds.front());
      segments.add(items->front().article);
    }
    manifest_.segments = segments.segments();
    return true;
  }

  void commit() {
    const Feed& head = input_.head();
    manifest_.title = head.title;
    manifest_.language = head.language;
    manifest_.home_page_url = head.home_page_url;
    manifest_.departments = head.departments;
    report_.articles = manifest_.count;
    report_.departments = static_cast<uint32_t>(head.departments.size());
    if (before_ && has_same_content(*before_->manifest()) && is_signed_as_asked(*before_->manifest())) {
      report_.is_same = true;
      return;
    }
    if (order_.key) sign(manifest_, *order_.key);
    report_.has_lost_signature = was_signed_ && !order_.key;
    const std::string json = write_manifest(manifest_);
    folder_.commit(json);
    if (folder_.has_failed()) {
      fail(PackFault::unwritable, order_.folder);
      return;
    }
    report_.new_parts = folder_.new_parts() - unread_parts_;
    report_.new_bytes = folder_.new_bytes() - unread_bytes_ + json.size();
  }

  bool has_same_content(Manifest other) const {
    other.serial = manifest_.serial;
    other.signature.clear();
    return other == manifest_;
  }

  // To the byte, as a signature is about bytes. Where no key is given, the signature that is there stays.
  bool is_signed_as_asked(Manifest before) const {
    if (!order_.key) return true;
    sign(before, *order_.key);
    return file_bytes(folder_.path_of(kManifestFile)) == write_manifest(before);
  }

  const PackEntry* entry_at(uint32_t number) const {
    return entry_of_[number] == kNoEntry ? nullptr : &input_.entries()[entry_of_[number]];
  }

  std::optional<std::vector<PackItem>> items_between(uint32_t first, uint32_t end) {
    std::vector<uint32_t> entries;
    entries.reserve(kBlockNumbers);
    for (uint32_t number = first; number < end; ++number) {
      if (entry_of_[number] != kNoEntry) entries.push_back(entry_of_[number]);
    }
    return input_.items(entries);
  }

  static constexpr uint32_t kNoEntry = UINT32_MAX;

  const PackOrder& order_;
  const PackWatch& watch_;
  PackInput input_;
  BundleFolder folder_;
  PictureFolder pictures_;
  const StorePart store_ = [this](std::string_view content) { return folder_.store(content); };
  std::optional<BundleReader> before_;
  NumberBook book_;
  BundleChanges changes_;
  std::vector<uint32_t> entry_of_;  // by number
  bool was_signed_ = false;
  Manifest manifest_;
  PackReport report_;
  uint64_t unread_parts_ = 0, unread_bytes_ = 0;  // new ones that no reader loads
};

}  // namespace

PackReport pack(const PackOrder& order, const FeedReaders& readers, const PackWatch& watch) {
  return Packer(order, readers, watch).run();
}

}  // namespace bantin
