#include "feed/block_code.h"

#include <doctest/doctest.h>

#include <random>

using namespace bantin;

namespace {

// Marks and ends by name, so that what is written here can be read.
const std::string kBold = "\x01", kBoldEnd = "\x02", kItalic = "\x03", kItalicEnd = "\x04";
const std::string kLink = "\x05", kAddressEnd = "\x06", kLinkEnd = "\x07";

std::string record(const std::vector<std::string>& fields) {
  std::string code;
  for (const std::string& field : fields) code += (code.empty() ? "" : "\x1F") + field;
  return code + "\x1E";
}

Article decoded(const std::string& code) {
  Article article;
  decode_blocks(code, [](std::string_view text) { return std::string(text); }, article);
  return article;
}

// The spans of a paragraph that says `marked`.
std::vector<Span> spans_of(const std::string& marked) {
  const Article article = decoded(record({"p", marked}));
  REQUIRE(article.body.size() == 1);
  return article.body[0].spans;
}

Span span(uint32_t begin, uint32_t end, bool bold, bool italic, std::string link = {}) {
  return {begin, end, bold, italic, std::move(link)};
}

// Whatever was decoded, what views rely on holds.
void check_sound(const Article& article) {
  const auto check_spans = [](const std::string& text, const std::vector<Span>& spans) {
    uint32_t at = 0;
    for (const Span& span : spans) {
      REQUIRE(span.begin >= at);
      REQUIRE(span.end > span.begin);
      at = span.end;
    }
    REQUIRE(at <= text.size());
  };
  for (const Block& block : article.body) {
    check_spans(block.text, block.spans);
    if (block.kind == BlockKind::picture) REQUIRE(block.index < article.pictures.size());
    if (block.kind == BlockKind::table) REQUIRE(block.index < article.tables.size());
    if (block.kind == BlockKind::heading) REQUIRE((block.level >= 2 && block.level <= 6));
    const bool is_item = block.kind == BlockKind::bullet || block.kind == BlockKind::number;
    if (is_item) REQUIRE((block.level >= 1 && block.level <= 3));
  }
  for (const Table& table : article.tables) {
    for (const auto& row : table.rows) {
      for (const Cell& cell : row) {
        check_spans(cell.text, cell.spans);
        REQUIRE((cell.columns >= 1 && cell.columns <= 50));
      }
    }
  }
}

}  // namespace

TEST_CASE("every kind of record becomes its block") {
  const Article article = decoded(record({"p", "Đoạn"}) + record({"h", "3", "Mục"}) + record({"u", "2", "Ý"}) +
                                  record({"o", "1", "7", "Bảy"}) + record({"q", "Lời"}));
  REQUIRE(article.body.size() == 5);
  CHECK(article.body[0] == Block{BlockKind::paragraph, "Đoạn"});
  CHECK(article.body[1] == Block{BlockKind::heading, "Mục", {}, 3});
  CHECK(article.body[2] == Block{BlockKind::bullet, "Ý", {}, 2});
  CHECK(article.body[3] == Block{BlockKind::number, "Bảy", {}, 1, 7});
  CHECK(article.body[4] == Block{BlockKind::quote, "Lời"});
}

TEST_CASE("a picture keeps its address, size, text and caption") {
  const Article article = decoded(record({"f", "a.png", "640", "480", "Cầu", "Cầu " + kBold + "mới" + kBoldEnd}) +
                                  record({"f", "b.png", "", "", "", ""}));
  REQUIRE(article.pictures.size() == 2);
  CHECK(article.pictures[0] == Picture{"a.png", "Cầu", 640, 480});
  CHECK(article.pictures[1] == Picture{"b.png", "", 0, 0});
  CHECK(article.body[0].text == "Cầu mới");
  CHECK(article.body[0].spans.size() == 1);
  CHECK(article.body[1].index == 1);
}

TEST_CASE("the widths of a picture go to the picture before them") {
  const Article article = decoded(record({"s", "z 480w"}) + record({"f", "a.png", "", "", "", "Chú thích"}) +
                                  record({"s", "a.480.png 480w, a.png 900w"}) + record({"f", "b.png", "", "", "", ""}));
  REQUIRE(article.pictures.size() == 2);
  CHECK(article.pictures[0] == Picture{"a.png", "", 0, 0, "a.480.png 480w, a.png 900w"});
  CHECK(article.pictures[1].srcset.empty());
  CHECK(article.body[0].text == "Chú thích");
}

TEST_CASE("rows and cells go into the table before them") {
  const Article article = decoded(record({"t", "Số liệu"}) + record({"r"}) + record({"k", "2", "Năm"}) + record({"r"}) +
                                  record({"c", "1", "2023"}) + record({"c", "1", ""}) + record({"t", ""}) +
                                  record({"r"}) + record({"c", "1", "x"}));
  REQUIRE(article.tables.size() == 2);
  REQUIRE(article.tables[0].rows.size() == 2);
  CHECK(article.tables[0].rows[0][0] == Cell{"Năm", {}, true, 2});
  CHECK(article.tables[0].rows[1].size() == 2);
  CHECK(article.tables[1].rows[0][0] == Cell{"x"});
  CHECK(article.body[0].text == "Số liệu");
  CHECK(article.body[1].index == 1);
}

TEST_CASE("marks nest in one another and give spans in order, without overlap") {
  CHECK(spans_of("a" + kBold + "b" + kItalic + "c" + kBoldEnd + "d" + kItalicEnd + "e") ==
        std::vector<Span>{span(1, 2, true, false), span(2, 3, true, true), span(3, 4, false, true)});
  CHECK(spans_of(kLink + "x.html" + kAddressEnd + "xem " + kBold + "tiếp" + kBoldEnd + kLinkEnd) ==
        std::vector<Span>{span(0, 4, false, false, "x.html"), span(4, 10, true, false, "x.html")});
}

TEST_CASE("a mark that is not closed ends with its text") {
  const Article article = decoded(record({"p", "a" + kBold + "b"}) + record({"p", "c"}));
  CHECK(article.body[0].spans == std::vector<Span>{span(1, 2, true, false)});
  CHECK(article.body[1].spans.empty());
  CHECK(spans_of("a" + kLink + "địa chỉ không hết").empty());
}

TEST_CASE("ends without a beginning and marks around nothing leave no span") {
  CHECK(spans_of(kBoldEnd + "a" + kItalicEnd + kLinkEnd + "b").empty());
  CHECK(spans_of("a" + kBold + kBoldEnd + kLink + "x" + kAddressEnd + kLinkEnd + "b").empty());
}

TEST_CASE("a link without an address is no link") { CHECK(spans_of(kLink + kAddressEnd + "chữ" + kLinkEnd).empty()); }

TEST_CASE("records of unknown kinds and empty ones are passed over") {
  const Article article = decoded(record({"x", "1", "2"}) + record({""}) + "\x1E\x1E" + record({"p", "Đoạn"}));
  REQUIRE(article.body.size() == 1);
  CHECK(article.body[0].text == "Đoạn");
}

TEST_CASE("rows without a table and cells without a row are passed over") {
  const Article stray = decoded(record({"r"}) + record({"c", "1", "x"}));
  CHECK(stray.body.empty());
  CHECK(stray.tables.empty());
  const Article table = decoded(record({"t", ""}) + record({"c", "1", "x"}));
  REQUIRE(table.tables.size() == 1);
  CHECK(table.tables[0].rows.empty());
}

TEST_CASE("fields that are missing count as empty") {
  const std::string kinds[] = {"p", "h", "u", "o", "q", "f", "t", "r", "c", "k"};
  for (const std::string& kind : kinds) {
    CAPTURE(kind);
    check_sound(decoded(record({"t"}) + record({"r"}) + record({kind})));
    check_sound(decoded(record({"t"}) + record({"r"}) + record({kind, ""})));
    check_sound(decoded(record({"t"}) + record({"r"}) + kind));
  }
  CHECK(decoded("h").body[0].level == 2);
  CHECK(decoded("f").pictures[0] == Picture{});
}

TEST_CASE("numbers out of range are brought into it") {
  CHECK(decoded(record({"h", "1", "a"})).body[0].level == 2);
  CHECK(decoded(record({"h", "9", "a"})).body[0].level == 6);
  CHECK(decoded(record({"u", "0", "a"})).body[0].level == 1);
  CHECK(decoded(record({"u", "99", "a"})).body[0].level == 3);
  CHECK(decoded(record({"o", "1", "99999999999999999999", "a"})).body[0].index == 999'999);
  CHECK(decoded(record({"f", "a", "4294967297", "x", "", ""})).pictures[0] == Picture{"a", "", 100'000, 0});
  const Article table =
      decoded(record({"t", ""}) + record({"r"}) + record({"c", "0", "a"}) + record({"c", "999", "b"}));
  CHECK(table.tables[0].rows[0][0].columns == 1);
  CHECK(table.tables[0].rows[0][1].columns == 50);
}

TEST_CASE("code without sense gives a sound article") {
  std::mt19937 random(11);
  const std::string letters = "phuoqftrck12 9\x01\x02\x03\x04\x05\x06\x07\x1E\x1E\x1F\x1F\xCC\x81\xE1";
  for (int round = 0; round < 2000; ++round) {
    std::string code;
    for (auto length = random() % 60; length > 0; --length) code += letters[random() % letters.size()];
    check_sound(decoded(code));
  }
}

TEST_CASE("what an article held before is gone") {
  Article article = decoded(record({"f", "a.png", "", "", "", ""}) + record({"t", ""}));
  decode_blocks(record({"p", "Đoạn"}), [](std::string_view text) { return std::string(text); }, article);
  CHECK(article.body.size() == 1);
  CHECK(article.pictures.empty());
  CHECK(article.tables.empty());
}

TEST_CASE("form C is asked for only where a combining mark stands, and spans count what comes back") {
  std::vector<std::string> asked;
  const Nfc nfc = [&](std::string_view text) {
    asked.emplace_back(text);
    return std::string("ế");
  };
  Article article;
  decode_blocks(record({"p", "thường " + kBold + "e\u0302\u0301" + kBoldEnd + " sau"}), nfc, article);
  CHECK(asked == std::vector<std::string>{"e\u0302\u0301"});
  CHECK(article.body[0].text == "thường ế sau");
  REQUIRE(article.body[0].spans.size() == 1);
  const Span& bold = article.body[0].spans[0];
  CHECK(article.body[0].text.substr(bold.begin, bold.end - bold.begin) == "ế");
}

TEST_CASE("the text of a picture is brought to form C like every other") {
  Article article;
  decode_blocks(
      record({"f", "a.png", "", "", "e\u0302", ""}), [](std::string_view) { return std::string("ê"); }, article);
  CHECK(article.pictures[0].alt == "ê");
}

TEST_CASE("the texts of a body are met in order, those of tables where the table stands") {
  const Article article = decoded(record({"p", "một"}) + record({"t", "hai"}) + record({"r"}) +
                                  record({"c", "1", "ba"}) + record({"c", "1", "bốn"}) + record({"p", "năm"}));
  std::string met;
  for_each_text(article, [&](std::string_view text) { met += std::string(text) + " "; });
  CHECK(met == "một hai ba bốn năm ");
}
