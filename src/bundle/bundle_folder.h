// A bundle's folder on disk: parts written whole, the manifest last, what nobody names any more taken away.
// Use:    auto folder = BundleFolder::open("out");  folder->store(content); …  folder->commit(manifest_json);
// A folder that is left at any moment holds the bundle it held before, or the new one: parts are written beside and
// renamed, the manifest is renamed last, and the parts of the bundle before stay until the next commit.
// Errors: open() gives nothing where the folder cannot be made or another process packs into it (is_locked says which);
//         store() and commit() remember the first failure, has_failed().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/manifest.h"
#include "bundle/part.h"

namespace bantin {

inline constexpr const char* kManifestFile = "bundle.json";
inline constexpr const char* kManifestBefore = "bundle.before.json";

class BundleFolder {
 public:
  enum class Fault : uint8_t { none, unwritable, locked };

  explicit BundleFolder(std::string path);
  ~BundleFolder();
  BundleFolder(const BundleFolder&) = delete;
  BundleFolder& operator=(const BundleFolder&) = delete;

  /// Makes the folder where needed and takes its lock.
  Fault lock();

  /// Keeps the part unless it is there already, whole.
  PartHash store(std::string_view content);
  /// Keeps a file under its own name, whose readers may have it under that name already.
  bool keep(const std::string& name, std::string_view bytes);
  std::string path_of(const std::string& name) const { return path_ + "/" + name; }
  bool has_failed() const { return has_failed_; }
  /// Parts that were not there before, or damaged, and their bytes as they are kept.
  uint64_t new_parts() const { return new_parts_; }
  uint64_t new_bytes() const { return new_bytes_; }

  /// Takes away the parts that store() has added: the bundle is as it was. A part of it that was damaged stays mended.
  void give_up();

  /// Makes this the bundle of the folder.
  void commit(const std::string& manifest_json);

 private:
  bool write(const std::string& name, std::string_view bytes);
  void sweep();

  std::string path_;
  int lock_ = -1;
  bool has_failed_ = false;
  std::vector<PartHash> added_;  // where there was no file
  uint64_t new_parts_ = 0, new_bytes_ = 0;
};

}  // namespace bantin
