#include "bundle/picture_folder.h"

#include <filesystem>

#include "bundle/file_bytes.h"

namespace bantin {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSource = "<img src=\"", kSet = "\" srcset=\"", kFirst = ".480.webp 480w";

// The path of a picture below the feed's folder; empty: it is elsewhere.
std::string name_of(const std::string& source) {
  const size_t end = source.find_first_of("?#");
  const std::string path = source.substr(0, end);
  if (path.empty() || path.find_first_of(":\\%") != std::string::npos || path.front() == '/') return {};
  const std::string name = fs::path(path).lexically_normal().generic_string();
  return name.starts_with("..") || name == "." || name.ends_with('/') ? std::string() : name;
}

// The address of a picture's variant: the picture's own with another file name.
std::string sibling(const std::string& source, const std::string& file) {
  const std::string path = source.substr(0, source.find_first_of("?#"));
  return path.substr(0, path.rfind('/') + 1) + file;
}

}  // namespace

PictureHashes PictureFolder::take(std::vector<Picture>& pictures, const std::string& feed) {
  PictureHashes hashes;
  for (Picture& picture : pictures) {
    const std::string name = name_of(picture.source);
    if (name.empty()) continue;
    const std::optional<PictureFile>& file = kept(name, feed);
    if (!file) continue;
    if (picture.width == 0 || picture.height == 0) {
      picture.width = file->width;
      picture.height = file->height;
    }
    if (picture.srcset.empty()) picture.srcset = srcset_of(picture.source, *file);
    hashes.emplace(picture.source, file->hash);
  }
  return hashes;
}

const std::optional<PictureFile>& PictureFolder::kept(const std::string& name, const std::string& feed) {
  const auto [known, is_new] = known_.try_emplace(name);
  if (is_new) {
    known->second = keep(name, (fs::path(feed).parent_path() / name).string());
    if (!known->second && watch_.picture) watch_.picture(feed, name);
  }
  return known->second;
}

std::optional<PictureFile> PictureFolder::keep(const std::string& name, const std::string& source) {
  const auto bytes = file_bytes(source);
  if (!bytes) return std::nullopt;
  const std::string beside = name.substr(0, name.rfind('/') + 1);
  auto file = make_variants(source, [&](const std::string& variant, std::string_view content) {
    return folder_.keep(beside + variant, content);
  });
  // The folder of the feed may be the bundle's own.
  std::error_code error;
  if (file && !fs::equivalent(source, folder_.path_of(name), error) && !folder_.keep(name, *bytes)) return std::nullopt;
  if (file) file->hash = hex(hash_of(*bytes));
  return file;
}

std::string srcset_of(const std::string& source, const PictureFile& file) {
  std::string set;
  if (file.variants.empty() || source.find_first_of(" ,") != std::string::npos) return set;
  for (const Variant& variant : file.variants)
    set += sibling(source, variant.path) + " " + std::to_string(variant.width) + "w, ";
  return set + source + " " + std::to_string(file.width) + "w";
}

std::string without_variants(std::string html) {
  for (size_t at = html.find(kSource); at != std::string::npos; at = html.find(kSource, at)) {
    at += kSource.size();
    const size_t end = html.find('"', at);
    if (end == std::string::npos) break;
    const std::string first = html.substr(at, end - at) + std::string(kFirst);
    if (html.compare(end, kSet.size(), kSet) != 0 || html.compare(end + kSet.size(), first.size(), first) != 0)
      continue;
    html.erase(end + 1, html.find('"', end + kSet.size()) - end);
  }
  return html;
}

}  // namespace bantin
