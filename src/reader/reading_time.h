// How long an article takes to read.
// The rate is derived, not measured: no published rate of silent reading was found for Vietnamese. It is
//     238 x 1.5 x 0.84 = 300 syllables a minute, from
//   238   English words a minute, silently, non-fiction, adults: measured (Brysbaert 2019, "How many words do we read
//   per
//         minute?", J. Memory and Language 109; most adults fall between 175 and 300);
//   1.5   syllables of an English word in such texts: an assumption, 1.4 to 1.6 give 280 to 320;
//   0.84  = 5.22 / 6.19, syllables a second of Vietnamese and of English, the same texts read aloud, pauses left out:
//         measured (Pellegrino, Coupé & Marsico 2011, "A cross-language perspective on speech information rate",
//         Language 87). That the ratio holds silently, too, is an assumption; rates of reading silently and aloud go
//         together in the eight languages compared, Vietnamese not among them (Coupé et al. 2014, Interspeech).
// Readers differ by a quarter either way, so that minutes are all the precision there is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bantin {

inline constexpr size_t kSyllablesPerMinute = 300;

/// Vietnamese is written in syllables parted by spaces: how many there are with a letter or a digit in them. Of a text
/// in another language: its words.
size_t count_words(std::string_view text);

/// To the nearest minute, halves up, at least 1.
uint32_t reading_minutes(size_t syllables);

}  // namespace bantin
