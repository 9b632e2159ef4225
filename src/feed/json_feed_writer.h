// A feed as a JSON Feed 1.1 document with the extension `_bantin`, whole or item by item. Native only: nothing in a
// browser writes feeds.
// Use:    FeedWriter writer(feed, [&](std::string_view text) { out << text; });
//         writer.add(write_item(article, department)); … writer.finish();
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "feed/model.h"

namespace bantin {

/// Indented by two spaces, fields in a fixed order, ends in a newline. Undated articles have no date_published. Dates
/// are written with Vietnam's offset (+07:00), the only one the model's own-offset moments are imported with.
std::string write_feed(const Feed& feed);

/// SHA-256 of files, 64 digits, by their addresses as articles have them.
using PictureHashes = std::map<std::string, std::string>;

/// An item on one line: an object of JSON. `pictures`: what a bundle adds, so that whoever keeps them can tell which
/// are right.
std::string write_item(const Article& article, const Department& department, const PictureHashes& pictures = {});
/// The same without content, attachments and related articles: what a list shows.
std::string write_headline(const Article& article, const Department& department);

/// "2022-01-13T08:00:00+07:00"; empty where it is undated.
std::string rfc3339(const Moment& moment);

/// Writes what write_feed gives, the same bytes, while no more than one item is in memory.
class FeedWriter {
 public:
  using Sink = std::function<void(std::string_view)>;

  /// The articles of `head` are passed over.
  FeedWriter(const Feed& head, Sink sink);
  /// `item`: an object of JSON, as write_item gives it. What is no JSON is left out: false.
  bool add(std::string_view item);
  void finish();

 private:
  Sink sink_;
  bool is_empty_ = true;
};

}  // namespace bantin
