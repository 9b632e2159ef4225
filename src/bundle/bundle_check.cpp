#include "bundle/bundle_check.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <unordered_set>
#include <utility>

#include "bundle/bundle_reader.h"
#include "bundle/columns.h"
#include "bundle/file_bytes.h"
#include "bundle/id_table.h"
#include "bundle/number_runs.h"
#include "bundle/signed_manifest.h"
#include "feed/json_feed_writer.h"

namespace bantin {

namespace {

using Hashes = std::vector<std::optional<PartHash>>;  // none where a page cannot be read

// Reads the parts of a bundle and tells, once, what is wrong with each.
class PartsRead {
 public:
  PartsRead(BundleReader& bundle, std::string folder, BundleCheck& check, const WatchCheck& watch)
      : bundle_(bundle), folder_(std::move(folder)), check_(check), watch_(watch) {
    const Manifest& manifest = *bundle_.manifest();
    expected_ = 1 + (manifest.sequence ? 1 : 0);
    for (const PartTable* table : {&manifest.columns, &manifest.headlines, &manifest.articles}) expect(*table);
    for (const Segment& segment : manifest.segments) {
      for (const PartTable* table : {&segment.ids.parts, &segment.search.terms, &segment.search.postings,
                                     &segment.search.spellings, &segment.search.positions})
        expect(*table);
    }
  }

  std::optional<std::string> content(const PartHash& hash, const std::string& kind) {
    count();
    auto content = bundle_.part(hash);
    if (content) return content;
    std::error_code error;
    const bool is_there = std::filesystem::exists(folder_ + "/" + part_path(hash), error);
    tell(is_there ? BundleFault::part_damaged : BundleFault::part_missing, hash, kind);
    return std::nullopt;
  }

  std::optional<std::string> content(const std::optional<PartHash>& hash, const std::string& kind) {
    return hash ? content(*hash, kind) : std::nullopt;
  }

  Hashes hashes(const PartTable& table, const std::string& kind) {
    Hashes all;
    all.reserve(table.parts);
    for (const PartHash& page : table.pages) {
      const size_t entries = std::min<size_t>(kPageParts, table.parts - all.size());
      const auto bytes = content(page, kind);
      const bool is_page = bytes && bytes->starts_with('P') && bytes->size() == 1 + entries * sizeof(PartHash);
      if (bytes && !is_page) tell(BundleFault::part_malformed, page, kind);
      for (size_t i = 0; i < entries; ++i) all.push_back(is_page ? std::optional(hash_at(*bytes, i)) : std::nullopt);
    }
    return all;
  }

  void malformed(const PartHash& hash, const std::string& kind) { tell(BundleFault::part_malformed, hash, kind); }
  bool goes_on() const { return !check_.is_interrupted; }

 private:
  static PartHash hash_at(const std::string& page, size_t number) {
    PartHash hash;
    std::copy_n(page.begin() + static_cast<std::ptrdiff_t>(1 + number * sizeof(PartHash)), hash.size(), hash.begin());
    return hash;
  }

  void expect(const PartTable& table) { expected_ += table.parts + table.pages.size(); }

  void count() {
    if (watch_ && !watch_(check_.parts, expected_)) check_.is_interrupted = true;
    ++check_.parts;
  }

  void tell(BundleFault fault, const PartHash& hash, const std::string& kind) {
    if (told_.insert(part_path(hash)).second) check_.problems.push_back({fault, part_path(hash), kind});
  }

  BundleReader& bundle_;
  std::string folder_;
  BundleCheck& check_;
  const WatchCheck& watch_;
  std::unordered_set<std::string> told_;
  uint64_t expected_ = 0;
};

// Where each number stands in the segment that is right about it, and the id look-ups.
class IdBook {
 public:
  IdBook(const Manifest& manifest, PartsRead& parts) : manifest_(manifest), places_(manifest.numbers) {
    look_ups_.reserve(manifest.segments.size());
    for (const Segment& segment : manifest.segments) {
      take_covers(segment.covers);
      look_ups_.push_back(read(segment, parts));
    }
  }

  bool covers(uint32_t number) const { return places_[number].segment != kNone; }

  // Also where the part that would tell cannot be read: that is told already.
  bool finds(uint32_t number, const std::string& id) const {
    const Place& place = places_[number];
    const IdHash hash = id_hash(id);
    const auto& part = look_ups_[place.segment][bucket_of(hash, manifest_.segments[place.segment].ids.buckets)];
    if (!part) return true;
    const std::vector<uint32_t> found = ordinals_of(*part, hash);
    return std::find(found.begin(), found.end(), place.ordinal) != found.end();
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  using LookUp = std::vector<std::optional<std::string>>;
  struct Place {
    uint32_t segment = kNone, ordinal = 0;
  };

  void take_covers(const std::vector<NumberRun>& covers) {
    uint32_t ordinal = 0;
    for (const uint32_t number : numbers_of(covers))
      places_[number] = {static_cast<uint32_t>(look_ups_.size()), ordinal++};
  }

  static LookUp read(const Segment& segment, PartsRead& parts) {
    LookUp look_up;
    look_up.reserve(segment.ids.buckets);
    for (const auto& hash : parts.hashes(segment.ids.parts, "ids")) {
      auto part = parts.content(hash, "ids");
      if (part && !read_ids(*part)) {
        parts.malformed(*hash, "ids");
        part.reset();
      }
      look_up.push_back(std::move(part));
    }
    return look_up;
  }

  const Manifest& manifest_;
  std::vector<Place> places_;  // by number
  std::vector<LookUp> look_ups_;
};

class BundleChecker {
 public:
  BundleChecker(BundleReader& bundle, const std::string& folder, std::string manifest_file, FeedReaders readers,
                const WatchCheck& watch)
      : manifest_(*bundle.manifest()),
        manifest_file_(std::move(manifest_file)),
        readers_(std::move(readers)),
        parts_(bundle, folder, check_, watch) {}

  BundleCheck run() {
    check_.articles = manifest_.count;
    check_orders();
    read_columns();
    const IdBook ids(manifest_, parts_);
    check_blocks(ids);
    for (const Segment& segment : manifest_.segments) check_search(segment.search);
    return std::move(check_);
  }

 private:
  void tell(BundleFault fault, const std::string& file, const std::string& subject) {
    check_.problems.push_back({fault, file, subject});
  }

  std::optional<std::vector<uint32_t>> order_in(const PartHash& hash, const std::string& kind) {
    const auto content = parts_.content(hash, kind);
    if (!content) return std::nullopt;
    auto order = read_order(*content, manifest_.numbers);
    if (!order) parts_.malformed(hash, kind);
    return order;
  }

  void check_orders() {
    order_ = order_in(manifest_.order, "order");
    if (!order_) return;
    is_live_.emplace(manifest_.numbers);
    for (const uint32_t number : *order_) (*is_live_)[number] = true;
    if (order_->size() != manifest_.count)
      tell(BundleFault::wrong_count, manifest_file_, std::to_string(order_->size()));
    if (!manifest_.sequence) return;
    const auto sequence = order_in(*manifest_.sequence, "sequence");
    const bool is_same = sequence && sequence->size() == order_->size() &&
                         std::all_of(sequence->begin(), sequence->end(), [&](uint32_t n) { return (*is_live_)[n]; });
    if (sequence && !is_same) tell(BundleFault::wrong_order, part_path(*manifest_.sequence), "sequence");
  }

  void read_columns() {
    column_parts_ = parts_.hashes(manifest_.columns, "columns");
    columns_.resize(manifest_.numbers);
    for (size_t part = 0; part < column_parts_.size(); ++part) {
      auto& hash = column_parts_[part];
      const auto content = parts_.content(hash, "columns");
      const auto entries = content ? bantin::read_columns(*content) : std::nullopt;
      const size_t first = part * kColumnNumbers, size = std::min<size_t>(kColumnNumbers, manifest_.numbers - first);
      if (entries && entries->size() == size) {
        std::copy(entries->begin(), entries->end(), columns_.begin() + static_cast<std::ptrdiff_t>(first));
        continue;
      }
      if (content) parts_.malformed(*hash, "columns");
      hash.reset();  // its entries say nothing
    }
  }

  void check_blocks(const IdBook& ids) {
    const Hashes headlines = parts_.hashes(manifest_.headlines, "headlines");
    const Hashes articles = parts_.hashes(manifest_.articles, "articles");
    for (uint32_t block = 0; block < headlines.size() && parts_.goes_on(); ++block) {
      const auto shown = feed_in(headlines[block], "headlines", block),
                 whole = feed_in(articles[block], "articles", block);
      if (shown && whole) compare(*shown, *whole, part_path(*headlines[block]));
      if (whole) check_articles(*whole, block, part_path(*articles[block]), ids);
    }
  }

  std::vector<uint32_t> live_in(uint32_t block) const {
    std::vector<uint32_t> numbers;
    numbers.reserve(kBlockNumbers);
    const uint32_t first = block * kBlockNumbers, end = std::min(first + kBlockNumbers, manifest_.numbers);
    for (uint32_t number = first; number < end; ++number) {
      if ((*is_live_)[number]) numbers.push_back(number);
    }
    return numbers;
  }

  // Parts declare no departments: the manifest does.
  std::optional<Feed> feed_in(const std::optional<PartHash>& hash, const std::string& kind, uint32_t block) {
    const auto content = parts_.content(hash, kind);
    if (!content) return std::nullopt;
    FeedResult result = read_feed(*content, readers_);
    if (!result.feed) {
      parts_.malformed(*hash, kind);
      return std::nullopt;
    }
    for (const Problem& problem : result.problems) {
      if (problem.code == ProblemCode::unknown_department) continue;
      tell(BundleFault::problem_in_part, part_path(*hash),
           std::string(code_name(problem.code)) + " " + problem.pointer);
    }
    if (is_live_ && result.feed->articles.size() != live_in(block).size()) {
      tell(BundleFault::wrong_order, part_path(*hash), "order");
      return std::nullopt;
    }
    return std::move(result.feed);
  }

  void compare(const Feed& headlines, const Feed& articles, const std::string& file) {
    const auto headline_of = [](const Feed& feed, size_t i) {
      return write_headline(feed.articles[i], feed.departments[feed.articles[i].department]);
    };
    const size_t count = std::min(headlines.articles.size(), articles.articles.size());
    for (size_t i = 0; i < count; ++i) {
      if (headline_of(headlines, i) != headline_of(articles, i))
        tell(BundleFault::headline_differs, file, articles.articles[i].id);
    }
  }

  void check_articles(const Feed& feed, uint32_t block, const std::string& file, const IdBook& ids) {
    if (!is_live_) return;  // which number an article has is not known
    const std::vector<uint32_t> numbers = live_in(block);
    for (size_t i = 0; i < numbers.size(); ++i) {
      const Article& article = feed.articles[i];
      const uint32_t number = numbers[i];
      if (!is_as_in_columns(article, feed, number))
        tell(BundleFault::column_differs, part_path(*column_parts_[number / kColumnNumbers]), article.id);
      if (!ids.covers(number)) {
        tell(BundleFault::not_searched, manifest_file_, article.id);
      } else if (!ids.finds(number, article.id)) {
        tell(BundleFault::not_found_by_id, file, article.id);
      }
      if (number == order_->front() && rfc3339(article.published) != manifest_.newest)
        tell(BundleFault::wrong_newest, manifest_file_, rfc3339(article.published));
    }
  }

  bool is_as_in_columns(const Article& article, const Feed& feed, uint32_t number) const {
    if (!column_parts_[number / kColumnNumbers]) return true;
    const ColumnEntry& column = columns_[number];
    return column.day == article.published.day && column.department < manifest_.departments.size() &&
           manifest_.departments[column.department].id == feed.departments[article.department].id;
  }

  void check_search(const SearchTables& search) {
    const std::pair<const PartTable*, const char*> tables[] = {{&search.terms, "terms"},
                                                               {&search.postings, "postings"},
                                                               {&search.spellings, "spellings"},
                                                               {&search.positions, "positions"}};
    for (const auto& [table, kind] : tables) {
      for (const auto& hash : parts_.hashes(*table, kind)) {
        if (!parts_.goes_on()) return;
        parts_.content(hash, kind);
      }
    }
  }

  const Manifest& manifest_;
  std::string manifest_file_;
  FeedReaders readers_;
  BundleCheck check_;
  PartsRead parts_;
  std::optional<std::vector<uint32_t>> order_;
  std::optional<std::vector<bool>> is_live_;  // by number
  Hashes column_parts_;
  std::vector<ColumnEntry> columns_;  // by number
};

}  // namespace

std::optional<BundleProblem> check_signature(const std::string& folder, const std::string& manifest_file,
                                             const PublicKey& key) {
  const auto json = file_bytes(folder + "/" + manifest_file);
  if (!json || !read_manifest(*json).manifest) return std::nullopt;
  switch (verdict_on(*json, key)) {
    case Verdict::no_signature: return BundleProblem{BundleFault::not_signed, manifest_file, {}};
    case Verdict::bad_signature: return BundleProblem{BundleFault::bad_signature, manifest_file, {}};
    case Verdict::good: break;
  }
  return std::nullopt;
}

BundleCheck check_bundle(const std::string& folder, const std::string& manifest_file, const FeedReaders& readers,
                         const WatchCheck& watch) {
  BundleReader bundle(folder, manifest_file);
  if (bundle.manifest()) return BundleChecker(bundle, folder, manifest_file, readers, watch).run();
  BundleCheck check;
  if (bundle.is_absent()) {
    check.problems.push_back({BundleFault::no_manifest, manifest_file, {}});
  } else {
    const std::string& wrong = bundle.wrong();
    const size_t field = wrong.find(": ");
    check.problems.push_back(
        {BundleFault::bad_manifest, manifest_file, field == std::string::npos ? wrong : wrong.substr(field + 2)});
  }
  return check;
}

}  // namespace bantin
