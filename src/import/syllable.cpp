#include "import/syllable.h"

#include <optional>
#include <set>
#include <string>

#include "import/vietnamese_letters.h"

namespace bantin {

namespace {

constexpr size_t kLongest = 7;  // nghiêng

constexpr std::u32string_view kOnsets[] = {U"",   U"b",  U"c",  U"ch", U"d",  U"đ",  U"g",  U"gh", U"gi", U"h",
                                           U"k",  U"l",  U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v",  U"x",
                                           U"kh", U"ng", U"nh", U"ph", U"qu", U"th", U"tr", U"ngh"};

// By their first vowel.
constexpr std::u32string_view kRimes =
    U"a ac ach ai am an ang anh ao ap at au ay "
    U"ăc ăm ăn ăng ăp ăt "
    U"âc âm ân âng âp ât âu ây "
    U"e ec em en eng eo ep et "
    U"ê êch êm ên ênh êp êt êu "
    U"i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    U"o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen "
    U"oeo oet "
    U"ô ôc ôi ôm ôn ông ôp ôt "
    U"ơ ơi ơm ơn ơp ơt "
    U"u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uơ uôc uôi uôm uôn uông uôt uy uya uych uyn uynh "
    U"uyp "
    U"uyt uyu uyên uyêt "
    U"ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
    U"y ych ynh yt yêm yên yêng yêt yêu ";

std::set<std::u32string_view> rimes_of_list() {
  std::set<std::u32string_view> rimes;
  for (size_t at = 0; at < kRimes.size();) {
    const size_t end = kRimes.find(U' ', at);
    rimes.insert(kRimes.substr(at, end - at));
    at = end + 1;
  }
  return rimes;
}

struct Toneless {
  std::u32string letters;
  Tone tone = Tone::level;
};

// Nothing where there are two tones.
std::optional<Toneless> toneless(std::u32string_view word) {
  Toneless plain;
  for (const char32_t code_point : word) {
    const Tone mark = tone_of_mark(code_point);
    const TonedLetter letter = toned_letter(code_point);
    const Tone tone = mark == Tone::count_ ? letter.tone : mark;
    if (mark == Tone::count_) plain.letters.push_back(letter.plain);
    if (tone == Tone::level) continue;
    if (plain.tone != Tone::level) return std::nullopt;
    plain.tone = tone;
  }
  return plain;
}

// A syllable that ends in p, t, c or ch is cut short and carries one of two tones.
bool suits(std::u32string_view rime, Tone tone) {
  const bool is_cut = rime.ends_with(U'p') || rime.ends_with(U't') || rime.ends_with(U'c') || rime.ends_with(U"ch");
  return !is_cut || tone == Tone::acute || tone == Tone::dot;
}

}  // namespace

bool is_syllable(std::u32string_view word) {
  static const std::set<std::u32string_view> rimes = rimes_of_list();
  if (word.size() > kLongest + 1) return false;
  const auto plain = toneless(word);
  if (!plain) return false;
  const std::u32string_view letters = plain->letters;
  for (const std::u32string_view onset : kOnsets) {
    if (!letters.starts_with(onset)) continue;
    const std::u32string_view rime = letters.substr(onset.size());
    if (rimes.contains(rime) && suits(rime, plain->tone)) return true;
  }
  return false;
}

}  // namespace bantin
