#include "app/fake_host.h"

#include "feed/day.h"

namespace bantin {

std::string feed_json(int count, int paragraphs) {
  const char* departments[] = {"so-yt", "so-tttt", "so-gddt"};
  std::string json =
      R"({"version":"https://jsonfeed.org/version/1.1","title":"Thử","_bantin":{"departments":[)"
      R"({"id":"so-yt","name":"Sở Y tế"},{"id":"so-tttt","name":"Sở Thông tin và Truyền thông","short_name":"Sở TT&TT"},)"
      R"({"id":"so-gddt","name":"Sở Giáo dục và Đào tạo","short_name":"Sở GD&ĐT"}]},"items":[)";
  const Day newest = parse_iso_day("2024-06-30");
  for (int i = 0; i < count; ++i) {
    if (i > 0) json += ',';
    json += R"({"id":"bai-)" + std::to_string(i) + R"(","title":"Tiêu đề số )" + std::to_string(i) +
            R"( của một bài khá dài","summary":"Lời dẫn của bài, đủ dài để xuống dòng ở cột hẹp.","date_published":")" +
            iso_day(newest - i) + R"(T08:00:00+07:00","content_text":")";
    for (int p = 0; p < paragraphs; ++p) json += "Đoạn văn " + std::to_string(p) + " nói về đường làng. \\n\\n";
    json += std::string(R"(","_bantin":{"department":")") + departments[i % 3] + R"("}})";
  }
  return json + "]}";
}

std::string html_feed_json(int count) {
  const std::string text = R"("content_text":)";
  const std::string html = R"("attachments":[{"url":"https://x.vn/tep/van-ban.pdf","mime_type":"application/pdf",)"
                           R"("size_in_bytes":1240000}],"content_html":)";
  std::string json = feed_json(count, 1);
  for (size_t at = json.find(text); at != std::string::npos; at = json.find(text, at + html.size())) {
    json.replace(at, text.size(), html);
  }
  return json;
}

}  // namespace bantin
