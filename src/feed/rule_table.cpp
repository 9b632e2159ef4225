#include "feed/rule_table.h"

#include "text/keyed_table.h"

namespace bantin {

namespace {

using enum Severity;

constexpr auto kTable = keyed_table<Rule, RuleEntry>({
    {Rule::item_without_title,
     {"item-without-title", warning, "Bài không có tiêu đề, phần đầu của bài được dùng thay",
      "Hãy đặt tiêu đề cho bài.", "The article has no title; its beginning stands in", "Give the article a title."}},
    {Rule::item_without_content,
     {"item-without-content", warning, "Bài không có nội dung",
      "Hãy viết nội dung vào content_html hoặc content_text, hoặc bỏ bài này.", "The article has no content",
      "Write its content into content_html or content_text, or take the article out."}},
    {Rule::unknown_related,
     {"unknown-related", warning, "Tin liên quan «{}» không có trong tệp", "Hãy sửa id này, hoặc xoá nó khỏi related.",
      "The related article “{}” is not in the feed", "Mend the id, or take it out of related."}},
    {Rule::related_to_itself,
     {"related-to-itself", warning, "Bài «{}» tự nêu mình là tin liên quan", "Hãy xoá id này khỏi related.",
      "The article “{}” names itself as related", "Take the id out of related."}},
    {Rule::duplicate_url,
     {"duplicate-url", warning, "Hai bài cùng có địa chỉ «{}»",
      "Hãy bỏ một bài nếu chúng là một, nếu không hãy sửa địa chỉ.", "Two articles have the address “{}”",
      "Take one out if they are the same article; else mend the address."}},
    {Rule::future_date,
     {"future-date", warning, "Ngày «{}» còn ở phía trước", "Hãy xem lại năm, tháng và ngày của bài.",
      "The date “{}” is still to come", "Look at the article's year, month and day again."}},
    {Rule::unused_department,
     {"unused-department", warning, "Đơn vị «{}» được khai báo nhưng không có bài nào",
      "Hãy xoá đơn vị này, hoặc sửa _bantin.department của các bài.",
      "The department “{}” is declared but has no article",
      "Take it out, or mend _bantin.department of the articles."}},
    {Rule::duplicate_department,
     {"duplicate-department", warning, "Hai đơn vị cùng tên hoặc cùng id «{}»",
      "Hãy gộp hai đơn vị làm một, hoặc đặt tên và id riêng cho mỗi đơn vị.",
      "Two departments share the name or id “{}”", "Make them one, or give each a name and an id of its own."}},
    {Rule::department_id,
     {"department-id-no-slug", warning, "Id «{}» của đơn vị không đúng dạng, được đọc theo cách viết không dấu",
      "Hãy viết id bằng chữ thường không dấu, chữ số và dấu gạch nối, như so-tttt.",
      "The department's id “{}” is no slug and is read as if it were one",
      "Write ids in small letters without accents, digits and hyphens, like so-tttt."}},
    {Rule::picture_without_alt,
     {"picture-without-alt", warning, "Ảnh «{}» không có lời mô tả",
      "Hãy viết vào alt của ảnh điều người không nhìn thấy ảnh cần biết.", "The picture “{}” has no description",
      "Write into its alt what those who do not see the picture need to know."}},
    {Rule::bad_address,
     {"bad-address", error, "«{}» không phải địa chỉ trang web", "Hãy viết địa chỉ bắt đầu bằng https:// hoặc http://.",
      "“{}” is no address of the web", "Write an address that begins with https:// or http://."}},
    {Rule::decomposed_text,
     {"decomposed-text", warning, "Dấu trong văn bản được viết rời (chưa theo Unicode NFC)",
      "Hãy chuyển văn bản sang Unicode dựng sẵn (NFC) để chương trình khác cũng tìm được.",
      "Accents of the text stand apart from their letters (it is not in Unicode NFC)",
      "Convert the text to composed Unicode (NFC), so that other programs find its words, too."}},
});

}  // namespace

const RuleEntry& rule_entry(Rule rule) { return kTable[static_cast<size_t>(rule)]; }

std::string_view severity_name(Severity severity) { return severity == error ? "error" : "warning"; }

}  // namespace bantin
