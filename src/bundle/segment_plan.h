// Which segments a bundle keeps as they are and which are written: few of them, and each article written anew only a
// few times (data/README.md, "Segments").
// Use:    for (const PlannedSegment& segment : plan_segments(before, changes)) if (segment.kept) … else …
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "bundle/manifest.h"
#include "bundle/number_runs.h"

namespace bantin {

/// Numbers are rising.
struct BundleChanges {
  std::vector<bool> is_live;        ///< by number: there is an article
  std::vector<uint32_t> indexed;    ///< added or edited ones
  std::vector<uint32_t> withdrawn;  ///< that were there before
};

struct PlannedSegment {
  std::vector<NumberRun> covers;
  std::optional<size_t> kept;  ///< of the segments there were; none: it is to be written
};

/// All live numbers in segments as large as may be.
std::vector<PlannedSegment> plan_anew(const std::vector<bool>& is_live);
std::vector<PlannedSegment> plan_segments(const std::vector<Segment>& before, const BundleChanges& changes);

}  // namespace bantin
