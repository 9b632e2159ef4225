#include "bundle/prefix_lists.h"

#include <algorithm>
#include <bit>

namespace bantin {

namespace {

constexpr uint32_t kWordBits = 64;

size_t shared_bytes(std::string_view a, std::string_view b) {
  const size_t most = std::min(a.size(), b.size());
  return static_cast<size_t>(std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first -
                             a.begin());
}

// Whether a letter ends before `at`.
bool is_between_letters(std::string_view text, size_t at) {
  return at == text.size() || (static_cast<uint8_t>(text[at]) & 0xC0) != 0x80;
}

uint32_t end_of(std::string_view prefix, const std::vector<std::string_view>& terms, uint32_t first) {
  const auto begin = terms.begin() + first;
  const auto end =
      std::partition_point(begin, terms.end(), [prefix](std::string_view term) { return term.starts_with(prefix); });
  return static_cast<uint32_t>(end - terms.begin());
}

Ordinals ordinals_of(const std::vector<uint64_t>& bits) {
  Ordinals ordinals;
  for (uint32_t at = 0; at < bits.size(); ++at) {
    for (uint64_t word = bits[at]; word != 0; word &= word - 1)
      ordinals.push_back(at * kWordBits + static_cast<uint32_t>(std::countr_zero(word)));
  }
  return ordinals;
}

}  // namespace

std::vector<CommonPrefix> common_prefixes(const std::vector<std::string_view>& terms) {
  std::vector<CommonPrefix> prefixes;
  for (uint32_t first = 0; first + kFewTerms < terms.size(); ++first) {
    const std::string_view term = terms[first];
    const size_t known = first == 0 ? 0 : shared_bytes(terms[first - 1], term);
    // In order, so that the terms between begin so, too.
    const size_t longest = shared_bytes(term, terms[first + kFewTerms]);
    for (size_t length = known + 1; length <= longest; ++length) {
      if (!is_between_letters(term, length)) continue;
      const std::string_view prefix = term.substr(0, length);
      prefixes.push_back({prefix, first, end_of(prefix, terms, first)});
    }
  }
  return prefixes;
}

void PrefixUnions::add(const Ordinals& ordinals) {
  open_and_close();
  ++term_;
  if (open_.empty()) return;
  std::vector<uint64_t>& bits = open_.back().bits;
  if (!ordinals.empty() && ordinals.back() / kWordBits >= bits.size()) bits.resize(ordinals.back() / kWordBits + 1);
  for (const uint32_t ordinal : ordinals) bits[ordinal / kWordBits] |= uint64_t{1} << ordinal % kWordBits;
}

std::vector<PrefixUnions::Union> PrefixUnions::finish() {
  while (!open_.empty()) close();
  return std::move(unions_);
}

void PrefixUnions::open_and_close() {
  while (!open_.empty() && prefixes_[open_.back().prefix].end <= term_) close();
  for (; next_prefix_ < prefixes_.size() && prefixes_[next_prefix_].first == term_; ++next_prefix_)
    open_.push_back({next_prefix_, {}});
}

void PrefixUnions::close() {
  const Open closed = std::move(open_.back());
  open_.pop_back();
  const Ordinals ordinals = ordinals_of(closed.bits);
  Union& made = unions_[closed.prefix];
  made.documents = static_cast<uint32_t>(ordinals.size());
  put_ordinals(made.list, ordinals);
  if (open_.empty()) return;
  std::vector<uint64_t>& around = open_.back().bits;
  if (around.size() < closed.bits.size()) around.resize(closed.bits.size());
  for (size_t at = 0; at < closed.bits.size(); ++at) around[at] |= closed.bits[at];
}

}  // namespace bantin
