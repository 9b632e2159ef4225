// `check` of bundles: from a whole one to every way in which one can be broken.
#include "bundle/bundle_check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "bundle/bundle_folder.h"
#include "bundle/bundle_reader.h"
#include "bundle/packer.h"
#include "cli/command_run.h"
#include "cli/folder.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed_writer.h"
#include "import/html_blocks.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

Feed feed_of(int articles) {
  Feed feed;
  feed.title = "Bản tin tỉnh Hạ Lam";
  feed.departments = {{"so-yt", "Sở Y tế", ""}, {"so-xd", "Sở Xây dựng", ""}};
  for (int i = 0; i < articles; ++i) {
    Article& article = feed.articles.emplace_back();
    article.id = "bai-" + std::to_string(i);
    article.title = "Bài số " + std::to_string(i);
    article.body.push_back({BlockKind::paragraph, "Nội dung của bài " + std::to_string(i)});
    if (i % 5 != 0) article.published = {19'000 + i * 7 % 40, 3600};
    article.department = static_cast<uint16_t>(i % 2);
  }
  return feed;
}

// A bundle whose manifest and parts a test may replace.
struct Bench {
  Folder folder;
  std::string path = folder.at("b");
  Feed feed = feed_of(100);

  Bench() { pack_feed(); }
  void pack_feed() {
    const std::string file = folder.put("feed.json", write_feed(feed));
    REQUIRE(pack({{file}, path}, {utf8_nfc, html_blocks}, {}).fault == PackFault::none);
  }
  Manifest manifest() const { return *BundleReader(path).manifest(); }
  void put(const Manifest& manifest) const { folder.put("b/bundle.json", write_manifest(manifest)); }
  // `change` is given each part's content in turn; the table made of what it leaves.
  PartTable changed(const PartTable& table, const std::function<void(uint32_t number, std::string& content)>& change) {
    BundleFolder bundle(path);
    const StorePart store = [&](std::string_view content) { return bundle.store(content); };
    TableWriter writer(store);
    BundleReader reader(path);
    for (uint32_t number = 0; number < table.parts; ++number) {
      std::string content = reader.part(table, number).value_or("");
      change(number, content);
      writer.add(content);
    }
    return writer.finish();
  }
  std::string file_of(const PartTable& table, uint32_t number) const {
    return part_path(*BundleReader(path).hash_in(table, number));
  }
  BundleCheck check() const { return check_bundle(path, "bundle.json", {utf8_nfc, html_blocks}); }
};

void replace(std::string& text, std::string_view what, std::string_view by) {
  const size_t at = text.find(what);
  if (at != std::string::npos) text.replace(at, what.size(), by);
}

Ended run(std::vector<std::string> arguments) { return bantin::run(std::move(arguments), "en"); }

}  // namespace

TEST_CASE("in a bundle that was packed nothing is wrong, also where articles were edited, added and withdrawn") {
  Bench bench;
  CHECK(bench.check().problems.empty());
  CHECK(bench.check().articles == 100);
  bench.feed.articles.erase(bench.feed.articles.begin() + 3);
  bench.feed.articles[50].title = "Tên mới";
  bench.feed.articles.push_back(feed_of(101).articles.back());
  bench.pack_feed();
  const BundleCheck check = bench.check();
  CHECK(check.problems.empty());
  CHECK(run({"check", bench.path}).out == bench.path + ": no problem\n");
  CHECK(run({"check", bench.path + "/bundle.json"}).code == kDone);
}

TEST_CASE("a check reads as many parts as it said it would") {
  const Bench bench;
  uint64_t last = 0, all = 0;
  const BundleCheck check =
      check_bundle(bench.path, "bundle.json", {utf8_nfc, html_blocks}, [&](uint64_t done, uint64_t parts) {
        last = done;
        all = parts;
        return true;
      });
  CHECK(last + 1 == all);
  CHECK(check.parts == all);
  CHECK(check_bundle(bench.path, "bundle.json", {utf8_nfc, html_blocks}, [](uint64_t, uint64_t) {
          return false;
        }).is_interrupted);
}

TEST_CASE("every part that is missing or damaged is named, whatever it is part of") {
  Bench bench;
  std::vector<std::string> parts;
  CHECK(BundleReader(bench.path).for_each_part([&](const PartHash& hash) { parts.push_back(part_path(hash)); }));
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  for (const std::string& part : parts) {
    CAPTURE(part);
    const std::string content = *read_file(bench.path + "/" + part);
    fs::remove(bench.path + "/" + part);
    const auto missing = bench.check().problems;
    REQUIRE_FALSE(missing.empty());
    CHECK(missing.front().fault == BundleFault::part_missing);
    CHECK(missing.front().file == part);
    bench.folder.put("b/" + part, gzip("another content"));
    const auto damaged = bench.check().problems;
    REQUIRE_FALSE(damaged.empty());
    CHECK(damaged.front().fault == BundleFault::part_damaged);
    CHECK(damaged.front().file == part);
    bench.folder.put("b/" + part, content);
  }
  CHECK(bench.check().problems.empty());
}

TEST_CASE("a headline that says something else than its article is named") {
  Bench bench;
  Manifest manifest = bench.manifest();
  manifest.headlines = bench.changed(manifest.headlines, [](uint32_t, std::string& content) {
    replace(content, "\"Bài số 42\"", "\"Bài số bốn hai\"");
  });
  bench.put(manifest);
  const auto problems = bench.check().problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].fault == BundleFault::headline_differs);
  CHECK(problems[0].subject == "bai-42");
}

TEST_CASE("an article whose day or department is another than in the columns is named, in both") {
  Bench bench;
  Manifest manifest = bench.manifest();
  const auto change = [](uint32_t, std::string& content) { replace(content, "\"so-xd\"", "\"so-yt\""); };
  manifest.headlines = bench.changed(manifest.headlines, change);
  manifest.articles = bench.changed(manifest.articles, change);
  bench.put(manifest);
  const auto problems = bench.check().problems;
  REQUIRE(problems.size() == manifest.articles.parts);
  CHECK(problems[0].fault == BundleFault::column_differs);
  CHECK(problems[0].file == bench.file_of(manifest.columns, 0));
}

TEST_CASE("an article that is not found by its id is named") {
  Bench bench;
  Manifest manifest = bench.manifest();
  const auto change = [](uint32_t, std::string& content) { replace(content, "\"bai-7\"", "\"bai-bay\""); };
  manifest.headlines = bench.changed(manifest.headlines, change);
  manifest.articles = bench.changed(manifest.articles, change);
  bench.put(manifest);
  const auto problems = bench.check().problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].fault == BundleFault::not_found_by_id);
  CHECK(problems[0].subject == "bai-bay");
}

TEST_CASE("parts that are no feed, or of another kind, are named") {
  Bench bench;
  Manifest manifest = bench.manifest();
  manifest.articles = bench.changed(manifest.articles, [](uint32_t number, std::string& content) {
    if (number == 1) content = "{}";
  });
  std::swap(manifest.order, manifest.columns.pages.front());
  bench.put(manifest);
  const auto problems = bench.check().problems;
  REQUIRE(problems.size() == 3);
  for (const BundleProblem& problem : problems) CHECK(problem.fault == BundleFault::part_malformed);
  CHECK(problems[0].subject == "order");
  CHECK(problems[1].subject == "columns");
  CHECK(problems[2].subject == "articles");
}

TEST_CASE("a manifest that counts wrongly, or whose segments leave articles out, is named") {
  Bench bench;
  const Manifest whole = bench.manifest();
  Manifest manifest = whole;
  manifest.count = 99;
  manifest.newest = "2020-01-01T00:00:00+07:00";
  bench.put(manifest);
  auto problems = bench.check().problems;
  REQUIRE(problems.size() == 2);
  CHECK(problems[0] == BundleProblem{BundleFault::wrong_count, "bundle.json", "100"});
  CHECK(problems[1].fault == BundleFault::wrong_newest);
  manifest = whole;
  manifest.segments.front().covers.back().count -= 1;
  bench.put(manifest);
  problems = bench.check().problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].fault == BundleFault::not_searched);
}

TEST_CASE("an order that leaves out an article there is, is named") {
  Bench bench;
  Manifest manifest = bench.manifest();
  std::vector<uint32_t> order = *BundleReader(bench.path).order();
  order.pop_back();
  {
    BundleFolder bundle(bench.path);
    manifest.order = bundle.store(write_order(order));
  }
  manifest.count = 99;
  bench.put(manifest);
  const auto problems = bench.check().problems;
  REQUIRE(problems.size() == 3);  // sequence, headlines, articles
  for (const BundleProblem& problem : problems) CHECK(problem.fault == BundleFault::wrong_order);
}

TEST_CASE("check tells of a bundle by file, what is wrong and what to do, also to programs") {
  Bench bench;
  const std::string part = bench.file_of(bench.manifest().headlines, 0);
  fs::remove(bench.path + "/" + part);
  const Ended text = run({"check", bench.path});
  CHECK(text.code == kInputHasErrors);
  CHECK(text.out ==
        bench.path + "/" + part +
            ": error [part-missing] The file, a part of “headlines”, is missing.\n"
            "  → Copy the whole bundle again from where it is published; if this is there, pack --fresh.\n");
  const Ended json = run({"check", "--format", "json", bench.path});
  for (const char* field : {"\"code\": \"part-missing\"", "\"severity\": \"error\"", "\"line\": 0", "/parts/"}) {
    CAPTURE(field);
    CHECK(holds(json.out, field));
  }
}

TEST_CASE("a folder without a manifest, and a manifest that is none, are told of") {
  const Folder folder;
  fs::create_directories(folder.at("b"));
  CHECK(holds(run({"check", folder.at("b")}).out, "b/bundle.json: error [no-manifest]"));
  folder.put("b/bundle.json", "{\"bantin_bundle\":1}");
  const Ended ended = run({"check", folder.at("b")});
  CHECK(holds(ended.out, "[bad-manifest] The manifest is wrong at “serial”."));
  CHECK(ended.code == kInputHasErrors);
}

TEST_CASE("packing again over a bundle that lacks or damages parts makes it whole") {
  Bench bench;
  const Manifest manifest = bench.manifest();
  fs::remove(bench.path + "/" + bench.file_of(manifest.headlines, 1));
  bench.folder.put("b/" + bench.file_of(manifest.articles, 2), gzip("another content"));
  bench.folder.put("b/" + part_path(manifest.segments[0].search.terms.pages[0]), "no gzip");
  CHECK(bench.check().problems.size() == 3);
  bench.pack_feed();
  CHECK(bench.check().problems.empty());
}

TEST_CASE("pack --fresh makes whole what is damaged where packing on would not look") {
  const Bench bench;
  bench.folder.put("b/" + part_path(bench.manifest().segments[0].search.postings.pages[0]), "no gzip");
  CHECK(run({"pack", bench.folder.at("feed.json"), "-o", bench.path}).code == kDone);
  CHECK(bench.check().problems.size() == 1);
  CHECK(run({"pack", "--fresh", bench.folder.at("feed.json"), "-o", bench.path}).code == kDone);
  CHECK(bench.check().problems.empty());
}
