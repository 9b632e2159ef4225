// Feeds → a bundle in a folder (data/README.md, "A bundle"). A bundle that is there already is continued: numbers stay,
// only parts whose content changed are written.
// Use:    const PackReport report = pack({{"feed.json"}, "out"}, readers, watch);
//         if (report.fault != PackFault::none) … report.at …
// The same feeds over the same bundle, and the same key, give the same bytes. Whatever happens, the folder holds the
// bundle it held or the new one. Memory: about 100 bytes an article, and what indexing one segment takes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bundle/pack_input.h"
#include "bundle/signing_key.h"

namespace bantin {

struct PackOrder {
  std::vector<std::string> feeds;
  std::string folder;
  bool is_fresh = false;            ///< numbers and parts anew, whatever was there
  const SigningKey* key = nullptr;  ///< to sign by; none: a bundle that changes is not signed
};

struct PackReport {
  PackFault fault = PackFault::none;
  std::string at;        ///< the file or folder of the fault
  Problem refusal;       ///< where the fault is `refused`
  std::string unusable;  ///< what of the bundle there was could not be read, so that all was made anew; empty: nothing
  uint32_t articles = 0, departments = 0;
  uint32_t added = 0, edited = 0, withdrawn = 0;  ///< against the bundle there was
  uint64_t new_parts = 0, new_bytes = 0;          ///< what readers of the bundle there was have not yet, manifest too
  bool is_same = false;                           ///< nothing was written: the bundle is as it was
  bool has_lost_signature = false;                ///< the bundle there was had one, this one has none
};

PackReport pack(const PackOrder& order, const FeedReaders& readers, const PackWatch& watch);

}  // namespace bantin
