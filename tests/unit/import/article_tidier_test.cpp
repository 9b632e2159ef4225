#include "import/article_tidier.h"

#include <doctest/doctest.h>

using namespace bantin;

namespace {

Block paragraph(std::string text) { return {BlockKind::paragraph, std::move(text)}; }

Block heading(std::string text) { return {BlockKind::heading, std::move(text), {}, 2}; }

Block link(BlockKind kind, const std::string& text, std::string address) {
  return {kind, text, {{0, static_cast<uint32_t>(text.size()), false, false, std::move(address)}}, 1};
}

Imported tidied(std::string title, std::string lead, std::vector<Block> body) {
  Imported imported;
  imported.article.title = std::move(title);
  imported.article.lead = std::move(lead);
  imported.article.body = std::move(body);
  tidy(imported);
  return imported;
}

std::string body_of(const Imported& imported) {
  std::string text;
  for (const Block& block : imported.article.body) text += block.text + "|";
  return text;
}

}  // namespace

TEST_CASE("what repeats title or lead in front of the text goes") {
  const Imported imported =
      tidied("Tên bài", "Sapô của bài.",
             {heading("TÊN BÀI"), paragraph("Sapô của bài"), paragraph("Thân."), paragraph("Tên bài")});
  CHECK(body_of(imported) == "Thân.|Tên bài|");
  CHECK(imported.article.lead == "Sapô của bài.");
}

TEST_CASE("the first paragraph becomes the lead where there is none") {
  CHECK(tidied("T", "", {paragraph("Một."), paragraph("Hai.")}).article.lead == "Một.");
  CHECK(tidied("T", "", {heading("Mục"), paragraph("Hai.")}).article.lead.empty());
  CHECK(tidied("T", "", {link(BlockKind::paragraph, "Một.", "a"), paragraph("Hai.")}).article.lead.empty());
}

TEST_CASE("a lead that is cut off is the first paragraph") {
  for (const char* lead : {"Sáng nay, Sở…", "Sáng nay, Sở [...]", "Sáng nay, Sở họp về nước sạch. Đợt này …"}) {
    CAPTURE(lead);
    const Imported imported =
        tidied("T", lead, {paragraph("Sáng nay, Sở họp về nước sạch."), paragraph("Đợt này có 3 huyện.")});
    CHECK(imported.article.lead == "Sáng nay, Sở họp về nước sạch.");
    CHECK(body_of(imported) == "Đợt này có 3 huyện.|");
  }
  CHECK(tidied("T", "Khác hẳn…", {paragraph("Sáng nay.")}).article.lead == "Khác hẳn…");
}

TEST_CASE("a picture may stand in front of what repeats the lead, and stays") {
  Block picture{BlockKind::picture, "Ảnh"};
  Imported imported = tidied("T", "Sapô.", {picture, paragraph("Sapô."), paragraph("Thân.")});
  CHECK(body_of(imported) == "Ảnh|Thân.|");
}

TEST_CASE("a picture may stand in front of the paragraph that becomes the lead, and stays") {
  Block picture{BlockKind::picture, "Ảnh"};
  for (const char* lead : {"", "Sáng nay, Sở…"}) {
    const Imported imported = tidied("T", lead, {picture, paragraph("Sáng nay, Sở họp."), paragraph("Thân.")});
    CHECK(imported.article.lead == "Sáng nay, Sở họp.");
    CHECK(body_of(imported) == "Ảnh|Thân.|");
  }
}

TEST_CASE("a list of other articles at the end becomes related links, its pictures go") {
  Imported imported;
  imported.article.title = "T";
  imported.article.lead = "S";
  imported.article.pictures = {{"a.png", "", 0, 0}, {"b.png", "", 0, 0}};
  imported.article.body = {{BlockKind::picture, "", {}, 0, 0},
                           paragraph("Thân."),
                           heading("Tin liên quan"),
                           {BlockKind::picture, "", {}, 0, 1},
                           link(BlockKind::bullet, "Bài một (1/2/2022)", "/mot"),
                           paragraph("Bài hai")};
  tidy(imported);
  CHECK(body_of(imported) == "|Thân.|");
  CHECK(imported.article.pictures.size() == 1);
  const std::vector<RelatedLink> wanted = {{"/mot", "Bài một"}, {"", "Bài hai"}};
  CHECK(imported.related == wanted);
}

TEST_CASE("a heading that text follows ends nothing") {
  const Imported imported =
      tidied("T", "S", {heading("Tin liên quan"), paragraph(std::string(400, 'a')), paragraph("Hết.")});
  CHECK(imported.article.body.size() == 3);
  CHECK(imported.related.empty());
}

TEST_CASE("a line of the date gives the day where there was none, and goes either way") {
  Imported imported = tidied("T", "", {paragraph("13/01/2022 08:00"), paragraph("Sapô."), paragraph("Thân.")});
  CHECK(imported.article.lead == "Sapô.");
  CHECK(imported.article.published == Moment{day_of(2022, 1, 13), 8 * 3600});
  REQUIRE(imported.inferences.size() == 1);
  CHECK(imported.inferences[0].evidence == "13/01/2022 08:00");
}

TEST_CASE("what has no title is named by its first words") {
  CHECK(tidied("", "Sở họp.", {}).article.title == "Sở họp.");
  std::string longer;
  for (int i = 0; i < 40; ++i) longer += "chữ ";
  const std::string title = tidied("", longer, {}).article.title;
  CHECK(title.size() < 120);
  CHECK(title.ends_with("…"));
}
