// Signed bundles as commands make and check them.
#include <doctest/doctest.h>

#include "bundle/bundle_reader.h"
#include "cli/command_run.h"
#include "cli/folder.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kFeed =
    R"({"version":"https://jsonfeed.org/version/1.1","title":"Tin","items":[{"id":"a","title":"T","content_text":"Một."}]})";
constexpr std::string_view kEditedFeed =
    R"({"version":"https://jsonfeed.org/version/1.1","title":"Tin","items":[{"id":"a","title":"T","content_text":"Hai."}]})";

// A folder with a key and a feed in it.
struct Bench {
  Folder folder;
  std::string feed = folder.put("feed.json", kFeed), bundle = folder.at("b"), key = folder.at("khoa");

  Bench() { CHECK(command({"keygen", "-o", key}).code == kDone); }

  static Ended command(std::vector<std::string> arguments) { return bantin::run(std::move(arguments), "en"); }
  Ended pack() const { return command({"pack", feed, "-o", bundle}); }
  Ended pack_signed() const { return pack_signed(key); }
  Ended pack_signed(const std::string& by) const { return command({"pack", feed, "-o", bundle, "--sign", by}); }
  Ended check(const std::string& by) const { return command({"check", bundle, "--key", by}); }
  std::string manifest() const { return read_file(bundle + "/bundle.json").value_or(""); }
  uint64_t serial() const { return BundleReader(bundle).manifest()->serial; }
};

}  // namespace

TEST_CASE("keygen prints the public key alone, says where the secret one is to be kept, and overwrites nothing") {
  const Folder folder;
  const Ended made = run({"keygen", "-o", folder.at("khoa")}, "vi");
  CHECK(made.code == kDone);
  CHECK(made.out == read_file(folder.at("khoa.pub")).value_or(""));
  CHECK(made.out.size() == 45);
  CHECK(holds(made.error, "khoa: khóa bí mật, dùng để ký bằng pack --sign. Hãy giữ tệp trên máy đóng gói"));
  CHECK(holds(made.error, "khoa.pub: khóa công khai; chép vào mục \"key\" trong kiosk.json"));
  CHECK_FALSE(holds(made.error, read_file(folder.at("khoa")).value_or("?")));
  const std::string before = read_file(folder.at("khoa")).value_or("");
  const Ended again = run({"keygen", "-o", folder.at("khoa")}, "en");
  CHECK(again.code == kFileTrouble);
  CHECK(again.out.empty());
  CHECK(holds(again.error, "is there already and is not overwritten; choose another name"));
  CHECK(read_file(folder.at("khoa")) == before);
  CHECK(run({"keygen", "-o", folder.at("none/khoa")}, "en").code == kFileTrouble);
  CHECK(run({"keygen"}, "en").code == kWrongUsage);
}

TEST_CASE("what pack signs, check finds signed, by the .pub file or the key itself") {
  const Bench bench;
  const Ended packed = bench.pack_signed();
  CHECK(packed.code == kDone);
  CHECK(holds(packed.error, "b:   signed\n"));
  CHECK(bench.check(bench.key + ".pub").code == kDone);
  CHECK(bench.check(*read_file(bench.key + ".pub")).code == kDone);
  CHECK(Bench::command({"check", bench.bundle}).code == kDone);
  CHECK(Bench::command({"check", bench.bundle + "/bundle.json", "--key", bench.key + ".pub"}).code == kDone);
}

TEST_CASE("a bundle that is unsigned, changed or signed by another key is named, with a remedy") {
  const Bench bench;
  REQUIRE(bench.pack().code == kDone);
  const Ended none = bench.check(bench.key + ".pub");
  CHECK(none.code == kInputHasErrors);
  CHECK(holds(none.out, "bundle.json: error [unsigned] The bundle is not signed."));
  CHECK(holds(none.out, "pack --sign KEY"));
  REQUIRE(bench.pack_signed().code == kDone);
  REQUIRE(Bench::command({"keygen", "-o", bench.folder.at("other")}).code == kDone);
  CHECK(holds(bench.check(bench.folder.at("other.pub")).out, "[bad-signature]"));
  std::string json = bench.manifest();
  json.replace(json.find("\"Tin\""), 5, "\"Tim\"");
  bench.folder.put("b/bundle.json", json);
  const Ended tampered = Bench::command({"check", "--format", "json", bench.bundle, "--key", bench.key + ".pub"});
  CHECK(tampered.code == kInputHasErrors);
  CHECK(holds(tampered.out, "\"code\": \"bad-signature\""));
  CHECK(Bench::command({"check", bench.bundle}).code == kDone);
  bench.folder.put("b/bundle.json", json.substr(0, json.size() - 1));
  CHECK(holds(bench.check(bench.key + ".pub").out, "[bad-manifest]"));
}

TEST_CASE("the same feed and key give the same bytes, wherever they are packed to, and packing again writes nothing") {
  const Bench bench;
  bench.pack_signed();
  const std::string before = bench.manifest();
  Bench::command({"pack", bench.feed, "-o", bench.folder.at("c"), "--sign", bench.key});
  CHECK(read_file(bench.folder.at("c/bundle.json")) == before);
  CHECK(holds(bench.pack_signed().error, "nothing changed"));
  CHECK(bench.manifest() == before);
}

TEST_CASE("signing what is there already makes a new manifest with a serial of its own, and no new parts") {
  const Bench bench;
  bench.pack();
  CHECK(bench.serial() == 1);
  CHECK(holds(bench.pack_signed().error, "new parts: 0\n"));
  CHECK(bench.serial() == 2);
  CHECK(bench.check(bench.key + ".pub").code == kDone);
  // By another key, and over one whose signature no longer fits.
  Bench::command({"keygen", "-o", bench.folder.at("other")});
  bench.pack_signed(bench.folder.at("other"));
  CHECK(bench.serial() == 3);
  CHECK(bench.check(bench.folder.at("other.pub")).code == kDone);
  std::string json = bench.manifest();
  json.insert(1, " ");
  bench.folder.put("b/bundle.json", json);
  bench.pack_signed(bench.folder.at("other"));
  CHECK(bench.serial() == 4);
  CHECK(bench.check(bench.folder.at("other.pub")).code == kDone);
}

TEST_CASE("packing without a key leaves a signature as long as nothing changes, and then warns that it is lost") {
  const Bench bench;
  bench.pack_signed();
  const Ended same = bench.pack();
  CHECK_FALSE(holds(same.error, "kiosks that have a key refuse it"));
  CHECK(bench.check(bench.key + ".pub").code == kDone);
  bench.folder.put("feed.json", kEditedFeed);
  const Ended edited = bench.pack();
  CHECK(edited.code == kDone);
  CHECK(holds(edited.error, "kiosks that have a key refuse it; pack again with --sign KEY\n"));
  CHECK(holds(bench.check(bench.key + ".pub").out, "[unsigned]"));
  bench.pack_signed();
  CHECK(holds(Bench::command({"pack", "--fresh", bench.feed, "-o", bench.bundle}).error, "kiosks that have a key"));
}

TEST_CASE("a secret key that is missing, broken or within the bundle's folder keeps the bundle as it was") {
  const Bench bench;
  bench.pack_signed();
  const std::string before = bench.manifest();
  bench.folder.put("feed.json", kEditedFeed);
  const Ended missing = bench.pack_signed(bench.folder.at("none"));
  CHECK(missing.code == kFileTrouble);
  CHECK(holds(missing.error, "none: the file cannot be read"));
  const Ended wrong = bench.pack_signed(bench.key + ".pub");
  CHECK(wrong.code == kInputHasErrors);
  CHECK(holds(wrong.error, "khoa.pub: this is no secret key; use the file that keygen made"));
  fs::copy_file(bench.key, bench.bundle + "/khoa");
  const Ended inside = bench.pack_signed(bench.bundle + "/../b/khoa");
  CHECK(inside.code == kWrongUsage);
  CHECK(holds(inside.error, "would be published with it; move it elsewhere"));
  CHECK(bench.manifest() == before);
}

TEST_CASE("a secret key that others may read still signs, with a warning") {
  const Bench bench;
  fs::permissions(bench.key, fs::perms::others_read, fs::perm_options::add);
  const Ended packed = bench.pack_signed();
  CHECK(packed.code == kDone);
  CHECK(holds(packed.error, "run: chmod 600 " + bench.key));
}

TEST_CASE("check takes a public key only, and for bundles only") {
  const Bench bench;
  bench.pack_signed();
  const Ended secret = bench.check(bench.key);
  CHECK(secret.code == kInputHasErrors);
  CHECK(holds(secret.error, "this is no public key; use the .pub file"));
  CHECK(bench.check(bench.folder.at("none")).code == kFileTrouble);
  const Ended feed = Bench::command({"check", bench.feed, bench.bundle, "--key", bench.key + ".pub"});
  CHECK(feed.code == kWrongUsage);
  CHECK(holds(feed.error, "--key is for bundles only."));
}
