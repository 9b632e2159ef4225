// The pictures of a bundle: those beside a feed are copied at the paths the feed gives, with smaller variants beside
// them, and their sizes and hashes go into the articles.
// Use:    PictureFolder pictures(folder, watch); pictures.take(article.pictures, "feeds/feed.json");
// Addresses with a scheme, from a server's root or out of the feed's folder are left as they are.
// Errors: a picture that is not there or cannot be read is told once to `watch` and keeps its address.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "bundle/bundle_folder.h"
#include "bundle/pack_input.h"
#include "bundle/pictures.h"

namespace bantin {

class PictureFolder {
 public:
  /// Both must outlive it.
  PictureFolder(BundleFolder& folder, const PackWatch& watch) : folder_(folder), watch_(watch) {}

  /// `feed`: path of the file they are from. Gives the hashes of those that are kept.
  PictureHashes take(std::vector<Picture>& pictures, const std::string& feed);

 private:
  const std::optional<PictureFile>& kept(const std::string& name, const std::string& feed);
  std::optional<PictureFile> keep(const std::string& name, const std::string& source);

  BundleFolder& folder_;
  const PackWatch& watch_;
  std::unordered_map<std::string, std::optional<PictureFile>> known_;  // by name
};

/// The srcset of a picture with these variants: "cau.jpg.480.webp 480w, cau.jpg 700w".
std::string srcset_of(const std::string& source, const PictureFile& file);

/// The HTML without the srcsets that srcset_of() made: the feed as it was before it was packed.
std::string without_variants(std::string html);

}  // namespace bantin
