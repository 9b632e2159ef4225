#include "import/utf16.h"

#include "text/utf8.h"

namespace bantin {

namespace {

bool is_high(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

char32_t unit_at(std::string_view bytes, size_t at, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
  return order == ByteOrder::little ? (char32_t{second} << 8) | first : (char32_t{first} << 8) | second;
}

}  // namespace

std::string utf16_to_utf8(std::string_view bytes, ByteOrder order, size_t* replaced) {
  std::string text;
  text.reserve(bytes.size());
  size_t bad = bytes.size() % 2;
  const size_t end = bytes.size() - bad;
  for (size_t at = 0; at < end; at += 2) {
    char32_t letter = unit_at(bytes, at, order);
    const char32_t next = at + 2 < end ? unit_at(bytes, at + 2, order) : 0;
    if (is_high(letter) && is_low(next)) {
      letter = 0x10000 + ((letter - 0xD800) << 10) + (next - 0xDC00);
      at += 2;
    } else if (is_high(letter) || is_low(letter)) {
      letter = kReplacementCharacter;
      ++bad;
    }
    append(text, letter);
  }
  if (bytes.size() % 2) append(text, kReplacementCharacter);
  if (replaced) *replaced = bad;
  return text;
}

std::optional<ByteOrder> utf16_order(std::string_view bytes) {
  constexpr size_t kSample = 4096;
  const std::string_view sample = bytes.substr(0, kSample);
  if (sample.size() < 4) return std::nullopt;
  size_t nuls[2] = {0, 0};
  for (size_t at = 0; at < sample.size(); ++at) nuls[at % 2] += sample[at] == '\0';
  const size_t units = sample.size() / 2;
  const auto is_most = [&](size_t count) { return count * 5 > units * 2; };
  const auto is_rare = [&](size_t count) { return count * 20 <= units; };
  if (is_most(nuls[1]) && is_rare(nuls[0])) return ByteOrder::little;
  if (is_most(nuls[0]) && is_rare(nuls[1])) return ByteOrder::big;
  return std::nullopt;
}

}  // namespace bantin
