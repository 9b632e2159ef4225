#include "feed/html_writer.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

Article of_blocks(std::vector<Block> blocks) {
  Article article;
  article.body = std::move(blocks);
  return article;
}

Span bold(uint32_t begin, uint32_t end) { return {begin, end, true, false, {}}; }

}  // namespace

TEST_CASE("each kind of block is its element, one a line") {
  const Article article = of_blocks({{BlockKind::paragraph, "Đoạn"},
                                     {BlockKind::heading, "Mục", {}, 4},
                                     {BlockKind::bullet, "Ý", {}, 1},
                                     {BlockKind::number, "Bảy", {}, 2, 7},
                                     {BlockKind::quote, "Lời"}});
  CHECK(write_html(article) ==
        "<p>Đoạn</p>\n<h4>Mục</h4>\n<ul><li>Ý<ol><li value=\"7\">Bảy</li></ol></li></ul>\n"
        "<blockquote><p>Lời</p></blockquote>\n");
}

TEST_CASE("marks are written around their parts, signs of HTML as references") {
  CHECK(write_html(of_blocks({{BlockKind::paragraph, "a<b", {{1, 2, true, true, "x?a=1&b=2"}}}})) ==
        "<p>a<a href=\"x?a=1&amp;b=2\"><strong><em>&lt;</em></strong></a>b</p>\n");
}

TEST_CASE("only paragraphs without spans are plain") {
  CHECK(is_plain({}));
  CHECK(is_plain(of_blocks({{BlockKind::paragraph, "a"}, {BlockKind::paragraph, "b"}})));
  CHECK_FALSE(is_plain(of_blocks({{BlockKind::paragraph, "a", {bold(0, 1)}}})));
  CHECK_FALSE(is_plain(of_blocks({{BlockKind::paragraph, "a"}, {BlockKind::bullet, "b", {}, 1}})));
}

TEST_CASE("an article without a body is no HTML") { CHECK(write_html({}).empty()); }
