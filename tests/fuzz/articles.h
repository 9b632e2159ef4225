// What holds for every article, whatever it was read from.
#pragma once

#include "feed/model.h"
#include "fuzz.h"
#include "import/imported.h"

namespace bantin::fuzz {

inline void demand_spans(const std::string& text, const std::vector<Span>& spans) {
  size_t end = 0;
  for (const Span& span : spans) {
    demand(span.begin >= end && span.begin <= span.end && span.end <= text.size());
    end = span.end;
  }
}

inline void demand_spans(const Article& article) {
  for (const Block& block : article.body) {
    demand_spans(block.text, block.spans);
    if (block.kind == BlockKind::picture) demand(block.index < article.pictures.size());
    if (block.kind == BlockKind::table) demand(block.index < article.tables.size());
  }
  for (const Table& table : article.tables) {
    for (const std::vector<Cell>& row : table.rows) {
      for (const Cell& cell : row) demand_spans(cell.text, cell.spans);
    }
  }
}

inline void demand_articles(const InputResult& result) {
  demand(result.fault.empty() || result.articles.empty());
  for (const Imported& imported : result.articles) demand_spans(imported.article);
}

}  // namespace bantin::fuzz
