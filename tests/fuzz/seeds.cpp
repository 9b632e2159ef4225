// bantin_fuzz_seeds FOLDER: writes the seeds that no file in the repository is, FOLDER/<fuzzer>/<name>.
// Exit codes: 0 done, 2 wrong usage, 3 a file could not be written.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "bundle/columns.h"
#include "bundle/id_table.h"
#include "bundle/manifest.h"
#include "bundle/number_runs.h"
#include "bundle/part.h"
#include "bundle/search_writer.h"
#include "bundle/signed_manifest.h"

namespace bantin {
namespace {

class SeedFolder {
 public:
  explicit SeedFolder(std::filesystem::path path) : path_(std::move(path)) {}

  void write(const std::string& fuzzer, const std::string& name, std::string_view content) {
    std::error_code ignored;
    std::filesystem::create_directories(path_ / fuzzer, ignored);
    std::ofstream file(path_ / fuzzer / name, std::ios::binary);
    has_failed_ |= !(file << content).flush();
  }
  bool has_failed() const { return has_failed_; }

 private:
  std::filesystem::path path_;
  bool has_failed_ = false;
};

Article article(std::string title, std::string lead, std::string body) {
  Article article;
  article.title = std::move(title);
  article.lead = std::move(lead);
  article.body.push_back({BlockKind::paragraph, std::move(body)});
  return article;
}

void write_days(SeedFolder& seeds) {
  seeds.write("day", "rfc3339", "2022-01-13T08:00:00.5+07:00");
  seeds.write("day", "rfc3339_utc", "2022-12-31T23:59:60Z");
  seeds.write("day", "iso", "2022-01-13");
  seeds.write("day", "typed", "13 tháng 1 năm 2022");
  seeds.write("day", "digits", "13012022");
}

void write_department_map(SeedFolder& seeds) {
  seeds.write("department_map", "two", R"({"departments": [{"id": "so-yt", "name": "Sở Y tế", "short_name": "Sở YT",
    "aliases": ["soyte", "y tế"]}, {"name": "Sở Nội vụ"}]})");
}

void write_block_code(SeedFolder& seeds) {
  seeds.write("block_code", "text",
              "p\x1F"
              "Ba \x01huyện\x02\x1E"
              "h\x1F"
              "3\x1FGiữa\x1Eu\x1F"
              "1\x1Fmục\x1E"
              "q\x1Flời\x1E");
  seeds.write("block_code", "more",
              "o\x1F"
              "2\x1F"
              "7\x1F\x05https://example.org/\x06"
              "đây\x07\x1E"
              "f\x1F/a.jpg\x1F"
              "3\x1F"
              "4\x1F\x1F"
              "Ảnh\x1E"
              "t\x1F"
              "Bảng\x1Er\x1E"
              "k\x1F"
              "1\x1F"
              "A\x1E"
              "c\x1F"
              "2\x1F"
              "B\x1E");
}

// The four parts of an index as the fuzzer takes them, and each of them alone.
void write_search(SeedFolder& seeds, Manifest& manifest) {
  std::vector<std::string> parts;
  const StorePart keep = [&](std::string_view content) {
    if (!content.starts_with('P')) parts.emplace_back(content);
    return hash_of(content);
  };
  SearchWriter writer(keep);
  for (const char* place : {"Bến Đá", "Hạ Lam", "Đông Sơn"}) {
    writer.add(article(std::string("Đường về ") + place, "Dương cao hơn dưỡng", "Người dân đi trên đường, đường dài."));
    writer.skip();
  }
  Segment segment;
  segment.covers = {{0, 6}};
  segment.search = writer.finish();
  std::string index("\x04", 1);
  for (const std::string& part : parts) {
    index += static_cast<char>(part.size() / 256);
    index += static_cast<char>(part.size() % 256);
    index += part;
  }
  seeds.write("search", "index", index);
  for (size_t kind = 0; kind < parts.size(); ++kind) {
    seeds.write("search", std::to_string(kind), static_cast<char>(kind) + parts[kind].substr(kind == 0 ? 0 : 1));
  }
  IdTableWriter ids;
  for (uint32_t ordinal = 0; ordinal < 6; ++ordinal) ids.add(id_hash("tin-" + std::to_string(ordinal)), ordinal);
  segment.ids = ids.finish([&](std::string_view content) {
    if (!content.starts_with('P')) seeds.write("part", "ids", '\x03' + std::string(content));
    return hash_of(content);
  });
  manifest.segments.push_back(segment);
}

void write_bundle(SeedFolder& seeds) {
  Manifest manifest;
  manifest.title = "Tin tỉnh Hạ Lam";
  manifest.language = "vi";
  manifest.departments = {{"so-yt", "Sở Y tế", ""}, {"so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT"}};
  manifest.count = 3;
  manifest.numbers = 6;
  manifest.newest = "2022-01-13T08:00:00+07:00";
  write_search(seeds, manifest);

  const std::vector<ColumnEntry> columns = {{19'005, 0}, {}, {19'004, 1}, {}, {kUndated, 1}, {}};
  const std::string column_part = write_columns(columns), order = write_order({0, 2, 4});
  seeds.write("part", "columns", '\0' + column_part);
  seeds.write("part", "order", '\x01' + order);
  manifest.order = hash_of(order);
  const StorePart hash = hash_of;
  for (PartTable* table : {&manifest.columns, &manifest.headlines, &manifest.articles}) {
    TableWriter writer(hash);
    writer.add(column_part);
    *table = writer.finish();
  }
  const std::string json = write_manifest(manifest);
  seeds.write("manifest", "whole", json);
  const SigningKey key = SigningKey::from_seed({});
  const SecretKeyText secret = key.text();
  seeds.write("manifest", "key", {secret.text(), SecretKeyText::size()});
  sign(manifest, key);
  seeds.write("manifest", "signed", write_manifest(manifest));
  seeds.write("gunzip", "manifest", gzip(json));
  seeds.write("gunzip", "empty", gzip(""));
}

}  // namespace
}  // namespace bantin

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: bantin_fuzz_seeds FOLDER\n", stderr);
    return 2;
  }
  bantin::SeedFolder seeds(arguments[1]);
  bantin::write_days(seeds);
  bantin::write_block_code(seeds);
  bantin::write_department_map(seeds);
  bantin::write_bundle(seeds);
  if (!seeds.has_failed()) return 0;
  std::fputs("bantin_fuzz_seeds: cannot write\n", stderr);
  return 3;
}
