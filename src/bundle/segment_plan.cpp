#include "bundle/segment_plan.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace bantin {

namespace {

constexpr size_t kAnewShare = 8;  // when more than one in so many changed, all segments are made anew

bool has_any(const std::vector<NumberRun>& covers, const std::vector<uint32_t>& numbers) {
  return std::any_of(covers.begin(), covers.end(), [&](const NumberRun& run) {
    const auto found = std::lower_bound(numbers.begin(), numbers.end(), run.first);
    return found != numbers.end() && *found - run.first < run.count;
  });
}

std::vector<uint32_t> live_numbers(const std::vector<bool>& is_live) {
  std::vector<uint32_t> numbers;
  for (uint32_t number = 0; std::cmp_less(number, is_live.size()); ++number) {
    if (is_live[number]) numbers.push_back(number);
  }
  return numbers;
}

void add_segments(std::vector<PlannedSegment>& plan, const std::vector<uint32_t>& numbers) {
  for (size_t begin = 0; begin < numbers.size(); begin += kSegmentNumbers) {
    const size_t end = std::min(numbers.size(), begin + kSegmentNumbers);
    const auto first = numbers.begin();
    const std::vector<uint32_t> covered(first + static_cast<std::ptrdiff_t>(begin),
                                        first + static_cast<std::ptrdiff_t>(end));
    plan.push_back({runs_of(covered), std::nullopt});
  }
}

}  // namespace

std::vector<PlannedSegment> plan_anew(const std::vector<bool>& is_live) {
  std::vector<PlannedSegment> plan;
  add_segments(plan, live_numbers(is_live));
  return plan;
}

std::vector<PlannedSegment> plan_segments(const std::vector<Segment>& before, const BundleChanges& changes) {
  const auto live = static_cast<size_t>(std::count(changes.is_live.begin(), changes.is_live.end(), true));
  if (changes.indexed.size() * kAnewShare > live) return plan_anew(changes.is_live);
  std::vector<PlannedSegment> plan;
  plan.reserve(before.size() + 1);
  for (size_t i = 0; i < before.size(); ++i) {
    const bool is_kept = !has_any(before[i].covers, changes.withdrawn);
    plan.push_back({before[i].covers, is_kept ? std::optional(i) : std::nullopt});
  }
  std::vector<uint32_t> newest = changes.indexed;
  while (!newest.empty() && !plan.empty()) {
    std::vector<uint32_t> last = numbers_of(plan.back().covers);
    if (last.size() >= 2 * newest.size() || last.size() + newest.size() > kSegmentNumbers) break;
    std::erase_if(last, [&](uint32_t number) { return !changes.is_live[number]; });
    std::vector<uint32_t> both;
    std::set_union(newest.begin(), newest.end(), last.begin(), last.end(), std::back_inserter(both));
    newest = std::move(both);
    plan.pop_back();
  }
  add_segments(plan, newest);
  return plan;
}

}  // namespace bantin
