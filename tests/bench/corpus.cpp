#include "corpus.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "feed/day.h"
#include "random.h"
#include "vocabulary.h"

namespace bantin::bench {
namespace {

struct KnownDepartment {
  const char *id, *name, *short_name;
};

// The busiest first: their shares follow Zipf's law, too.
constexpr std::array kDepartments = std::to_array<KnownDepartment>({
    {"van-phong-ubnd", "Văn phòng Ủy ban nhân dân tỉnh", "VP UBND"},
    {"so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT"},
    {"so-yt", "Sở Y tế", "Sở Y tế"},
    {"so-gddt", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT"},
    {"so-nnptnt", "Sở Nông nghiệp và Phát triển nông thôn", "Sở NN&PTNT"},
    {"so-vhttdl", "Sở Văn hóa, Thể thao và Du lịch", "Sở VHTT&DL"},
    {"so-ldtbxh", "Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH"},
    {"so-gtvt", "Sở Giao thông vận tải", "Sở GTVT"},
    {"so-xd", "Sở Xây dựng", "Sở Xây dựng"},
    {"so-tnmt", "Sở Tài nguyên và Môi trường", "Sở TN&MT"},
    {"so-ct", "Sở Công Thương", "Sở Công Thương"},
    {"so-khdt", "Sở Kế hoạch và Đầu tư", "Sở KH&ĐT"},
    {"so-tc", "Sở Tài chính", "Sở Tài chính"},
    {"so-khcn", "Sở Khoa học và Công nghệ", "Sở KH&CN"},
    {"so-nv", "Sở Nội vụ", "Sở Nội vụ"},
    {"so-tp", "Sở Tư pháp", "Sở Tư pháp"},
    {"cong-an", "Công an tỉnh", "Công an"},
    {"thanh-tra", "Thanh tra tỉnh", "Thanh tra"},
    {"ban-dan-toc", "Ban Dân tộc", "Ban Dân tộc"},
    {"ban-ql-kkt", "Ban Quản lý Khu kinh tế", "BQL KKT"},
});

constexpr uint32_t kDays = 3652;                            // ten years
constexpr uint32_t kUndatedOneIn = 500, kNumberOneIn = 40;  // articles; words
constexpr uint32_t kDocumentOneIn = 5;

class CorpusWriter {
 public:
  CorpusWriter(const CorpusOptions& options, const std::function<void(std::string_view)>& sink)
      : options_(options), sink_(sink) {}

  void write() {
    write_head();
    for (uint32_t place = 0; place < options_.articles + options_.added; ++place) {
      item_.assign(place == 0 ? "\n" : ",\n");
      add_article(options_.articles + options_.added - 1 - place);
      sink_(item_);
    }
    sink_("\n]}\n");
  }

 private:
  void write_head() {
    std::string head = R"({"version":"https://jsonfeed.org/version/1.1","title":"Tin tỉnh Hạ Lam","language":"vi",)";
    head += "\n\"_bantin\":{\"departments\":[";
    for (const KnownDepartment& known : kDepartments) {
      head += &known == kDepartments.data() ? "\n" : ",\n";
      head += std::string(R"({"id":")") + known.id + R"(","name":")" + known.name + R"(","short_name":")" +
              known.short_name + "\"}";
    }
    sink_(head + "]},\n\"items\":[");
  }

  // Articles are numbered by age, the oldest is 0.
  void add_article(uint32_t number) {
    Random random(options_.seed, number);
    add_id(R"({"id":")", number);
    item_ += R"(","title":")";
    add_words(random, random.between(8, 16));
    item_ += R"(","summary":")";
    add_sentences(random, random.between(25, 45));
    item_ += R"(","content_text":")";
    add_body(random);
    if (is_edited(number)) item_ += " (sửa)";
    item_ += '"';
    add_date(random, number);
    item_ += std::string(R"(,"_bantin":{"department":")") + kDepartments[department_ranks_.rank(random)].id + '"';
    add_related(random, number);
    if (random.below(kDocumentOneIn) == 0) {
      item_ += R"(,"document_number":")" + std::to_string(random.between(1, 4000)) + R"(/KH-UBND")";
    }
    item_ += "}}";
  }

  void add_id(const char* before, uint32_t number) {
    item_ += before;
    item_ += "ha-lam-";
    item_ += std::to_string(number + 1);
  }

  bool is_edited(uint32_t number) const {
    if (number >= options_.articles) return false;
    const auto share = [&](uint64_t count) { return count * options_.edited / options_.articles; };
    return share(number + uint64_t{1}) > share(number);
  }

  void add_body(Random& random) {
    const uint32_t paragraphs = random.between(3, 8);
    const uint32_t syllables = random.between(150, 400);
    for (uint32_t paragraph = 0; paragraph < paragraphs; ++paragraph) {
      if (paragraph > 0) item_ += "\\n\\n";
      add_sentences(random, syllables / paragraphs);
    }
  }

  void add_sentences(Random& random, uint32_t syllables) {
    while (syllables > 0) {
      const uint32_t length = syllables < 30 ? syllables : random.between(10, 24);
      add_words(random, length);
      syllables -= length;
      item_ += syllables > 0 ? ". " : ".";
    }
  }

  void add_words(Random& random, uint32_t syllables) {
    for (bool is_first = true; syllables > 0; is_first = false) {
      if (!is_first) item_ += random.below(12) == 0 ? ", " : " ";
      if (!is_first && random.below(kNumberOneIn) == 0) {
        item_ += std::to_string(random.between(1, 2030));
        --syllables;
        continue;
      }
      const uint32_t rank = word_ranks_.rank(random);
      item_ += is_first ? words_.capitalised(rank) : words_.text(rank);
      syllables -= std::min(syllables, words_.syllables(rank));
    }
  }

  // Mostly in the order of their numbers: up to two weeks off, as articles are published late or postponed.
  void add_date(Random& random, uint32_t number) {
    const bool is_old = number < options_.articles;
    const auto steady = is_old ? static_cast<uint32_t>(uint64_t{number} * kDays / options_.articles) : kDays + 15;
    const uint32_t off = is_old ? random.below(15) : 0;
    const uint32_t minute = random.between(7 * 60, 18 * 60 - 1);
    if (random.below(kUndatedOneIn) == 0 && is_old) return;
    const Day day = day_of(2015, 1, 1) + static_cast<Day>(steady + off);
    const std::string hours = std::to_string(100 + minute / 60), minutes = std::to_string(100 + minute % 60);
    item_ +=
        R"(,"date_published":")" + iso_day(day) + 'T' + hours.substr(1) + ':' + minutes.substr(1) + R"(:00+07:00")";
  }

  // Some of the hundred articles before.
  void add_related(Random& random, uint32_t number) {
    const uint32_t count = random.below(4);
    if (count == 0 || number < count) return;
    const uint32_t step = std::min(number, uint32_t{100}) / count;
    for (uint32_t i = 0; i < count; ++i) {
      add_id(i == 0 ? R"(,"related":[")" : R"(",")", number - 1 - i * step - random.below(step));
    }
    item_ += "\"]";
  }

  const CorpusOptions& options_;
  const std::function<void(std::string_view)>& sink_;
  const Vocabulary words_;
  const Zipf word_ranks_ = Zipf(Vocabulary::kWords);
  const Zipf department_ranks_ = Zipf(static_cast<uint32_t>(kDepartments.size()));
  std::string item_;
};

}  // namespace

void write_corpus(const CorpusOptions& options, const std::function<void(std::string_view)>& sink) {
  CorpusWriter(options, sink).write();
}

}  // namespace bantin::bench
