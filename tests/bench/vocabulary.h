// The words of a made-up Vietnamese corpus: common words of administration first, then words put together from
// syllables that Vietnamese spelling allows. The same on every machine.
// Use:    const Vocabulary words; words.text(rank), words.capitalised(rank)
// Units:  rank 0 is to be the most frequent; texts are UTF-8 in NFC, most of them of two syllables.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bantin::bench {

class Vocabulary {
 public:
  static constexpr uint32_t kWords = 30'000;

  Vocabulary();

  const std::string& text(uint32_t rank) const { return words_[rank].text; }
  const std::string& capitalised(uint32_t rank) const { return words_[rank].capitalised; }
  uint32_t syllables(uint32_t rank) const { return words_[rank].syllables; }
  uint32_t size() const { return static_cast<uint32_t>(words_.size()); }

 private:
  struct Word {
    std::string text, capitalised;
    uint32_t syllables;
  };

  void add(std::string text);

  std::vector<Word> words_;
};

/// Every syllable that an onset, a rime and a tone can make, in a fixed order.
std::vector<std::string> all_syllables();

}  // namespace bantin::bench
