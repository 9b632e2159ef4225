// Words, folding, slugs and line breaks of any text: the scanner of bundles sees the words that search sees.
// Seeds: tests/data/*.json tests/data/html/*.html
#include "bundle/word_scanner.h"
#include "fuzz.h"
#include "text/fold.h"
#include "text/line_break.h"
#include "text/utf8.h"

void bantin::fuzz::read(std::string_view input) {
  const std::string text = repaired(input);
  demand(repaired(text) == text);
  for (const char c : slug(text)) demand((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  const std::string once = folded(text);
  demand(folded(once) == once);

  for (WordScanner words(text); words.next();) {
    demand(!words.spelling().empty() && words.spelling().size() <= kLongestSpelling);
    const std::string term = term_of(words.spelling());
    demand(!term.empty() && term.size() <= kLongestTerm);
  }
  uint32_t end = 0;
  for (const Run& run : runs(text)) {
    demand(run.begin >= end && run.begin <= run.end && run.end <= run.next && run.next <= text.size());
    end = run.next;
  }
}
