// A news page saved as plain text → an article: title, lead (often there twice), body, and a trailing "Tin liên quan".
// Use:    ImportResult result = import_text(text, {.department = "so-yt"}, nfc);
// Errors: a text without any paragraph gives no article. What had to be inferred is listed with its evidence.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feed/model.h"
#include "import/imported.h"
#include "text/nfc.h"

namespace bantin {

struct ImportResult {
  std::optional<Article> article;  ///< its department is to be set by whoever puts it into a feed
  Department department;
  std::vector<Inference> inferences;
  size_t replaced = 0;  ///< parts that were no UTF-8, now U+FFFD
};

/// Paragraphs are parted by blank lines; in a text without any, each line is one.
ImportResult import_text(std::string_view text, const ImportOptions& options, const Nfc& nfc);

/// Puts `result` into `feed`, its department too, under an id no other article has.
void add_to_feed(Feed& feed, ImportResult result);

}  // namespace bantin
