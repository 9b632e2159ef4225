#include "bundle/packer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "bundle/bundle_reader.h"
#include "cli/folder.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed_writer.h"
#include "import/html_blocks.h"

using namespace bantin;

namespace {

Article article_of(int number, int day) {
  Article article;
  article.id = "bai-" + std::to_string(number);
  article.title = "Bài số " + std::to_string(number);
  article.lead = "Sở Y tế họp ngày " + std::to_string(day);
  article.body.push_back({BlockKind::paragraph, "Nội dung của bài " + std::to_string(number)});
  if (day >= 0) article.published = {19'000 + day, 3600 * 8};
  article.department = static_cast<uint16_t>(number % 2);
  return article;
}

Feed feed_of(int articles) {
  Feed feed;
  feed.title = "Bản tin tỉnh Hạ Lam";
  feed.language = "vi";
  feed.departments = {{"so-yt", "Sở Y tế", ""}, {"so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT"}};
  for (int i = 0; i < articles; ++i) feed.articles.push_back(article_of(i, i % 7 == 3 ? -1 : i * 13 % 50));
  return feed;
}

using Files = std::map<std::string, std::string>;

Files files_in(const std::string& folder) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[entry.path().lexically_relative(folder)] = *read_file(entry.path());
  }
  return files;
}

// Packs feeds within a folder of the test's own.
struct Bench {
  Folder folder;
  std::vector<std::string> duplicates;
  std::vector<Problem> problems;

  PackReport pack_json(const std::vector<std::string>& feeds, const std::string& into = "b", bool is_fresh = false) {
    PackWatch watch;
    watch.duplicate = [&](const std::string&, const std::string& id) { duplicates.push_back(id); };
    watch.problem = [&](const std::string&, const Problem& problem) { problems.push_back(problem); };
    PackOrder order{{}, folder.at(into), is_fresh};
    for (const std::string& json : feeds)
      order.feeds.push_back(folder.put(std::to_string(order.feeds.size()) + ".json", json));
    return pack(order, {utf8_nfc, html_blocks}, watch);
  }
  PackReport pack_feed(const Feed& feed, const std::string& into = "b", bool is_fresh = false) {
    return pack_json({write_feed(feed)}, into, is_fresh);
  }

  std::string unpacked(const std::string& from = "b") {
    BundleReader bundle(folder.at(from));
    REQUIRE(bundle.manifest());
    std::string json;
    CHECK(bundle.write_feed([&](std::string_view text) { json += text; }));
    return json;
  }
  Files files(const std::string& from = "b") { return files_in(folder.at(from)); }
};

size_t parts_not_in(const Files& before, const Files& now) {
  return static_cast<size_t>(std::count_if(now.begin(), now.end(), [&](const auto& file) {
    return file.first.starts_with("parts/") && !before.contains(file.first);
  }));
}

}  // namespace

TEST_CASE("a feed packed and unpacked is the same to the byte, ties and undated articles in feed order") {
  Bench bench;
  const Feed feed = feed_of(100);
  const PackReport report = bench.pack_feed(feed);
  CHECK(report.fault == PackFault::none);
  CHECK(report.articles == 100);
  CHECK(report.added == 100);
  CHECK(bench.unpacked() == write_feed(feed));
}

TEST_CASE("the same feeds give the same bytes, wherever they are packed to") {
  Bench bench;
  bench.pack_feed(feed_of(100), "b");
  bench.pack_feed(feed_of(100), "c");
  CHECK(bench.files("b") == bench.files("c"));
}

TEST_CASE("packing what is there already writes nothing") {
  Bench bench;
  bench.pack_feed(feed_of(50));
  const Files before = bench.files();
  const PackReport report = bench.pack_feed(feed_of(50));
  CHECK(report.is_same);
  CHECK(bench.files() == before);
}

TEST_CASE("an edit renames one part of each kind, and its number stays") {
  Bench bench;
  Feed feed = feed_of(200);
  bench.pack_feed(feed);
  const Files before = bench.files();
  feed.articles[77].body[0].text = "Nội dung đã sửa";
  const PackReport report = bench.pack_feed(feed);
  CHECK(report.edited == 1);
  CHECK(report.added == 0);
  CHECK(report.withdrawn == 0);
  // articles, its page; ids, terms, postings, spellings, positions and a page each of the new segment
  CHECK(parts_not_in(before, bench.files()) == 12);
  CHECK(report.new_parts == 12);
  CHECK(bench.unpacked() == write_feed(feed));
}

TEST_CASE("additions get the next numbers, whatever their dates") {
  Bench bench;
  Feed feed = feed_of(64);
  bench.pack_feed(feed);
  feed.articles.insert(feed.articles.begin(), article_of(900, 99));
  feed.articles.push_back(article_of(901, -1));
  const PackReport report = bench.pack_feed(feed);
  CHECK(report.added == 2);
  CHECK(report.edited == 0);
  BundleReader bundle(bench.folder.at("b"));
  CHECK(bundle.manifest()->serial == 2);
  CHECK(bundle.manifest()->numbers == 66);
  REQUIRE(bundle.order());
  CHECK(bundle.order()->front() == 64);
  CHECK(bundle.order()->back() == 65);
  CHECK(bench.unpacked() == write_feed(feed));
}

TEST_CASE("a withdrawn article is in no part of the bundle, and its number is not given again") {
  Bench bench;
  Feed feed = feed_of(40);
  feed.articles[5].body[0].text = "Chữ Quỳnhhoa chỉ ở đây";
  bench.pack_feed(feed);
  feed.articles.erase(feed.articles.begin() + 5);
  feed.articles.push_back(article_of(700, 7));
  const PackReport report = bench.pack_feed(feed);
  CHECK(report.withdrawn == 1);
  CHECK(report.added == 1);
  CHECK(bench.unpacked() == write_feed(feed));
  BundleReader bundle(bench.folder.at("b"));
  CHECK(bundle.manifest()->numbers == 41);
  CHECK(bundle.manifest()->count == 40);
  size_t holding = 0;
  CHECK(bundle.for_each_part([&](const PartHash& hash) {
    const auto content = bundle.part(hash);
    REQUIRE(content);
    holding += content->find("uynhhoa") != std::string::npos || content->find("uỳnhhoa") != std::string::npos ? 1 : 0;
  }));
  CHECK(holding == 0);
}

TEST_CASE("parts of the bundle before stay for its readers until the next pack, then go") {
  Bench bench;
  Feed feed = feed_of(40);
  bench.pack_feed(feed);
  const Files first = bench.files();
  feed.articles[0].title = "Tên mới";
  bench.pack_feed(feed);
  for (const auto& [name, content] : first) CHECK((name == "bundle.json" || bench.files().contains(name)));
  feed.articles[1].title = "Tên mới nữa";
  bench.pack_feed(feed);
  std::set<std::string> named;
  for (const char* manifest : {"bundle.json", "bundle.before.json"}) {
    BundleReader bundle(bench.folder.at("b"), manifest);
    CHECK(bundle.for_each_part([&](const PartHash& hash) { named.insert(part_path(hash)); }));
  }
  for (const auto& [name, content] : bench.files()) CHECK((!name.starts_with("parts/") || named.contains(name)));
}

TEST_CASE("of two articles with one id the first is kept and the other named") {
  Bench bench;
  Feed one = feed_of(3), other = feed_of(5);
  other.articles[1].title = "Tên khác";
  const PackReport report = bench.pack_json({write_feed(one), write_feed(other)});
  CHECK(report.articles == 5);
  CHECK(bench.duplicates == std::vector<std::string>{"bai-0", "bai-1", "bai-2"});
  CHECK(bench.unpacked().find("Tên khác") == std::string::npos);
}

TEST_CASE("a problem is told by its place in the feed, and costs its article alone") {
  Bench bench;
  const PackReport report =
      bench.pack_json({"{\"version\":\"https://jsonfeed.org/version/"
                       "1.1\",\"title\":\"T\",\"items\":[\n{\"id\":\"1\",\"title\":\"Một\"},\n"
                       "{\"title\":\"không mã\"},\n{\"id\":\"3\",\"title\":\"Ba\",\"date_published\":\"hôm qua\"}]}"});
  CHECK(report.articles == 2);
  REQUIRE(bench.problems.size() >= 2);
  const auto broken = std::find_if(bench.problems.begin(), bench.problems.end(),
                                   [](const Problem& problem) { return problem.code == ProblemCode::broken_date; });
  REQUIRE(broken != bench.problems.end());
  CHECK(broken->pointer == "/items/2/date_published");
  CHECK(broken->line == 4);
}

TEST_CASE("what cannot be packed leaves the bundle as it was") {
  Bench bench;
  bench.pack_feed(feed_of(10));
  const Files before = bench.files();
  CHECK(bench.pack_json({"{\"items\": [{\"id\": 1}, "}).fault == PackFault::refused);
  CHECK(pack({{bench.folder.at("missing.json")}, bench.folder.at("b")}, {utf8_nfc, html_blocks}, {}).fault ==
        PackFault::unreadable);
  PackWatch stopped;
  stopped.progress = [](PackStep step, uint64_t, uint64_t) { return step != PackStep::writing; };
  const std::string other = bench.folder.put("other.json", write_feed(feed_of(500)));
  CHECK(pack({{other}, bench.folder.at("b")}, {utf8_nfc, html_blocks}, stopped).fault == PackFault::interrupted);
  for (const auto& [name, content] : before) CHECK(bench.files().at(name) == content);
  CHECK(bench.unpacked() == write_feed(feed_of(10)));
}

TEST_CASE("over a bundle that is damaged all is made anew, and that is said") {
  Bench bench;
  bench.pack_feed(feed_of(10));
  for (const auto& [name, content] : bench.files()) {
    if (name.starts_with("parts/")) std::filesystem::resize_file(bench.folder.at("b/" + name), 3);
  }
  const PackReport report = bench.pack_feed(feed_of(12));
  CHECK(report.fault == PackFault::none);
  CHECK_FALSE(report.unusable.empty());
  CHECK(bench.unpacked() == write_feed(feed_of(12)));
}

TEST_CASE("a feed without articles is a bundle without parts of articles") {
  Bench bench;
  CHECK(bench.pack_feed(feed_of(0)).fault == PackFault::none);
  CHECK(bench.unpacked() == write_feed(feed_of(0)));
}
