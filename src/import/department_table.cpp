#include "import/department_table.h"

#include <algorithm>
#include <array>
#include <vector>

#include "import/words.h"
#include "text/fold.h"

namespace bantin {

namespace {

struct Entry {
  const char *id, *name, *short_name;
};

constexpr Entry kTable[] = {
    {"so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT"},
    {"so-yt", "Sở Y tế", ""},
    {"so-gddt", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT"},
    {"so-nnptnt", "Sở Nông nghiệp và Phát triển nông thôn", "Sở NN&PTNT"},
    {"so-nnmt", "Sở Nông nghiệp và Môi trường", "Sở NN&MT"},
    {"so-tnmt", "Sở Tài nguyên và Môi trường", "Sở TN&MT"},
    {"so-gtvt", "Sở Giao thông vận tải", "Sở GTVT"},
    {"so-xd", "Sở Xây dựng", ""},
    {"so-qhkt", "Sở Quy hoạch - Kiến trúc", "Sở QH-KT"},
    {"so-tc", "Sở Tài chính", ""},
    {"so-khdt", "Sở Kế hoạch và Đầu tư", "Sở KH&ĐT"},
    {"so-ct", "Sở Công Thương", ""},
    {"so-khcn", "Sở Khoa học và Công nghệ", "Sở KH&CN"},
    {"so-ldtbxh", "Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH"},
    {"so-vhttdl", "Sở Văn hóa, Thể thao và Du lịch", "Sở VHTT&DL"},
    {"so-vhtt", "Sở Văn hóa và Thể thao", "Sở VH&TT"},
    {"so-dl", "Sở Du lịch", ""},
    {"so-dttg", "Sở Dân tộc và Tôn giáo", "Sở DT&TG"},
    {"so-ngv", "Sở Ngoại vụ", ""},
    {"so-tp", "Sở Tư pháp", ""},
    {"so-nv", "Sở Nội vụ", ""},
    {"ban-dan-toc", "Ban Dân tộc", ""},
    {"thanh-tra", "Thanh tra tỉnh", ""},
    {"vp-ubnd", "Văn phòng Ủy ban nhân dân tỉnh", "VP UBND tỉnh"},
};
constexpr size_t kEntries = std::size(kTable);

constexpr int kTitleWeight = 4, kLeadWeight = 2, kBodyWeight = 1;

// "và" ("and") is written or not, or as "&".
std::vector<Word> words_that_count(std::string_view text) {
  std::vector<Word> words = words_of(text);
  std::erase_if(words, [](const Word& word) { return word.folded == "va"; });
  return words;
}

// How many words of a name `abbreviation` stands for by their first letters, from `at` on; 0: none. One letter is no
// abbreviation.
size_t abbreviated(const std::string& abbreviation, const std::vector<Word>& name, size_t at) {
  const size_t count = abbreviation.size();
  if (count < 2 || at + count > name.size()) return 0;
  for (size_t i = 0; i < count; ++i) {
    if (name[at + i].folded[0] != abbreviation[i]) return 0;
  }
  return count;
}

// How many words of a text, from `begin` on, are that name, each written out or several abbreviated; 0: they are not.
// The first word (Sở, Ban…) is always written out: what is left without it is too often something else.
size_t words_naming(const std::vector<Word>& text, size_t begin, const std::vector<Word>& name) {
  if (text[begin].folded != name[0].folded) return 0;
  size_t at = begin + 1, named = 1;
  while (named < name.size() && at < text.size()) {
    const bool is_whole = text[at].folded == name[named].folded;
    const size_t step = is_whole ? 1 : abbreviated(text[at].folded, name, named);
    if (step == 0) return 0;
    named += step;
    ++at;
  }
  return named == name.size() ? at - begin : 0;
}

// "cơ sở y tế" (a clinic), "trụ sở" and "công sở" (offices) hold the word, but name no department. Compared as written:
// in "có Sở Y tế tham dự" it does.
bool is_within_other_word(std::string_view text, const std::vector<Word>& words, size_t at) {
  constexpr std::array<std::string_view, 9> kBefore = {"cơ", "Cơ", "CƠ", "trụ", "Trụ", "TRỤ", "công", "Công", "CÔNG"};
  if (at == 0 || words[at].folded != "so") return false;
  const Word& before = words[at - 1];
  return std::find(kBefore.begin(), kBefore.end(), text.substr(before.begin, before.end - before.begin)) !=
         kBefore.end();
}

class Count {
 public:
  Count() {
    for (const Entry& entry : kTable) names_.push_back(words_that_count(entry.name));
  }

  void add(std::string_view text, int weight) {
    const std::vector<Word> words = words_that_count(text);
    for (size_t at = 0; at < words.size(); ++at) {
      if (is_within_other_word(text, words, at)) continue;
      const auto [entry, length] = longest_name(words, at);
      if (length == 0) continue;
      Score& score = scores_[entry];
      if (score.weight == 0) {
        score.order = mentioned_++;
        score.evidence = text.substr(words[at].begin, words[at + length - 1].end - words[at].begin);
      }
      score.weight += weight;
      at += length - 1;
    }
  }

  std::optional<DepartmentFound> most_named() const {
    const auto is_less = [](const Score& a, const Score& b) {
      return a.weight != b.weight ? a.weight < b.weight : a.order > b.order;
    };
    const auto most = std::max_element(scores_.begin(), scores_.end(), is_less);
    if (most->weight == 0) return std::nullopt;
    const Entry& entry = kTable[most - scores_.begin()];
    return DepartmentFound{{entry.id, entry.name, entry.short_name}, most->evidence};
  }

 private:
  struct Score {
    int weight = 0, order = 0;
    std::string evidence;
  };

  // {entry, words}: "Sở Văn hóa và Thể thao" begins like a longer name.
  std::pair<size_t, size_t> longest_name(const std::vector<Word>& words, size_t at) const {
    std::pair<size_t, size_t> longest{0, 0};
    for (size_t entry = 0; entry < kEntries; ++entry) {
      const size_t length = words_naming(words, at, names_[entry]);
      if (length > longest.second) longest = {entry, length};
    }
    return longest;
  }

  std::vector<std::vector<Word>> names_;
  std::array<Score, kEntries> scores_;
  int mentioned_ = 0;
};

}  // namespace

std::optional<DepartmentFound> find_department(const Article& article) {
  Count count;
  count.add(article.title, kTitleWeight);
  count.add(article.lead, kLeadWeight);
  for (const Block& block : article.body) count.add(block.text, kBodyWeight);
  return count.most_named();
}

Department department_called(std::string_view id_or_name) {
  for (const Entry& entry : kTable) {
    if (id_or_name == entry.id) return {entry.id, entry.name, entry.short_name};
  }
  Count count;
  count.add(id_or_name, kTitleWeight);
  if (const auto found = count.most_named(); found && found->evidence == id_or_name) return found->department;
  return {slug(id_or_name), std::string(id_or_name), ""};
}

}  // namespace bantin
