#include "cli/picture_embedder.h"

#include <doctest/doctest.h>

#include "cli/folder.h"

using namespace bantin;

namespace {

constexpr std::string_view kPicture = "\x89PNG\r\n\x1A\n";
constexpr const char* kData = "data:image/png;base64,iVBORw0KGgo=";

Feed feed_of(const std::vector<std::string>& sources) {
  Feed feed;
  feed.articles.resize(1);
  for (const std::string& source : sources) feed.articles[0].pictures.push_back({source, ""});
  return feed;
}

std::string source(const Feed& feed, size_t i) { return feed.articles[0].pictures[i].source; }

}  // namespace

TEST_CASE("pictures beside the feed become part of it") {
  const Folder folder;
  folder.put("cầu 1.png", kPicture);
  Feed feed = feed_of({"cầu 1.png", "./c%E1%BA%A7u%201.png?v=2#a", "https://halam.example/a.png"});
  const EmbeddedPictures done = embed_pictures(feed, folder.at("feed.json"));
  CHECK(done.embedded == 2);
  CHECK(done.missing.empty());
  CHECK(source(feed, 0) == kData);
  CHECK(source(feed, 1) == kData);
  CHECK(source(feed, 2) == "https://halam.example/a.png");
}

TEST_CASE("what is missing, no picture, or outside of the feed's folder is named once and left as it is") {
  const Folder folder;
  folder.put("chữ.png", "chữ");
  folder.put("ngoài.png", kPicture);
  std::filesystem::create_directory(folder.at("tin"));
  const std::vector<std::string> sources = {"mất.png", "mất.png", "../chữ.png", "../ngoài.png"};
  Feed feed = feed_of(sources);
  const EmbeddedPictures done = embed_pictures(feed, folder.at("tin/feed.json"));
  CHECK(done.embedded == 0);
  CHECK(done.missing == std::vector<std::string>{"mất.png", "../chữ.png", "../ngoài.png"});
  for (size_t i = 0; i < sources.size(); ++i) CHECK(source(feed, i) == sources[i]);
}

TEST_CASE("a feed named without its folder has its pictures in the current one") {
  const auto before = std::filesystem::current_path();
  {
    const Folder folder;
    folder.put("a.png", kPicture);
    std::filesystem::current_path(std::filesystem::path(folder.at("a.png")).parent_path());
    Feed feed = feed_of({"a.png"});
    CHECK(embed_pictures(feed, "feed.json").embedded == 1);
    std::filesystem::current_path(before);
  }
}
