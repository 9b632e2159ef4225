// Writes the segments of a plan while articles go by, in the order of what the segments cover.
// Use:    SegmentWriter writer(plan, store); while (!writer.is_done()) { number = writer.next(); writer.add(article) …
// }
//         writer.segments()
// Only one segment is in memory at a time.
#pragma once

#include <optional>
#include <vector>

#include "bundle/id_table.h"
#include "bundle/search_writer.h"
#include "bundle/segment_plan.h"

namespace bantin {

class SegmentWriter {
 public:
  /// `before`: where kept segments come from. Both must outlive it.
  SegmentWriter(std::vector<PlannedSegment> plan, const std::vector<Segment>& before, const StorePart& store);

  bool is_done() const { return at_ == segments_.size(); }
  /// The number whose article is wanted.
  uint32_t next() const { return numbers_[ordinal_]; }
  void add(const Article& article);
  /// The article is withdrawn.
  void skip();

  uint64_t to_write() const { return to_write_; }
  const std::vector<Segment>& segments() const { return segments_; }

 private:
  void begin();
  void advance();

  std::vector<PlannedSegment> plan_;
  const StorePart& store_;
  std::vector<Segment> segments_;
  std::vector<uint32_t> numbers_;  // of the segment that is written
  size_t at_ = 0, ordinal_ = 0;
  uint64_t to_write_ = 0;
  std::optional<SearchWriter> search_;
  IdTableWriter ids_;
};

}  // namespace bantin
