#include "import/department_table.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

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
    {"so-tnmt", "Sở Tài nguyên và Môi trường", "Sở TN&MT"},
    {"so-gtvt", "Sở Giao thông vận tải", "Sở GTVT"},
    {"so-xd", "Sở Xây dựng", ""},
    {"so-tc", "Sở Tài chính", ""},
    {"so-khdt", "Sở Kế hoạch và Đầu tư", "Sở KH&ĐT"},
    {"so-ct", "Sở Công Thương", ""},
    {"so-khcn", "Sở Khoa học và Công nghệ", "Sở KH&CN"},
    {"so-ldtbxh", "Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH"},
    {"so-vhttdl", "Sở Văn hóa, Thể thao và Du lịch", "Sở VHTT&DL"},
    {"so-tp", "Sở Tư pháp", ""},
    {"so-nv", "Sở Nội vụ", ""},
};

// Place and length in bytes of `name` in `text`, compared folded, ending where a word ends; npos where it is not.
std::pair<size_t, size_t> find_folded(std::string_view text, std::string_view name) {
  const std::string wanted = folded(name);
  for (size_t begin = 0; begin < text.size();) {
    size_t at = begin, matched = 0;
    while (matched < wanted.size() && at < text.size()) {
      std::string letter;
      if (const char32_t c = fold(decode(text, at))) append(letter, c);
      if (wanted.compare(matched, letter.size(), letter) != 0) break;
      matched += letter.size();
    }
    size_t after = at;
    const bool ends_word = at >= text.size() || !is_word(fold(decode(text, after)));
    if (matched == wanted.size() && ends_word) return {begin, at - begin};
    decode(text, begin);
  }
  return {std::string_view::npos, 0};
}

}  // namespace

std::optional<DepartmentFound> find_department(std::string_view text) {
  std::optional<DepartmentFound> found;
  size_t earliest = std::string_view::npos;
  for (const Entry& entry : kTable) {
    for (const std::string_view name : {std::string_view(entry.name), std::string_view(entry.short_name)}) {
      if (name.empty()) continue;
      const auto [at, length] = find_folded(text, name);
      if (at >= earliest) continue;
      earliest = at;
      found = {{entry.id, entry.name, entry.short_name}, std::string(text.substr(at, length))};
    }
  }
  return found;
}

Department department_of_id(std::string_view id) {
  for (const Entry& entry : kTable) {
    if (id == entry.id) return {entry.id, entry.name, entry.short_name};
  }
  return {slug(id), std::string(id), ""};
}

}  // namespace bantin
