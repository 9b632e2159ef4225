#include "import/encoding.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "import/western_bytes.h"
#include "import/windows_bytes.h"
#include "text/utf8.h"

using namespace bantin;

namespace {

std::string file(const std::string& name) {
  std::ifstream stream(BANTIN_ROOT "/tests/data/encodings/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Decoded guess(std::string_view bytes) { return to_utf8(bytes, std::nullopt); }

struct Kind {
  const char* name;
  Encoding encoding;
  bool is_guess;
};
constexpr Kind kKinds[] = {{"utf8.txt", Encoding::utf8, false},
                           {"utf8_bom.txt", Encoding::utf8, false},
                           {"utf16le.txt", Encoding::utf16le, false},
                           {"utf16be.txt", Encoding::utf16be, false},
                           {"windows1258.txt", Encoding::windows1258, true},
                           {"tcvn3.txt", Encoding::tcvn3, true},
                           {"vni.txt", Encoding::vni, true},
                           {"tcvn3_as_latin1.txt", Encoding::tcvn3, true},
                           {"vni_as_latin1.txt", Encoding::vni, true}};

}  // namespace

TEST_CASE("one article in every encoding becomes the same UTF-8") {
  const std::string article = file("utf8.txt");
  REQUIRE(article.size() > 1000);
  for (const Kind& kind : kKinds) {
    CAPTURE(kind.name);
    for (const Decoded& decoded : {guess(file(kind.name)), document_to_utf8(file(kind.name), std::nullopt),
                                   to_utf8(file(kind.name), kind.encoding)}) {
      CHECK(decoded.text == article);
      CHECK(decoded.encoding == kind.encoding);
      CHECK(decoded.replaced == 0);
    }
    CHECK(guess(file(kind.name)).is_guess == kind.is_guess);
  }
}

TEST_CASE("every line of the article is recognised by itself") {
  const std::string article = file("utf8.txt");
  for (const char* name : {"windows1258.txt", "tcvn3.txt", "vni.txt", "tcvn3_as_latin1.txt", "vni_as_latin1.txt"}) {
    const std::string bytes = file(name);
    size_t at = 0, article_at = 0;
    while (at < bytes.size()) {
      const size_t end = bytes.find('\n', at), article_end = article.find('\n', article_at);
      const std::string line = bytes.substr(at, end - at);
      CAPTURE(name);
      CAPTURE(line);
      CHECK(guess(line).text == article.substr(article_at, article_end - article_at));
      at = end + 1;
      article_at = article_end + 1;
    }
  }
}

TEST_CASE("the evidence of a guess shows the first words before and after") {
  CHECK(guess(file("tcvn3.txt")).evidence == "H¹ → Hạ");
  CHECK(guess(western("C«ng v¨n sè 5")).evidence == "C«ng v¨n sè → Công văn số");
  CHECK(guess("C«ng v¨n sè 5").evidence == "C«ng v¨n sè → Công văn số");
  CHECK(guess("Coâng vaên soá 5").evidence == "Coâng vaên soá → Công văn số");
  CHECK(guess("\xEF\xBB\xBFÊ").evidence == "BOM");
  CHECK(guess("Công văn").evidence.empty());
}

TEST_CASE("few words are enough") {
  CHECK(guess(western("TØnh ñy")).text == "Tỉnh ủy");
  CHECK(guess(western("Tænh uûy")).text == "Tỉnh ủy");
  CHECK(guess(western("Caùc")).text == "Các");
  CHECK(guess("TØnh ñy").text == "Tỉnh ủy");
  CHECK(guess("Tænh uûy").text == "Tỉnh ủy");
  CHECK(guess(western("Tiê\xC3\x8C"
                      "ng"))
            .encoding == Encoding::windows1258);
}

TEST_CASE("UTF-16 without a mark is recognised") {
  for (const char* name : {"utf16le.txt", "utf16be.txt"}) {
    const Decoded decoded = guess(std::string_view(file(name)).substr(2));
    CHECK(decoded.text == file("utf8.txt"));
    CHECK(decoded.is_guess);
    CHECK_FALSE(decoded.evidence.empty());
  }
}

TEST_CASE("texts of the West are not taken for Vietnamese") {
  for (const char* text :
       {"Où est passée la forêt ? Les élèves de l'école ont été très étonnés, là-bas, près du château. Né à Nîmes.",
        "L'été dernier, le maire a inauguré la bibliothèque rénovée. Le coût : 3 M€. Noël, naïf, haï, août, œuvre.",
        "Die Mädchen hören schöne Lieder über die grünen Hügel. Für Köln größere Straßen: 5 µm, 20 °C.",
        "Fünf Männer können nicht schwimmen; die Höhe beträgt ungefähr zwölf Meter.",
        "The naïve café owner’s résumé – © 2009 Acme® – costs £5 ± 2, that is ½ of 10 §.",
        "El niño comió una piña en Málaga el año pasado; ¿dónde está el señor Núñez?",
        "Não há informações sobre as eleições; a população está em São Paulo.", "Où ?", "« Thé » ou café", "5 µm"}) {
    CAPTURE(text);
    const Decoded same = guess(text);
    CHECK(same.text == text);
    CHECK(same.encoding == Encoding::utf8);
    CHECK_FALSE(same.is_guess);
    CHECK(guess(western(text)).encoding == Encoding::windows1258);
  }
}

TEST_CASE("Vietnamese in UTF-8 stays as it is") {
  for (const char* text :
       {"Bà là mẹ", "Bà Hà và cô Là", "Hoà", "«Công văn» số 5", "25°C ± 2, 5 m²", "Ý kiến: có, không"}) {
    CAPTURE(text);
    CHECK(guess(text).text == text);
    CHECK_FALSE(guess(text).is_guess);
  }
}

TEST_CASE("only the old lines of a text put together from old and new are converted") {
  const std::string text =
      "Trang chủ | Tin tức | Văn bản\nC«ng v¨n cña Së N«ng nghiÖp\nĐược đăng ngày 5/6 – 25°C\nTæ chøc héi nghÞ\n";
  CHECK(guess(text).text ==
        "Trang chủ | Tin tức | Văn bản\nCông văn của Sở Nông nghiệp\nĐược đăng ngày 5/6 – 25°C\nTổ chức hội nghị\n");
}

TEST_CASE("a few bad bytes make no other encoding of UTF-8") {
  const std::string bytes = file("utf8.txt").substr(0, 400) + "\xE1\xBA" + " hết \xFF";
  const Decoded decoded = guess(bytes);
  CHECK(decoded.encoding == Encoding::utf8);
  CHECK(decoded.replaced >= 2);
  CHECK(decoded.is_guess);
}

TEST_CASE("what the clerk wants is taken, and what has no meaning is counted") {
  CHECK(to_utf8(western("où"), Encoding::vni).text == "ó");
  CHECK(to_utf8("«", Encoding::utf8).text == "«");
  CHECK(to_utf8("\x8A\x8E", Encoding::windows1258).replaced == 2);
  const Decoded cut = to_utf8(std::string_view("A\0\0\xD8g", 5), Encoding::utf16le);
  CHECK(cut.text == "A\uFFFD\uFFFD");
  CHECK(cut.replaced == 2);
  CHECK(to_utf8(std::string_view("\xFE\xFF\0A", 4), Encoding::utf16le).text == "A");
  CHECK(to_utf8(std::string_view("\x3D\xD8\x0A\xDE", 4), Encoding::utf16le).text == "😊");
}

TEST_CASE("a document's old bytes may be spelled as references") {
  const Decoded decoded =
      document_to_utf8("<p title=\"a\">C&#171;ng v&uml;n s&#xE8; 5 &lt;&nbsp;&amp;</p>", std::nullopt);
  CHECK(decoded.text == "<p title=\"a\">Công văn số 5 &lt;&nbsp;&amp;</p>");
  CHECK(decoded.encoding == Encoding::tcvn3);
  CHECK(decoded.evidence == "C«ng v¨n sè → Công văn số");
  const char* right = "<p>C&ocirc;ng v&#259;n c&oacute; gi&aacute; tr&#7883;</p>";
  CHECK(document_to_utf8(right, std::nullopt).text == right);
  CHECK(guess("C&#171;ng v&uml;n").text == "C&#171;ng v&uml;n");
}

TEST_CASE("a document's declaration is followed where the bytes allow it") {
  const std::string head = "<meta charset=windows-1258><p>";
  const Decoded declared = document_to_utf8(head + western("c\xC3\xB4 b\xC3\xA9"), std::nullopt);
  CHECK(declared.evidence == "charset");
  CHECK_FALSE(declared.is_guess);
  CHECK(document_to_utf8("<meta charset=utf-8>" + western("C«ng v¨n cña tØnh"), std::nullopt).encoding ==
        Encoding::tcvn3);
  CHECK(document_to_utf8("<meta charset=utf-8>C«ng v¨n cña tØnh", std::nullopt).text ==
        "<meta charset=utf-8>Công văn của tỉnh");
  CHECK(document_to_utf8("<meta charset=utf-16>Công văn", std::nullopt).text == "<meta charset=utf-16>Công văn");
  CHECK(document_to_utf8("<meta charset=windows-1258>Công văn", std::nullopt).encoding == Encoding::utf8);
}

TEST_CASE("any bytes become UTF-8") {
  std::mt19937 random(7);
  for (size_t i = 0; i < 3000; ++i) {
    std::string bytes(random() % 80, ' ');
    const bool is_high = i % 2 == 0;
    for (char& byte : bytes) byte = static_cast<char>(is_high ? random() | 0x80u : random());
    for (size_t wanted = 0; wanted <= static_cast<size_t>(Encoding::count_); ++wanted) {
      const auto encoding = static_cast<Encoding>(wanted);
      const auto choice = encoding == Encoding::count_ ? std::nullopt : std::optional(encoding);
      size_t bad = 0;
      repaired(to_utf8(bytes, choice).text, &bad);
      CHECK(bad == 0);
      repaired(document_to_utf8("<p>&#" + bytes, choice).text, &bad);
      CHECK(bad == 0);
    }
  }
  CHECK(guess("").text.empty());
}
