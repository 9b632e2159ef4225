#include "feed/json_source.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "text/utf8.h"

namespace bantin {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr size_t kSafeDigits = 300;                        // a number this short without an exponent fits a double

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
  std::sort(repairs_.begin(), repairs_.end(), [](const Repair& a, const Repair& b) { return a.position < b.position; });
}

void JsonSource::mend_encoding() {
  std::string whole;
  size_t kept = 0;  // what is before this has gone into `whole`
  for (size_t at = 0; at < text_.size();) {
    if (static_cast<unsigned char>(text_[at]) < 0x80) {
      ++at;
      continue;
    }
    const size_t begin = at;
    if (decode(text_, at) != kReplacementCharacter || text_.substr(begin, at - begin) == kReplacement) continue;
    whole += text_.substr(kept, begin - kept);
    repairs_.push_back({whole.size(), {}});
    whole += kReplacement;
    kept = at;
  }
  if (repairs_.empty()) return;
  whole += text_.substr(kept);
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

Place PlaceFinder::place_of(size_t position) {
  for (const size_t end = std::min(position, text_.size()); at_ < end; ++at_) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte == '\n') {
      ++place_.line;
      place_.column = 1;
    } else if ((byte & 0xC0) != 0x80) {
      ++place_.column;
    }
  }
  return place_;
}

}  // namespace bantin
