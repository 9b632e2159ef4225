#include "bundle/segment_writer.h"

#include <utility>

namespace bantin {

SegmentWriter::SegmentWriter(std::vector<PlannedSegment> plan, const std::vector<Segment>& before,
                             const StorePart& store)
    : plan_(std::move(plan)), store_(store), segments_(plan_.size()) {
  for (size_t i = 0; i < plan_.size(); ++i) {
    if (plan_[i].kept) {
      segments_[i] = before[*plan_[i].kept];
    } else {
      for (const NumberRun& run : plan_[i].covers) to_write_ += run.count;
    }
  }
  begin();
}

void SegmentWriter::add(const Article& article) {
  search_->add(article);
  ids_.add(id_hash(article.id), static_cast<uint32_t>(ordinal_));
  advance();
}

void SegmentWriter::skip() {
  search_->skip();
  advance();
}

void SegmentWriter::begin() {
  while (!is_done() && plan_[at_].kept) ++at_;
  if (is_done()) return;
  numbers_ = numbers_of(plan_[at_].covers);
  ordinal_ = 0;
  search_.emplace(store_);
}

void SegmentWriter::advance() {
  if (++ordinal_ < numbers_.size()) return;
  segments_[at_] = {plan_[at_].covers, ids_.finish(store_), search_->finish()};
  ++at_;
  begin();
}

}  // namespace bantin
