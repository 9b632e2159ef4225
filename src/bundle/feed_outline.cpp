#include "bundle/feed_outline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

namespace bantin {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool opens(char c) { return c == '{' || c == '['; }
bool closes(char c) { return c == '}' || c == ']'; }

bool is_items(const std::string& key) {
  if (key.find('\\') == std::string::npos) return key == "items";
  return nlohmann::json::parse('"' + key + '"', nullptr, false) == "items";
}

bool is_before(Place a, Place b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); }

// Behind the closing quote of the string that begins at `at`.
size_t string_end(std::string_view text, size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

size_t value_end(std::string_view text, size_t at) {
  for (uint32_t depth = 0; at < text.size();) {
    const char c = text[at];
    if (depth == 0 && c == ',') break;
    if (c == '"') {
      at = string_end(text, at);
      continue;
    }
    if (opens(c)) ++depth;
    if (closes(c) && depth > 0) --depth;
    ++at;
  }
  return at;
}

}  // namespace

void PlaceCounter::advance(std::string_view text) {
  const auto lines = static_cast<uint32_t>(std::count(text.begin(), text.end(), '\n'));
  if (lines > 0) {
    text.remove_prefix(text.rfind('\n') + 1);
    place_ = {place_.line + lines, 1};
  }
  const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  place_.column += static_cast<uint32_t>(std::count_if(text.begin(), text.end(), is_first_byte));
}

void FeedScanner::read(std::string_view chunk) {
  chunk_ = chunk;
  kept_ = counted_ = 0;
  size_t at = 0;
  if (offset_ == 0 && chunk.starts_with(kByteOrderMark)) at = kept_ = counted_ = kByteOrderMark.size();
  while (at < chunk.size()) {
    if (is_string_) {
      at = read_string(chunk, at);
      continue;
    }
    if (is_in_items_) {
      step_items(chunk[at], at);
    } else {
      step_head(chunk[at], at);
    }
    ++at;
  }
  if (!is_in_items_) outline_.head += chunk.substr(kept_);
  place_at(chunk.size());
  offset_ += chunk.size();
}

// To behind the closing quote or the end of the chunk.
size_t FeedScanner::read_string(std::string_view chunk, size_t at) {
  const size_t begin = at;
  for (; at < chunk.size(); ++at) {
    if (is_escape_) {
      is_escape_ = false;
    } else if (chunk[at] == '\\') {
      is_escape_ = true;
    } else if (chunk[at] == '"') {
      is_string_ = false;
      break;
    }
  }
  if (is_key_) key_ += chunk.substr(begin, at - begin);
  return at + (is_string_ ? 0 : 1);
}

void FeedScanner::step_head(char c, size_t at) {
  if (c == '"') {
    is_string_ = true;
    is_key_ = depth_ == 1 && !is_value_;
    if (is_key_) key_.clear();
  }
  if (depth_ == 1 && c == ':') is_value_ = true;
  if (depth_ == 1 && c == ',') is_value_ = false;
  if (depth_ == 1 && c == '[' && is_value_ && is_items(key_)) return begin_items(at);
  if (opens(c)) ++depth_;
  if (closes(c) && depth_ > 0) --depth_;
}

void FeedScanner::begin_items(size_t at) {
  outline_.head += chunk_.substr(kept_, at + 1 - kept_);
  outline_.cuts.push_back({outline_.head.size(), {}});
  is_in_items_ = is_between_ = true;
  is_key_ = has_batch_ = false;
  depth_ = 0;
}

void FeedScanner::step_items(char c, size_t at) {
  if (depth_ > 0) {
    if (opens(c)) ++depth_;
    if (closes(c)) --depth_;
    if (c == '"') is_string_ = true;
    return;
  }
  if (is_blank(c)) return;
  if (c == ']') return end_items(at);
  if (c == ',' && !is_between_) {
    comma_ = offset_ + at;
    is_between_ = true;
    return;
  }
  if (is_between_) begin_item(at);
  if (opens(c)) ++depth_;
  if (c == '"') is_string_ = true;
}

void FeedScanner::begin_item(size_t at) {
  is_between_ = false;
  if (has_batch_ && comma_ - batch_.begin >= batch_bytes_) end_batch(comma_);
  if (has_batch_) return;
  has_batch_ = true;
  batch_ = {offset_ + at, 0, place_at(at), outline_.cuts.size() - 1};
}

void FeedScanner::end_batch(uint64_t end) {
  batch_.end = end;
  outline_.batches.push_back(batch_);
  has_batch_ = false;
}

void FeedScanner::end_items(size_t at) {
  if (has_batch_) end_batch(offset_ + at);
  outline_.cuts.back().end = place_at(at);
  is_in_items_ = is_value_ = false;
  depth_ = 1;
  kept_ = at;
}

// Positions that never go back.
Place FeedScanner::place_at(size_t at) {
  counter_.advance(chunk_.substr(counted_, at - counted_));
  counted_ = at;
  return counter_.place();
}

FeedOutline FeedScanner::finish() {
  if (is_in_items_) {
    if (has_batch_) end_batch(offset_);
    outline_.cuts.back().end = counter_.place();
  }
  return std::move(outline_);
}

std::vector<ItemRange> item_ranges(std::string_view items) {
  std::vector<ItemRange> ranges;
  for (size_t at = 0; at < items.size();) {
    if (is_blank(items[at]) || items[at] == ',') {
      ++at;
      continue;
    }
    const size_t begin = at;
    at = value_end(items, at);
    size_t end = at;
    while (is_blank(items[end - 1])) --end;
    ranges.push_back({begin, end});
  }
  return ranges;
}

FeedDocument::FeedDocument(const FeedOutline& outline, const ItemBatch* batch, std::string_view items) {
  shifts_.push_back({{}, {}});
  const size_t cut = batch ? batch->cut : 0;
  size_t done = 0;
  for (size_t i = 0; i < outline.cuts.size(); ++i) {
    add_head(outline, done, outline.cuts[i].at);
    done = outline.cuts[i].at;
    if (i == cut) {
      shifts_.push_back({counter_.place(), batch ? batch->place : Place{}});
      text_ += items;
      counter_.advance(items);
      items_end_ = counter_.place();
    }
    shifts_.push_back({counter_.place(), outline.cuts[i].end});
  }
  add_head(outline, done, outline.head.size());
}

void FeedDocument::add_head(const FeedOutline& outline, size_t from, size_t to) {
  const std::string_view piece = std::string_view(outline.head).substr(from, to - from);
  text_ += piece;
  counter_.advance(piece);
}

Place FeedDocument::place_in_file(Place place) const {
  const Shift* last = shifts_.data();
  for (const Shift& shift : shifts_) {
    if (!is_before(place, shift.from)) last = &shift;
  }
  const uint32_t line = place.line - last->from.line + last->to.line;
  return {line, place.line == last->from.line ? place.column - last->from.column + last->to.column : place.column};
}

bool FeedDocument::is_before_end(Place place) const { return is_before(place, items_end_); }

}  // namespace bantin
