#include "cli/picture_embedder.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>

#include "cli/file.h"
#include "text/base64.h"

namespace bantin {

namespace fs = std::filesystem;

namespace {

// By its first bytes; empty: none that a reader shows.
std::string_view type_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  if (bytes.starts_with("GIF8")) return "image/gif";
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return "image/webp";
  if (bytes.substr(0, 12).ends_with("ftypavif")) return "image/avif";
  return {};
}

bool is_relative(std::string_view address) {
  const size_t sign = address.find_first_of(":/?#");
  return !address.starts_with('/') && (sign == std::string_view::npos || address[sign] != ':');
}

std::optional<int> digit(char sign) {
  if (sign >= '0' && sign <= '9') return sign - '0';
  if (sign >= 'a' && sign <= 'f') return sign - 'a' + 10;
  if (sign >= 'A' && sign <= 'F') return sign - 'A' + 10;
  return std::nullopt;
}

// "t%E1%BB%87p.png?1" is the file "tệp.png".
std::string file_name(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  std::string name;
  for (size_t at = 0; at < address.size(); ++at) {
    const bool is_escape = address[at] == '%' && at + 2 < address.size();
    const auto high = is_escape ? digit(address[at + 1]) : std::nullopt;
    const auto low = is_escape ? digit(address[at + 2]) : std::nullopt;
    name += high && low ? static_cast<char>(*high << 4 | *low) : address[at];
    if (high && low) at += 2;
  }
  return name;
}

class Embedder {
 public:
  explicit Embedder(const std::string& feed_path) {
    std::error_code error;
    folder_ = fs::weakly_canonical(fs::absolute(feed_path, error), error).parent_path();
  }

  void embed(Picture& picture) {
    if (!is_relative(picture.source)) return;
    const auto [known, is_new] = done_.try_emplace(picture.source);
    if (is_new) known->second = data_of(picture.source);
    if (!known->second.empty()) {
      picture.source = known->second;
      picture.srcset.clear();
      ++result_.embedded;
    } else if (is_new) {
      result_.missing.push_back(picture.source);
    }
  }

  EmbeddedPictures finish() { return std::move(result_); }

 private:
  // Empty: there is no such picture.
  std::string data_of(const std::string& address) const {
    std::error_code error;
    const fs::path path = fs::weakly_canonical(folder_ / file_name(address), error);
    // A feed from elsewhere is not to carry the clerk's own pictures away.
    if (error || std::mismatch(folder_.begin(), folder_.end(), path.begin(), path.end()).first != folder_.end())
      return {};
    const std::string bytes = fs::is_regular_file(path, error) ? read_file(path.string()).value_or("") : "";
    const std::string_view type = type_of(bytes);
    return type.empty() ? "" : "data:" + std::string(type) + ";base64," + base64(bytes);
  }

  fs::path folder_;
  std::map<std::string, std::string> done_;
  EmbeddedPictures result_;
};

}  // namespace

EmbeddedPictures embed_pictures(Feed& feed, const std::string& feed_path) {
  Embedder embedder(feed_path);
  for (Article& article : feed.articles) {
    for (Picture& picture : article.pictures) embedder.embed(picture);
  }
  return embedder.finish();
}

}  // namespace bantin
