#include "import/related_heading.h"

#include <algorithm>

#include "text/fold.h"

namespace bantin {

namespace {

constexpr std::string_view kHeadings[] = {"tin lien quan",
                                          "tin bai lien quan",
                                          "bai viet lien quan",
                                          "cac tin lien quan",
                                          "tin cung chuyen muc",
                                          "cung chuyen muc",
                                          "bai viet cung chuyen muc",
                                          "cac tin cung chuyen muc",
                                          "tin khac",
                                          "cac tin khac",
                                          "bai viet khac",
                                          "cac bai viet khac",
                                          "tin moi hon",
                                          "tin cu hon",
                                          "cac tin cu hon",
                                          "cac tin moi hon",
                                          "cac tin da dua",
                                          "tin da dua"};

constexpr std::string_view kBlanks = " \t";

}  // namespace

bool is_related_heading(std::string_view text) {
  constexpr size_t kLongest = 80;  // bytes
  if (text.size() > kLongest) return false;
  std::string plain = folded(text);
  while (!plain.empty() && (plain.back() == ':' || plain.back() == '.' || plain.back() == ' ')) plain.pop_back();
  return std::find(std::begin(kHeadings), std::end(kHeadings), plain) != std::end(kHeadings);
}

std::string listed_title(std::string_view line) {
  for (const std::string_view bullet : {"-", "+", "*", "•", "–", "»", "›", "▪"}) {
    if (line.starts_with(bullet)) {
      line.remove_prefix(bullet.size());
      break;
    }
  }
  const size_t bracket = line.rfind('(');
  if (line.ends_with(')') && bracket != std::string_view::npos &&
      line.find_first_not_of("0123456789/.-:| ", bracket + 1) == line.size() - 1) {
    line = line.substr(0, bracket);
  }
  const size_t begin = line.find_first_not_of(kBlanks), end = line.find_last_not_of(kBlanks);
  return begin == std::string_view::npos ? std::string() : std::string(line.substr(begin, end - begin + 1));
}

}  // namespace bantin
