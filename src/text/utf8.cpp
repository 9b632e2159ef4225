#include "text/utf8.h"

namespace bantin {

namespace {

// What a lead byte promises: how many bytes follow and which first one of them is allowed.
struct Lead {
  int followers;
  unsigned char first_low, first_high;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

char32_t decode(std::string_view text, size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const Lead lead = lead_of(first);
  if (lead.followers == 0) return kReplacementCharacter;
  char32_t code_point = first & (0x3Fu >> lead.followers);
  for (int i = 0; i < lead.followers; ++i) {
    const unsigned byte = at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
    const unsigned low = i == 0 ? lead.first_low : 0x80u, high = i == 0 ? lead.first_high : 0xBFu;
    if (byte < low || byte > high) return kReplacementCharacter;
    code_point = (code_point << 6) | (byte & 0x3F);
    ++at;
  }
  return code_point;
}

void append(std::string& out, char32_t code_point) {
  const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (is_surrogate || code_point > 0x10FFFF) code_point = kReplacementCharacter;
  const auto follower = [&](int shift) { out.push_back(static_cast<char>(0x80 | ((code_point >> shift) & 0x3F))); };
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
  } else if (code_point < 0x800) {
    out.push_back(static_cast<char>(0xC0 | (code_point >> 6)));
    follower(0);
  } else if (code_point < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | (code_point >> 12)));
    follower(6);
    follower(0);
  } else {
    out.push_back(static_cast<char>(0xF0 | (code_point >> 18)));
    follower(12);
    follower(6);
    follower(0);
  }
}

std::string repaired(std::string_view text, size_t* replaced) {
  std::string whole;
  whole.reserve(text.size());
  size_t bad = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t code_point = decode(text, at);
    const bool is_bad = code_point == kReplacementCharacter && text.substr(begin, at - begin) != "\xEF\xBF\xBD";
    bad += is_bad;
    append(whole, code_point);
  }
  if (replaced) *replaced = bad;
  return whole;
}

}  // namespace bantin
