#include "bundle/bundle_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unordered_set>

#include "bundle/bundle_reader.h"
#include "bundle/file_bytes.h"

namespace bantin {

namespace fs = std::filesystem;

namespace {

// Whether the file is this part. One that was damaged is not, whatever its name says.
bool holds(const std::string& path, std::string_view content) {
  const auto bytes = file_bytes(path);
  const auto kept = bytes ? gunzip(*bytes) : std::nullopt;
  return kept && *kept == content;
}

}  // namespace

BundleFolder::BundleFolder(std::string path) : path_(std::move(path)) {}

BundleFolder::~BundleFolder() {
  if (lock_ >= 0) ::close(lock_);
}

// The lock goes with the process, however it ends.
BundleFolder::Fault BundleFolder::lock() {
  std::error_code error;
  fs::create_directories(path_, error);
  lock_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ < 0) return Fault::unwritable;
  return ::flock(lock_, LOCK_EX | LOCK_NB) == 0 ? Fault::none : Fault::locked;
}

PartHash BundleFolder::store(std::string_view content) {
  const PartHash hash = hash_of(content);
  const std::string name = part_path(hash);
  if (has_failed_ || holds(path_of(name), content)) return hash;
  std::error_code error;
  const bool is_repair = fs::exists(path_of(name), error);
  const std::string bytes = gzip(content);
  if (!write(name, bytes)) return hash;
  ++new_parts_;
  new_bytes_ += bytes.size();
  if (!is_repair) added_.push_back(hash);
  return hash;
}

bool BundleFolder::keep(const std::string& name, std::string_view bytes) {
  return file_bytes(path_of(name)) == bytes || (!has_failed_ && write(name, bytes));
}

void BundleFolder::give_up() {
  std::error_code ignored;
  for (const PartHash& part : added_) {
    const fs::path file = path_of(part_path(part));
    fs::remove(file, ignored);
    fs::remove(file.parent_path(), ignored);  // only where nothing else is in it
  }
  fs::remove(fs::path(path_) / "parts", ignored);
  added_.clear();
}

bool BundleFolder::write(const std::string& name, std::string_view bytes) {
  const fs::path target = fs::path(path_) / name, beside = target.string() + ".part";
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << bytes;
  file.close();  // a full disk may show only here
  if (file.good()) {
    fs::rename(beside, target, error);
    if (!error) return true;
  }
  has_failed_ = true;
  fs::remove(beside, error);
  return false;
}

void BundleFolder::commit(const std::string& manifest_json) {
  if (has_failed_) return;
  std::error_code error;
  const fs::path folder(path_);
  if (fs::exists(folder / kManifestFile, error)) {
    std::ifstream before(folder / kManifestFile, std::ios::binary);
    const std::string json(std::istreambuf_iterator<char>(before), {});
    if (!write(kManifestBefore, json)) return;
  }
  if (write(kManifestFile, manifest_json)) sweep();
}

// Readers of the bundle before still find its parts.
void BundleFolder::sweep() {
  std::unordered_set<std::string> named;
  for (const char* file : {kManifestFile, kManifestBefore}) {
    BundleReader bundle(path_, file);
    if (bundle.is_absent()) continue;
    if (!bundle.manifest()) continue;
    if (!bundle.for_each_part([&](const PartHash& hash) { named.insert(part_path(hash)); })) return;
  }
  std::error_code error;
  const fs::path folder(path_);
  std::vector<fs::path> unnamed;
  for (fs::recursive_directory_iterator at(folder / "parts", error), end; !error && at != end; at.increment(error)) {
    if (at->is_regular_file(error) && !named.contains(fs::relative(at->path(), folder, error).generic_string()))
      unnamed.push_back(at->path());
  }
  for (const fs::path& file : unnamed) fs::remove(file, error);
}

}  // namespace bantin
