// The documents of a bundle's blocks: JSON Feeds of up to kBlockNumbers articles, with their headlines or whole.
#pragma once

#include <string>
#include <vector>

#include "bundle/pack_input.h"

namespace bantin {

/// Each article as JSON, on one line.
std::vector<std::string> item_texts(const std::vector<PackItem>& items);
std::string articles_document(const std::vector<std::string>& item_texts);
std::string headlines_document(const std::vector<PackItem>& items);

}  // namespace bantin
