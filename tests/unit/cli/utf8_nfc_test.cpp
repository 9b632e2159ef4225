// What the core computes by tables of its own, held against utf8proc, which only the command links.
#include "cli/utf8_nfc.h"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include "text/fold.h"
#include "text/utf8.h"

using namespace bantin;

namespace {

// Decomposed, without marks, in lower case, and once more, by utf8proc.
std::string plain_by_utf8proc(char32_t code_point) {
  std::string text;
  append(text, code_point);
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  std::string stripped(reinterpret_cast<const char*>(mapped), static_cast<size_t>(size < 0 ? 0 : size));
  std::free(mapped);
  std::string lower;
  for (size_t at = 0; at < stripped.size();) {
    append(lower, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(decode(stripped, at)))));
  }
  return lower;
}

}  // namespace

TEST_CASE("folding agrees with utf8proc wherever that gives one ASCII letter") {
  int letters = 0;
  for (char32_t c = 0x20; c < 0x1F00; ++c) {
    const std::string plain = plain_by_utf8proc(c);
    const bool is_letter = plain.size() == 1 && plain[0] >= 'a' && plain[0] <= 'z';
    const bool is_covered = c < 0x180 || (c >= 0x1A0 && c <= 0x1B0) || (c >= 0x1CD && c <= 0x1DC) || c >= 0x1E00;
    if (!is_letter || !is_covered) continue;
    ++letters;
    CAPTURE(static_cast<uint32_t>(c));
    CHECK(fold(c) == static_cast<char32_t>(plain[0]));
  }
  CHECK(letters > 400);
}

TEST_CASE("every Vietnamese letter folds to ASCII, đ too, which Unicode does not decompose") {
  for (const char* letters :
       {"ĂăÂâÊêÔôƠơƯưĐđ", "ÁÀẢÃẠáàảãạ", "ẮẰẲẴẶắằẳẵặ", "ẤẦẨẪẬấầẩẫậ", "ÉÈẺẼẸéèẻẽẹ", "ẾỀỂỄỆếềểễệ", "ÍÌỈĨỊíìỉĩị",
        "ÓÒỎÕỌóòỏõọ", "ỐỒỔỖỘốồổỗộ", "ỚỜỞỠỢớờởỡợ", "ÚÙỦŨỤúùủũụ", "ỨỪỬỮỰứừửữự", "ÝỲỶỸỴýỳỷỹỵ"}) {
    for (const char c : folded(letters)) CHECK(static_cast<unsigned char>(c) < 0x80);
  }
  CHECK(plain_by_utf8proc(U'đ') == "đ");
}

TEST_CASE("lower case of Greek and Cyrillic agrees with utf8proc") {
  for (char32_t c = 0x391; c <= 0x42F; ++c) {
    if ((c > 0x3A9 && c < 0x400) || c == 0x3A2) continue;
    CAPTURE(static_cast<uint32_t>(c));
    CHECK(fold(c) == static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
  }
}

TEST_CASE("decomposed Vietnamese is composed") {
  CHECK(utf8_nfc("Tie\u0302\u0301ng Vie\u0323\u0302t") == "Tiếng Việt");
  CHECK(utf8_nfc("") == "");
}
