#include "import/input_kind.h"

#include <doctest/doctest.h>

#include <string>

using namespace bantin;

namespace {

std::string_view kind_of(std::string_view bytes, std::string_view name = "bai") {
  return kind_name(input_kind(bytes, name));
}

std::string utf16(std::string_view ascii) {
  std::string wide = "\xFF\xFE";
  for (const char c : ascii) (wide += c) += '\0';
  return wide;
}

}  // namespace

TEST_CASE("the kind of an input follows from how it begins") {
  CHECK(kind_of("Sở Y tế họp") == "text");
  CHECK(kind_of("[Tin] Sở họp", "a.txt") == "text");
  CHECK(kind_of("<Tin> Sở họp", "a.txt") == "text");
  CHECK(kind_of("") == "text");
  CHECK(kind_of("\xEF\xBB\xBF {\"version\": 1}") == "json");
  CHECK(kind_of("<!DOCTYPE html><html>") == "html");
  CHECK(kind_of("\n<!-- saved --><HTML lang=vi>") == "html");
  CHECK(kind_of("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>") == "html");
  CHECK(kind_of("<p class=a>Sở") == "html");
  CHECK(kind_of("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>") == "rss");
  CHECK(kind_of("<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>") == "atom");
  CHECK(kind_of("<?xml version=\"1.0\"?><!-- This is a WordPress export --><rss version=\"2.0\" "
                "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel/></rss>") == "wordpress");
  CHECK(kind_of(utf16("<html><body>")) == "html");
  CHECK(kind_of(utf16("{\"version\": 1}")) == "json");
}

TEST_CASE("the name decides only where the beginning says nothing") {
  CHECK(kind_of("{]", "a.json") == "json");
  CHECK(kind_of("<other/>", "a.xml") == "rss");
  CHECK(kind_of("Sở họp<br>", "a.htm") == "html");
  CHECK(kind_of("Sở họp", "a.html") == "text");
  CHECK(kind_of("<html>", "a.txt") == "html");
}

TEST_CASE("every kind is called by its name") {
  for (int i = 0; i < static_cast<int>(InputKind::count_); ++i) {
    const auto kind = static_cast<InputKind>(i);
    CHECK(kind_called(kind_name(kind)) == kind);
  }
  CHECK_FALSE(kind_called("pdf"));
}
