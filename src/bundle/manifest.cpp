#include "bundle/manifest.h"

#include <nlohmann/json.hpp>

#include "bundle/signing_key.h"

namespace bantin {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kSignatureText = 88;  // characters

Json table_of(const PartTable& table) {
  Json pages = Json::array();
  for (const PartHash& page : table.pages) pages.push_back(hex(page));
  return {{"parts", table.parts}, {"pages", std::move(pages)}};
}

// With a field of its own in front.
Json table_of(const char* field, Json value, const PartTable& table) {
  Json object{{field, std::move(value)}};
  object.update(table_of(table));
  return object;
}

Json segment_of(const Segment& segment) {
  Json covers = Json::array();
  for (const NumberRun& run : segment.covers) covers.push_back({run.first, run.count});
  return {{"covers", std::move(covers)},
          {"ids", table_of("buckets", segment.ids.buckets, segment.ids.parts)},
          {"terms", table_of("first", segment.search.first_terms, segment.search.terms)},
          {"postings", table_of(segment.search.postings)},
          {"spellings", table_of(segment.search.spellings)},
          {"positions", table_of(segment.search.positions)}};
}

Json department_of(const Department& department) {
  Json object{{"id", department.id}, {"name", department.name}};
  if (!department.short_name.empty()) object["short_name"] = department.short_name;
  return object;
}

// Reads fields and remembers the first that was not as it must be.
class ManifestReader {
 public:
  ManifestResult read(std::string_view json) {
    const Json root = Json::parse(json.begin(), json.end(), nullptr, false);
    if (root.is_discarded()) return {std::nullopt, "JSON"};
    if (number(root, "bantin_bundle", UINT32_MAX) != kBundleFormat) fail("bantin_bundle");
    read_head(root);
    read_tables(root);
    read_signature(root, json);
    if (wrong_.empty()) check_sizes();
    if (!wrong_.empty()) return {std::nullopt, wrong_};
    return {std::move(manifest_), {}};
  }

 private:
  void read_head(const Json& root) {
    manifest_.serial = number(root, "serial", UINT64_MAX);
    manifest_.title = text(root, "title", true);
    manifest_.language = text(root, "language", false);
    manifest_.home_page_url = text(root, "home_page_url", false);
    manifest_.newest = text(root, "newest", false);
    manifest_.numbers = static_cast<uint32_t>(number(root, "numbers", kMostNumbers));
    manifest_.count = static_cast<uint32_t>(number(root, "count", manifest_.numbers));
    for (const Json& object : array(root, "departments")) {
      manifest_.departments.push_back(
          {text(object, "id", true), text(object, "name", true), text(object, "short_name", false)});
    }
  }

  void read_tables(const Json& root) {
    manifest_.order = hash(field(root, "order"), "order");
    if (root.is_object() && root.contains("sequence")) manifest_.sequence = hash(root["sequence"], "sequence");
    manifest_.columns = table(field(root, "columns"), "columns");
    manifest_.headlines = table(field(root, "headlines"), "headlines");
    manifest_.articles = table(field(root, "articles"), "articles");
    for (const Json& object : array(root, "segments")) {
      within_ = "segments/" + std::to_string(manifest_.segments.size()) + "/";
      manifest_.segments.push_back(segment(object));
    }
    within_.clear();
  }

  // What is signed is bytes, not fields: the signature has to stand as it is written.
  void read_signature(const Json& root, std::string_view json) {
    if (!root.is_object() || !root.contains("signature")) return;
    manifest_.signature = text(root, "signature", true);
    if (manifest_.signature.empty() || manifest_.signature != signature_apart(json).signature) fail("signature");
  }

  Segment segment(const Json& object) {
    Segment segment;
    segment.covers = covers(object);
    const Json& ids = field(object, "ids");
    segment.ids.buckets = static_cast<uint32_t>(number(ids, "buckets", kSegmentNumbers));
    segment.ids.parts = table(ids, "ids");
    if (segment.ids.parts.parts != segment.ids.buckets || (segment.ids.buckets & (segment.ids.buckets - 1)))
      fail("ids");
    const Json& terms = field(object, "terms");
    for (const Json& term : array(terms, "first"))
      segment.search.first_terms.push_back(term.is_string() ? term.get<std::string>() : "");
    segment.search.terms = table(terms, "terms");
    if (segment.search.first_terms.size() != segment.search.terms.parts) fail("terms");
    segment.search.postings = table(field(object, "postings"), "postings");
    segment.search.spellings = table(field(object, "spellings"), "spellings");
    segment.search.positions = table(field(object, "positions"), "positions");
    return segment;
  }

  std::vector<NumberRun> covers(const Json& object) {
    std::vector<NumberRun> runs;
    uint64_t all = 0, end = 0;
    for (const Json& pair : array(object, "covers")) {
      const bool is_pair =
          pair.is_array() && pair.size() == 2 && pair[0].is_number_unsigned() && pair[1].is_number_unsigned();
      const uint64_t first = is_pair ? pair[0].get<uint64_t>() : 0, count = is_pair ? pair[1].get<uint64_t>() : 0;
      if (count == 0 || first < end || first > manifest_.numbers || count > manifest_.numbers - first) {
        fail("covers");
        return {};
      }
      runs.push_back({static_cast<uint32_t>(first), static_cast<uint32_t>(count)});
      all += count;
      end = first + count;
    }
    if (all == 0 || all > kSegmentNumbers) fail("covers");
    return runs;
  }

  void check_sizes() {
    if (manifest_.columns.parts != parts_for(manifest_.numbers, kColumnNumbers)) fail("columns");
    if (manifest_.headlines.parts != parts_for(manifest_.numbers, kBlockNumbers)) fail("headlines");
    if (manifest_.articles.parts != parts_for(manifest_.numbers, kBlockNumbers)) fail("articles");
  }

  const Json& field(const Json& object, const char* name) {
    if (object.is_object()) {
      if (const auto found = object.find(name); found != object.end()) return *found;
    }
    fail(name);
    return nothing_;
  }

  const Json& array(const Json& object, const char* name) {
    const Json& value = field(object, name);
    if (value.is_array()) return value;
    fail(name);
    return nothing_;
  }

  uint64_t number(const Json& object, const char* name, uint64_t most) {
    const Json& value = field(object, name);
    if (value.is_number_unsigned() && value.get<uint64_t>() <= most) return value.get<uint64_t>();
    fail(name);
    return 0;
  }

  std::string text(const Json& object, const char* name, bool is_needed) {
    if (!is_needed && object.is_object() && !object.contains(name)) return {};
    const Json& value = field(object, name);
    if (value.is_string()) return value.get<std::string>();
    fail(name);
    return {};
  }

  PartHash hash(const Json& value, const char* name) {
    const auto read = value.is_string() ? hash_from_hex(value.get_ref<const std::string&>()) : std::nullopt;
    if (!read) fail(name);
    return read.value_or(PartHash{});
  }

  PartTable table(const Json& object, const char* name) {
    PartTable table;
    table.parts = static_cast<uint32_t>(number(object, "parts", kMostNumbers));
    for (const Json& page : array(object, "pages")) table.pages.push_back(hash(page, name));
    if (table.pages.size() != parts_for(table.parts, kPageParts)) fail(name);
    return table;
  }

  void fail(const char* name) {
    if (wrong_.empty()) wrong_ = within_ + name;
  }

  Manifest manifest_;
  std::string within_, wrong_;
  const Json nothing_ = Json::array();
};

}  // namespace

std::string write_manifest(const Manifest& manifest) {
  Json root{{"bantin_bundle", kBundleFormat}, {"serial", manifest.serial}, {"title", manifest.title}};
  if (!manifest.language.empty()) root["language"] = manifest.language;
  if (!manifest.home_page_url.empty()) root["home_page_url"] = manifest.home_page_url;
  Json& departments = root["departments"] = Json::array();
  for (const Department& department : manifest.departments) departments.push_back(department_of(department));
  root["count"] = manifest.count;
  root["numbers"] = manifest.numbers;
  if (!manifest.newest.empty()) root["newest"] = manifest.newest;
  root["order"] = hex(manifest.order);
  if (manifest.sequence) root["sequence"] = hex(*manifest.sequence);
  root["columns"] = table_of(manifest.columns);
  root["headlines"] = table_of(manifest.headlines);
  root["articles"] = table_of(manifest.articles);
  Json& segments = root["segments"] = Json::array();
  for (const Segment& segment : manifest.segments) segments.push_back(segment_of(segment));
  if (!manifest.signature.empty()) root["signature"] = manifest.signature;
  return root.dump() + "\n";
}

SignatureApart signature_apart(std::string_view json) {
  constexpr std::string_view kBegin = R"(,"signature":")", kEnd = "\"}\n";
  const size_t size = kBegin.size() + kSignatureText + kEnd.size();
  if (json.size() < size || !json.ends_with(kEnd)) return {json, {}};
  const std::string_view bytes = json.substr(0, json.size() - size), field = json.substr(bytes.size());
  const std::string_view signature = field.substr(kBegin.size(), kSignatureText);
  if (!field.starts_with(kBegin) || !signature_from(signature)) return {json, {}};
  return {bytes, signature};
}

ManifestResult read_manifest(std::string_view json) { return ManifestReader().read(json); }

}  // namespace bantin
