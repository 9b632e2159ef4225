// Parts kept in memory by their hashes, as a bundle's folder keeps them on disk.
#pragma once

#include <map>
#include <string>

#include "bundle/part.h"

namespace bantin {

struct KeptParts {
  std::map<PartHash, std::string> contents;
  const StorePart store = [this](std::string_view content) {
    contents[hash_of(content)] = content;
    return hash_of(content);
  };

  /// Part `number` of a table.
  std::string part(const PartTable& table, uint32_t number) const {
    const std::string& page = contents.at(table.pages[number / kPageParts]);
    PartHash hash;
    page.copy(reinterpret_cast<char*>(hash.data()), hash.size(), 1 + hash.size() * (number % kPageParts));
    return contents.at(hash);
  }
};

}  // namespace bantin
