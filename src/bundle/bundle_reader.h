// A bundle as it lies in a folder, read natively: for packing anew, for checking, and back into a feed.
// Use:    BundleReader bundle("out");  if (!bundle.manifest()) … bundle.wrong() …
//         auto part = bundle.part(bundle.manifest()->headlines, 3);
// Errors: nothing where a part is missing, no gzip, or not what its hash says; the first such path stands in wrong().
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/manifest.h"
#include "bundle/part.h"
#include "feed/model.h"

namespace bantin {

class BundleReader {
 public:
  /// `manifest_file`: of the folder.
  explicit BundleReader(std::string folder, const std::string& manifest_file = "bundle.json");

  const std::optional<Manifest>& manifest() const { return manifest_; }
  /// There is no manifest at all, which is no fault.
  bool is_absent() const { return is_absent_; }
  const std::string& wrong() const { return wrong_; }

  std::optional<std::string> part(const PartHash& hash);
  std::optional<std::string> part(const PartTable& table, uint32_t number);
  std::optional<PartHash> hash_in(const PartTable& table, uint32_t number);

  /// Numbers of the articles there are in list order, and in feed order.
  std::optional<std::vector<uint32_t>> order();
  std::optional<std::vector<uint32_t>> sequence();

  /// The items of a block of articles, each as JSON on one line, by rising number; nothing where the part is no feed.
  std::optional<std::vector<std::string>> items(uint32_t block);

  /// The ids of a block's articles, by rising number.
  std::optional<std::vector<std::string>> ids(uint32_t block);

  /// Calls `use` with every hash the manifest and its pages name; false where a page cannot be read.
  bool for_each_part(const std::function<void(const PartHash& hash)>& use);

  /// The feed without articles.
  Feed head() const;
  /// Writes the whole feed, as feed/json_feed_writer.h does. False where something cannot be read, or `goes_on`, which
  /// is asked before each article, says so.
  bool write_feed(const std::function<void(std::string_view)>& sink,
                  const std::function<bool(uint64_t done, uint64_t articles)>& goes_on = {});

 private:
  bool for_each_in(const PartTable& table, const std::function<void(const PartHash& hash)>& use);

  std::string folder_, wrong_;
  std::optional<Manifest> manifest_;
  bool is_absent_ = false;
  PartHash page_hash_{};
  std::string page_;  // the one read last
};

}  // namespace bantin
