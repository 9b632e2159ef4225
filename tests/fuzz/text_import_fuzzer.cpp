// A page saved as plain text, its day and department inferred.
// Seeds: tests/data/*.txt tests/data/text/*.txt data/*.txt
#include "import/text_import.h"

#include "cli/utf8_nfc.h"
#include "fuzz.h"
#include "spans.h"

void bantin::fuzz::read(std::string_view input) {
  ImportResult result = import_text(input, {}, utf8_nfc);
  if (!result.article) return;
  demand(!result.article->title.empty());
  demand_spans(*result.article);
  Feed feed;
  add_to_feed(feed, std::move(result));
  demand(feed.articles.size() == 1 && !feed.articles[0].id.empty());
  demand(feed.articles[0].department < feed.departments.size());
}
