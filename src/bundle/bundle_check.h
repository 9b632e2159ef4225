// Whether a bundle in a folder is whole and agrees with itself: every part is there and is what its hash says,
// headlines and articles are feeds that say the same as each other and as the columns, lists name each article once,
// and each is found by its id. Use:    const BundleCheck check = check_bundle("out", "bundle.json", readers);  for
// (problem : check.problems) … Memory: about 30 bytes an article and the id look-up. Contents of search parts are held
// to their hashes alone.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bundle/bundle_problem.h"
#include "bundle/signing_key.h"
#include "feed/json_feed.h"

namespace bantin {

struct BundleCheck {
  std::vector<BundleProblem> problems;  ///< a file that cannot be read is told once
  uint32_t articles = 0;
  uint64_t parts = 0;  ///< that were read
  bool is_interrupted = false;
};

/// Gives false to end the check.
using WatchCheck = std::function<bool(uint64_t parts_done, uint64_t parts)>;

/// What is wrong with the signature of the bundle's manifest; nothing where it is the key's, or where there is no
/// manifest, which check_bundle tells.
std::optional<BundleProblem> check_signature(const std::string& folder, const std::string& manifest_file,
                                             const PublicKey& key);

/// `manifest_file`: of the folder.
BundleCheck check_bundle(const std::string& folder, const std::string& manifest_file, const FeedReaders& readers,
                         const WatchCheck& watch = {});

}  // namespace bantin
