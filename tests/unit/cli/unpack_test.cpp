// Bundles as inputs: `import` makes the feed again that was packed, `page` a page of it.
#include "cli/unpack.h"

#include <doctest/doctest.h>

#include <utility>

#include "cli/command_run.h"
#include "cli/folder.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

Ended run(std::vector<std::string> arguments) { return bantin::run(std::move(arguments), "en"); }

constexpr std::string_view kShell =
    "<html lang=\"vi\"><!--bantin:head--><!--/bantin:head--><!--bantin:title--><!--/bantin:title-->"
    "<!--bantin:reader--><!--/bantin:reader--><!--bantin:articles--><!--/bantin:articles--></html>";

// The sample, written as the command writes feeds, and its bundle.
struct Bench {
  Folder folder;
  std::string feed = folder.at("feed.json"), bundle = folder.at("b"), again = folder.at("again.json");

  Bench() {
    REQUIRE(run({"import", BANTIN_ROOT "/data/sample.json", "-o", feed}).code == kDone);
    REQUIRE(run({"pack", feed, "-o", bundle}).code == kDone);
  }
  void damage() const { fs::remove_all(bundle + "/parts"); }
};

}  // namespace

TEST_CASE("a feed, packed and imported again, is the same to the byte") {
  const Bench bench;
  const Ended ended = run({"import", bench.bundle, "-o", bench.again});
  CHECK(ended.code == kDone);
  CHECK(holds(ended.error, "again.json: articles written: 62"));
  CHECK(read_file(bench.again) == read_file(bench.feed));
  fs::remove(bench.again);
  CHECK(run({"import", bench.bundle + "/bundle.json", "-o", bench.again}).code == kDone);
  CHECK(read_file(bench.again) == read_file(bench.feed));
}

TEST_CASE("a bundle that is damaged gives no feed, and leaves the one there was") {
  const Bench bench;
  bench.damage();
  bench.folder.put("again.json", "before");
  const Ended ended = run({"import", bench.bundle, "-o", bench.again});
  CHECK(ended.code == kInputHasErrors);
  CHECK(holds(ended.error, "b: the bundle is damaged at “parts/"));
  CHECK(holds(ended.error, "Nothing was written."));
  CHECK(read_file(bench.again) == "before");
  CHECK(bench.folder.files() == 3);
}

TEST_CASE("a bundle is imported alone, and never over its own manifest") {
  const Bench bench;
  CHECK(run({"import", bench.bundle, bench.feed, "-o", bench.again}).code == kWrongUsage);
  CHECK(run({"import", "--department", "so-yt", bench.bundle, "-o", bench.again}).code == kWrongUsage);
  CHECK(holds(run({"import", "--from", "json", bench.bundle, "-o", bench.again}).error, "A bundle is imported alone"));
  CHECK(run({"import", bench.bundle, "-o", bench.bundle + "/bundle.json"}).code == kWrongUsage);
  CHECK(run({"import", bench.bundle, "-o", bench.folder.at("none/feed.json")}).code == kFileTrouble);
}

TEST_CASE("a page of a bundle is the page of its feed") {
  const Bench bench;
  const std::string shell = bench.folder.put("reader.html", kShell);
  const std::string one = bench.folder.at("1.html"), other = bench.folder.at("2.html");
  CHECK(run({"page", "--shell", shell, bench.feed, "-o", one}).code == kDone);
  CHECK(run({"page", "--shell", shell, bench.bundle, "-o", other}).code == kDone);
  CHECK(read_file(one) == read_file(other));
  bench.damage();
  fs::remove(other);
  CHECK(run({"page", "--shell", shell, bench.bundle, "-o", other}).code == kInputHasErrors);
  CHECK_FALSE(fs::exists(other));
}
