#include "feed/json_source.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "text/utf8.h"

namespace bantin {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kSafeDigits = 300;  // a number this short without an exponent fits a double

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The four digits of \uXXXX; -1 where there are none.
int escaped_unit(std::string_view text, size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int value = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const char c = text[i];
    constexpr std::string_view kDigits = "0123456789abcdef";
    const size_t digit = kDigits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 'a' - 'A') : c);
    if (digit == std::string_view::npos) return -1;
    value = value * 16 + static_cast<int>(digit);
  }
  return value;
}

bool is_high(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

}  // namespace

JsonSource::JsonSource(std::string_view json) : text_(json) {
  if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
  mend_encoding();
  mend_tokens();
  std::sort(repairs_.begin(), repairs_.end(), [](auto& a, auto& b) { return a.position < b.position; });
}

JsonSource::Place JsonSource::place_of(size_t position) const {
  const std::string_view before = text_.substr(0, std::min(position, text_.size()));
  const size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto is_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return {static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<uint32_t>(
              std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(), is_character)) +
              1};
}

void JsonSource::mend_encoding() {
  if (is_ascii(text_)) return;
  size_t bad = 0;
  std::string whole = repaired(text_, &bad);
  if (bad == 0) return;
  // A replacement that was there before is no repair of ours; listing it as one too does no harm.
  for (size_t at = whole.find("\xEF\xBF\xBD"); at != std::string::npos; at = whole.find("\xEF\xBF\xBD", at + 3)) {
    repairs_.push_back({at, {}});
  }
  owned_ = std::move(whole);
  text_ = owned_;
}

// Every mend keeps the length, so that places stay what they are.
void JsonSource::mend_tokens() {
  for (size_t at = 0; at < text_.size();) {
    const char c = text_[at];
    if (c == '"') {
      at = mend_string(at + 1);
    } else if ((c >= '0' && c <= '9') || c == '-') {
      at = mend_number(at);
    } else {
      ++at;
    }
  }
}

// Gives the position behind the closing quote.
size_t JsonSource::mend_string(size_t at) {
  while (at < text_.size() && text_[at] != '"') {
    if (text_[at] != '\\') {
      ++at;
      continue;
    }
    const int unit = escaped_unit(text_, at);
    if (is_high(unit) && is_low(escaped_unit(text_, at + 6))) {
      at += 12;
      continue;
    }
    if (is_high(unit) || is_low(unit)) {
      std::memcpy(own(at + 2), "fffd", 4);
      repairs_.push_back({at, {}});
    }
    at += 2;
  }
  return at + 1;
}

size_t JsonSource::mend_number(size_t at) {
  size_t end = at;
  while (end < text_.size() && std::strchr("0123456789+-.eE", text_[end]) && text_[end] != '\0') ++end;
  const std::string number(text_.substr(at, end - at));
  const bool may_be_large = number.size() > kSafeDigits || number.find_first_of("eE") != std::string::npos;
  if (may_be_large && std::isinf(std::strtod(number.c_str(), nullptr))) {
    char* place = own(at);
    std::memset(place, ' ', number.size());
    *place = '0';
    repairs_.push_back({at, number.substr(0, 24)});
  }
  return end;
}

char* JsonSource::own(size_t at) {
  if (owned_.empty()) {
    owned_ = text_;
    text_ = owned_;
  }
  return owned_.data() + at;
}

}  // namespace bantin
