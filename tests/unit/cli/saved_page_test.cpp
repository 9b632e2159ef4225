// The one real page, written the ways sites publish it: whatever the clerk gets, the same article is imported.
#include "import/saved_page.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <utility>
#include <vector>

#include "cli/command_line.h"
#include "cli/folder.h"
#include "cli/utf8_nfc.h"
#include "feed/json_feed.h"
#include "import/html_blocks.h"
#include "import/tcvn3.h"
#include "text/utf8.h"

using namespace bantin;

namespace {

struct OneArticle {
  Article article;
  Department department;
};

// The article that the command makes of a file.
OneArticle imported(const std::string& name, std::string_view content) {
  const Folder folder;
  const std::string input = folder.put(name, content), output = folder.at("feed.json");
  std::ostringstream out, error;
  CHECK(run_command_line({"import", input, "-o", output}, {out, error}) == kDone);
  CAPTURE(error.str());
  FeedResult read = read_feed(read_file(output).value_or(""), {utf8_nfc, html_blocks});
  CHECK(read.problems.empty());
  REQUIRE(read.feed);
  REQUIRE(read.feed->articles.size() == 1);
  const Article& article = read.feed->articles.front();
  return {article, read.feed->departments.at(article.department)};
}

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char sign : text) {
    if (sign == '&') result += "&amp;";
    if (sign == '<') result += "&lt;";
    if (sign != '&' && sign != '<') result += sign;
  }
  return result;
}

// All `name` in braces replaced by their values.
std::string filled(std::string_view form, const std::vector<std::pair<std::string, std::string>>& values) {
  std::string result(form);
  for (const auto& [name, value] : values) {
    const std::string place = "{" + name + "}";
    for (size_t at = result.find(place); at != std::string::npos; at = result.find(place, at + value.size())) {
      result.replace(at, place.size(), value);
    }
  }
  return result;
}

std::string joined(const Article& article, std::string_view before, std::string_view behind) {
  std::string result;
  for (const Block& block : article.body) result.append(before).append(escaped(block.text)).append(behind);
  return result;
}

std::string published(std::string_view form, const Article& article) {
  return filled(form, {{"title", escaped(article.title)},
                       {"lead", escaped(article.lead)},
                       {"paragraphs", joined(article, "<p>", "</p>\n")},
                       {"escaped paragraphs", escaped(joined(article, "<p>", "</p>\n"))},
                       {"lines", joined(article, "", "<br><br>\n")},
                       {"blank lines", joined(article, "", "\n\n")}});
}

// The bytes that TCVN3 has for each of its letters, and for those that it writes as a vowel and a mark.
std::map<std::string, std::string> tcvn3_bytes() {
  std::map<std::string, std::string> bytes;
  const auto add = [&](const std::string& written) { bytes.emplace(utf8_nfc(tcvn3_to_utf8(written)), written); };
  for (int byte = 1; byte < 0x100; ++byte) add(std::string(1, static_cast<char>(byte)));
  for (int byte = 'A'; byte < 0x100; ++byte) {
    for (int mark = 0xB0; mark <= 0xB4; ++mark) add({static_cast<char>(byte), static_cast<char>(mark)});
  }
  return bytes;
}

std::string to_tcvn3(const std::string& text) {
  const std::map<std::string, std::string> bytes = tcvn3_bytes();
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    decode(text, at);
    const auto found = bytes.find(text.substr(begin, at - begin));
    REQUIRE_MESSAGE(found != bytes.end(), text.substr(begin, at - begin));
    result += found->second;
  }
  return result;
}

constexpr std::string_view kPortal = R"page(<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title} - Cổng thông tin điện tử</title>
<meta property="og:type" content="article"><meta property="og:title" content="{title}">
<meta name="description" content="{lead}"><link rel="canonical" href="https://sothongtin.example/tin/12.html"></head>
<body><header><div class="logo"><a href="/">Cổng thông tin điện tử</a></div>
<ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức - Sự kiện</a></li></ul></header>
<div class="breadcrumb"><a href="/">Trang chủ</a> / <a href="/tin">Tin tức</a></div>
<div class="news-detail"><h1 class="title">{title}</h1><div class="meta"><span class="date">13/01/2022 15:20</span>
<span>Lượt xem: 412</span></div><div class="share"><a href="#">Facebook</a><a href="#">Zalo</a></div>
<div class="sapo">{lead}</div><div class="content"><p>{lead}</p>
{paragraphs}</div><h4>Tin liên quan</h4><ul><li><a href="/tin/11.html">Một hội nghị khác của chi bộ (02/01/2022)</a></li>
<li><a href="/tin/10.html">Lịch làm việc tuần thứ hai của tháng một</a></li></ul></div>
<aside><h3>Thông báo</h3><p>Lịch tiếp công dân định kỳ trong tháng, tại phòng tiếp dân, từ tám giờ sáng.</p></aside>
<footer><p>Bản quyền thuộc về cổng thông tin. Địa chỉ: số 1, đường Ven Sông.</p></footer></body></html>
)page";

constexpr std::string_view kTables = R"page(<html><head><title>Trang tin</title>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><form id="aspnetForm">
<table width="1000"><tr><td colspan="2"><img src="/images/banner.jpg" width="1000" height="150"></td></tr>
<tr><td colspan="2"><a href="/">Trang chủ</a> <a href="/gioithieu.aspx">Giới thiệu</a> <a href="/vb.aspx">Văn bản</a></td></tr>
<tr><td width="200"><table><tr><td>Danh mục</td></tr><tr><td><a href="/a.aspx">Hoạt động của ngành</a></td></tr>
<tr><td><a href="/b.aspx">Cải cách hành chính</a></td></tr></table></td>
<td><table><tr><td><div class="tieude" style="font-weight:bold">{title}</div></td></tr>
<tr><td><span class="ngay">Thứ năm, 13/01/2022 15:20 (GMT+7)</span></td></tr>
<tr><td><a href="javascript:print()">In trang</a></td></tr>
<tr><td><div><b>{lead}</b><br><br>
{lines}</div></td></tr><tr><td><b>Các tin khác:</b></td></tr>
<tr><td><ul><li><a href="ct.aspx?id=5">Một hội nghị khác của chi bộ</a> (02/01/2022)</li></ul></td></tr></table></td></tr>
<tr><td colspan="2">Bản quyền của trang tin. Địa chỉ: số 1, đường Ven Sông. Điện thoại: 0200 000 000</td></tr>
</table></form></body></html>
)page";

constexpr std::string_view kTheme = R"page(<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>
<body class="post-template-default single"><nav class="main-navigation"><a href="/">Trang chủ</a><a href="/tin">Tin</a></nav>
<main><article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{title}</h1>
<div class="entry-meta"><time class="entry-date" datetime="2022-01-13T15:20:00+07:00">13/01/2022</time> bởi
<a href="/author/bbt">Ban biên tập</a></div></header><div class="entry-content"><p>{lead}</p>
{paragraphs}<div class="sharedaddy"><h3>Chia sẻ:</h3><ul><li><a href="?share=facebook">Facebook</a></li></ul></div></div></article>
<div class="related-posts"><h3>Bài viết liên quan</h3><div><a href="/mot-hoi-nghi">Một hội nghị khác của chi bộ</a></div></div></main>
<aside class="widget-area"><h2>Giới thiệu</h2><p>Trang tin đăng các hoạt động của ngành trong tỉnh.</p></aside></body></html>
)page";

constexpr std::string_view kRss = R"page(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tin mới</title>
<link>https://sothongtin.example/</link><item><title>{title}</title><link>https://sothongtin.example/tin/12.html</link>
<pubDate>Thu, 13 Jan 2022 15:20:00 +0700</pubDate><category>Sở TT&amp;TT</category><description>{lead}</description>
<content:encoded><![CDATA[<p><b>{lead}</b></p>
{paragraphs}<p>Tin liên quan</p><ul><li><a href="/tin/11.html">Một hội nghị khác của chi bộ</a></li></ul>]]></content:encoded>
</item></channel></rss>
)page";

constexpr std::string_view kAtom = R"page(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin mới</title><id>tag:sothongtin.example,2022:tin</id>
<entry><title>{title}</title><id>tag:sothongtin.example,2022:12</id><published>2022-01-13T08:20:00Z</published>
<updated>2022-01-14T08:00:00Z</updated><author><name>Ban biên tập</name></author><summary>{lead}</summary>
<content type="html">{escaped paragraphs}</content></entry></feed>
)page";

constexpr std::string_view kExport = R"page(<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Trang tin</title><link>https://sothongtin.example</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>tttt</wp:author_login>
<wp:author_display_name><![CDATA[Sở Thông tin và Truyền thông]]></wp:author_display_name></wp:author>
<item><title>{title}</title><link>https://sothongtin.example/tong-ket/</link><dc:creator>tttt</dc:creator>
<content:encoded><![CDATA[<strong>{lead}</strong>

{blank lines}<strong>Tin liên quan</strong>
<ul><li><a href="/mot-hoi-nghi">Một hội nghị khác của chi bộ</a></li></ul>]]></content:encoded>
<excerpt:encoded><![CDATA[{lead}]]></excerpt:encoded><wp:post_id>12</wp:post_id>
<wp:post_date>2022-01-13 15:20:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>
)page";

void check_same(const OneArticle& one, const OneArticle& other) {
  CHECK(one.article.title == other.article.title);
  CHECK(one.article.lead == other.article.lead);
  CHECK(one.article.body == other.article.body);
  CHECK(one.article.published.day == other.article.published.day);
  CHECK(one.department == other.department);
}

}  // namespace

TEST_CASE("the one real page gives one article, however a site publishes it") {
  const std::string text = saved_page();
  if (text.empty()) {
    MESSAGE(kNoSavedPage);
    return;
  }
  const OneArticle expected = imported("bai.txt", text);
  REQUIRE(expected.article.body.size() == 5);
  CHECK(expected.department.id == "so-tttt");
  CHECK(iso_day(expected.article.published.day) == "2022-01-13");
  const std::pair<const char*, std::string_view> forms[] = {{"portal.html", kPortal}, {"tables.html", kTables},
                                                            {"theme.html", kTheme},   {"tin.rss", kRss},
                                                            {"atom.xml", kAtom},      {"export.xml", kExport}};
  for (const auto& [name, form] : forms) {
    CAPTURE(name);
    check_same(imported(name, published(form, expected.article)), expected);
  }
  check_same(imported("tcvn3.txt", to_tcvn3(utf8_nfc(text))), expected);
}
