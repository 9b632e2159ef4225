#include "import/misread_text.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "import/transcoding.h"
#include "import/vietnamese_fit.h"
#include "import/windows_bytes.h"
#include "text/utf8.h"

namespace bantin {

namespace {

constexpr Encoding kOld[] = {Encoding::tcvn3, Encoding::vni, Encoding::windows1258};

struct Line {
  std::string_view text;  ///< with its line break
  VietnameseFit fit;
  bool is_ascii = false;
};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, end - at);
    const bool is_plain = is_ascii(line);
    lines.push_back({line, is_plain ? VietnameseFit() : vietnamese_fit(line), is_plain});
    at = end;
  }
  return lines;
}

struct Reading {
  std::string text;
  VietnameseFit won;   ///< of the lines that read better so
  size_t unclear = 0;  ///< bad words of the lines that do not
  long gain = 0;
};

// `is_new`: some lines are right as they are, so that a line without evidence may be, too.
Reading read_in(const std::vector<Line>& lines, Encoding encoding, bool is_new) {
  Reading reading;
  for (const Line& line : lines) {
    const bool is_right = line.is_ascii || (line.fit.has_beyond && line.fit.bad == 0);
    std::string text = is_right ? std::string() : reread(line.text, encoding);
    const VietnameseFit fit = vietnamese_fit(text);
    const long gain = fit.balance() - line.fit.balance();
    if (!is_right && gain > 0) {
      reading.won.add(fit);
      reading.gain += gain;
    } else {
      reading.unclear += line.fit.bad;
    }
    const bool is_taken = !is_right && (gain > 0 || (gain == 0 && !is_new));
    reading.text.append(is_taken ? std::string_view(text) : line.text);
  }
  return reading;
}

// One word alone is too little, and so are a few among many that stay no Vietnamese at all.
bool convinces(const Reading& reading) {
  return reading.won.is_various && reading.won.is_mostly_good() && reading.won.good > 3 * reading.unclear;
}

}  // namespace

std::string reread(std::string_view utf8, Encoding encoding) {
  std::string text, bytes;
  const auto flush = [&] {
    text += transcoded(bytes, encoding);
    bytes.clear();
  };
  for (size_t at = 0; at < utf8.size();) {
    const size_t begin = at;
    const char32_t letter = decode(utf8, at);
    if (const auto byte = windows1252_byte(letter)) {
      bytes.push_back(static_cast<char>(*byte));
      continue;
    }
    flush();
    text += utf8.substr(begin, at - begin);
  }
  flush();
  return text;
}

std::optional<MisreadText> misread_text(std::string_view utf8) {
  if (is_ascii(utf8)) return std::nullopt;
  const std::vector<Line> lines = lines_of(utf8);
  const bool is_new = std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.fit.has_beyond; });
  std::optional<MisreadText> best;
  long best_gain = 0;
  for (const Encoding encoding : kOld) {
    Reading reading = read_in(lines, encoding, is_new);
    if (reading.gain <= best_gain || !convinces(reading)) continue;
    best_gain = reading.gain;
    best = MisreadText{std::move(reading.text), encoding};
  }
  return best;
}

}  // namespace bantin
