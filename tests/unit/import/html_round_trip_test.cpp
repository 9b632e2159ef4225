// What feed/html_writer.h writes, import/html_blocks.h reads as the same blocks.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "feed/block_code.h"
#include "feed/html_writer.h"
#include "import/html_blocks.h"

using namespace bantin;

namespace {

Article read(std::string_view html) {
  Article article;
  decode_blocks(html_blocks(html), [](std::string_view text) { return std::string(text); }, article);
  return article;
}

void check_same(const Article& one, const Article& other) {
  CHECK(one.body == other.body);
  CHECK(one.pictures == other.pictures);
  CHECK(one.tables == other.tables);
}

void check_round_trip(const Article& article) {
  const std::string html = write_html(article);
  CAPTURE(html);
  check_same(read(html), article);
}

Article of_blocks(std::vector<Block> blocks) {
  Article article;
  article.body = std::move(blocks);
  return article;
}

Span bold(uint32_t begin, uint32_t end) { return {begin, end, true, false, {}}; }

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("paragraphs, headings of every level and quotations are read as they were") {
  std::vector<Block> blocks = {{BlockKind::paragraph, "Một"}, {BlockKind::quote, "Hai"}, {BlockKind::quote, "Ba"}};
  for (uint8_t level = 2; level <= 6; ++level) blocks.push_back({BlockKind::heading, "Mục", {}, level});
  check_round_trip(of_blocks(blocks));
}

TEST_CASE("signs of HTML in a text, an address or a picture's text stay signs") {
  const std::string signs = "a < b && c > \"d\" &amp; <b>x</b>";
  Article article = of_blocks({{BlockKind::paragraph, signs, {{0, 1, false, false, "x?a=1&b=\"2\"&copy=3"}}},
                               {BlockKind::picture, signs},
                               {BlockKind::table, signs}});
  article.pictures = {{"x?a=1&b=2", signs, 0, 0}};
  article.tables = {{{{Cell{signs}}}}};
  check_round_trip(article);
}

TEST_CASE("bold, italic and links are read as they were, alone and together") {
  check_round_trip(of_blocks({{BlockKind::paragraph,
                               "abcdef",
                               {bold(0, 1),
                                {1, 2, false, true, {}},
                                {2, 3, true, true, {}},
                                {3, 4, false, false, "https://x.vn/"},
                                {5, 6, true, true, "https://y.vn/"}}}}));
  for (const BlockKind kind : {BlockKind::heading, BlockKind::bullet, BlockKind::number, BlockKind::quote}) {
    CAPTURE(static_cast<int>(kind));
    check_round_trip(of_blocks({{kind, "một hai", {bold(6, 9)}, uint8_t(kind == BlockKind::quote ? 0 : 2)}}));
  }
}

TEST_CASE("lists of every depth and kind, one after the other, keep depth and numbers") {
  check_round_trip(of_blocks({{BlockKind::bullet, "a", {}, 1},
                              {BlockKind::bullet, "b", {}, 2},
                              {BlockKind::number, "c", {}, 3, 4},
                              {BlockKind::number, "d", {}, 3, 9},
                              {BlockKind::bullet, "e", {}, 1},
                              {BlockKind::number, "f", {}, 1, 0},
                              {BlockKind::number, "g", {}, 2, 999'999},
                              {BlockKind::bullet, "h", {}, 2},
                              {BlockKind::paragraph, "i"},
                              {BlockKind::number, "k", {}, 3, 1},
                              {BlockKind::bullet, "l", {}, 1}}));
}

TEST_CASE("pictures keep size, text and caption") {
  Article article = of_blocks({{BlockKind::picture, "Chú thích đậm", {bold(12, 18)}, 0, 0},
                               {BlockKind::picture, "", {}, 0, 1},
                               {BlockKind::picture, "", {}, 0, 2}});
  article.pictures = {{"a.png", "Cầu", 640, 480}, {"https://x.vn/b.jpg", "", 0, 0}, {"c.png", "", 640, 0}};
  check_round_trip(article);
}

TEST_CASE("pictures keep their widths, whatever signs are in an address") {
  Article article = of_blocks({{BlockKind::picture, "Chú thích", {}, 0, 0}, {BlockKind::picture, "", {}, 0, 1}});
  article.pictures = {{"a.png", "Cầu", 640, 480, "a.png.480.webp 480w, a.png 640w"},
                      {"b.png", "", 0, 0, "https://x.vn/b,1.png?a=1&copy=\"2\" 480w, data:image/png;base64,AA== 960w"}};
  check_round_trip(article);
}

TEST_CASE("tables keep captions, header cells, spans and empty cells") {
  Article article = of_blocks({{BlockKind::table, "Số liệu", {}, 0, 0}, {BlockKind::table, "", {}, 0, 1}});
  article.tables = {
      {{{Cell{"Năm", {}, true, 2}, Cell{"Số", {}, true}}, {Cell{"2023"}, Cell{}, Cell{"5", {bold(0, 1)}}}}},
      {{{Cell{"một ô"}}}}};
  check_round_trip(article);
}

TEST_CASE("a span that ends in a space keeps it when another mark follows") {
  const std::string pages[] = {"<p><b>ba <i>huyện</i></b> sau</p>", "<p><i>ba <b>huyện</b></i> sau</p>",
                               "<p><a href=\"x\">ba <b>huyện</b></a> sau</p>",
                               "<p><b>ba <a href=\"x\">huyện</a></b></p>", "<p><i>ba <a href=\"x\">huyện</a></i></p>"};
  for (const std::string& html : pages) {
    CAPTURE(html);
    check_round_trip(read(html));
  }
}

TEST_CASE("whatever the HTML reader makes of a page is read again as the same") {
  size_t pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(BANTIN_ROOT "/tests/data/html")) {
    if (entry.path().extension() != ".html") continue;
    CAPTURE(entry.path().filename().string());
    check_round_trip(read(content_of(entry.path())));
    ++pages;
  }
  CHECK(pages >= 40);
}
