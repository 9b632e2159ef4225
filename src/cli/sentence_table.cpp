#include "cli/sentence_table.h"

namespace bantin {

namespace {

struct Entry {
  std::string_view vi, en;  // {} is the subject
};

// In the order of Say.
constexpr Entry kTable[] = {
    {"Tạo và kiểm tra tệp bản tin cho trình đọc Bản Tin.", "Makes and checks feeds for the reader Bản Tin."},
    {"Đưa các bài viết vào một tệp bản tin", "Makes one feed of texts"},
    {"Nêu từng lỗi của tệp bản tin, chỗ có lỗi và cách sửa", "Names every problem of a feed, its place and remedy"},
    {"In hướng dẫn này", "Print this help"},
    {"In số phiên bản", "Print the version"},
    {"Ngôn ngữ của thông báo: vi hoặc en (bỏ trống: theo hệ thống)",
     "Language of messages: vi or en (left out: the system's)"},
    {"Loại tệp nhập; hiện có: text", "Kind of the inputs; there is: text"},
    {"Tiêu đề của bài (chỉ khi nhập một tệp)", "Title of the article (with one input only)"},
    {"Đơn vị của các bài: mã (so-tttt) hoặc tên", "Department of the articles: its id (so-tttt) or name"},
    {"Ngày của các bài: 2022-01-13 hoặc 13/01/2022", "Day of the articles: 2022-01-13 or 13/01/2022"},
    {"Tệp bản tin sẽ được ghi", "The feed to write"},
    {"Các tệp bài viết", "The texts to read"},
    {"text cho người đọc, json cho chương trình", "text for people, json for programs"},
    {"Các tệp bản tin", "The feeds to read"},
    {"Thiếu {}.", "{} is missing."},
    {"Hãy nêu một lệnh: import hoặc check.", "Name a command: import or check."},
    {"Không hiểu «{}».", "“{}” is not understood."},
    {"Giá trị của {} không dùng được.", "The value of {} cannot be used."},
    {"Chưa nhập được loại «{}»; hiện có: text.", "The kind “{}” cannot be imported; there is: text."},
    {"«{}» không phải là ngày; hãy viết 2022-01-13 hoặc 13/01/2022.",
     "“{}” is no day; write 2022-01-13 or 13/01/2022."},
    {"--title chỉ dùng được khi nhập một tệp.", "--title can be used with one input only."},
    {"Tệp «{}» vừa là tệp nhập vừa là tệp ghi; hãy chọn tên khác cho tệp ghi.",
     "“{}” is both input and output; choose another output."},
    {"Xem hướng dẫn bằng --help.", "See --help."},
    {"không đọc được tệp; hãy kiểm tra tên và quyền truy cập",
     "the file cannot be read; check its name and your permissions"},
    {"không ghi được tệp; hãy kiểm tra thư mục, quyền truy cập và chỗ trống trên đĩa",
     "the file cannot be written; check the folder, your permissions and the free space"},
    {"tệp không có chữ nào", "the file holds no text"},
    {"{} chỗ không phải mã UTF-8, đã thay bằng dấu �; hãy lưu lại văn bản gốc bằng mã UTF-8",
     "{} places are no UTF-8 and were replaced by �; save the original text as UTF-8"},
    {"suy ra từ «{}»", "inferred from “{}”"},
    {"không tìm thấy, hãy tự điền", "not found, please give it"},
    {"Chưa ghi tệp nào.", "Nothing was written."},
    {"số bài đã ghi: {}", "articles written: {}"},
    {"không có lỗi", "no problem"},
    {"lỗi", "error"},
    {"cảnh báo", "warning"},
};
static_assert(sizeof kTable / sizeof kTable[0] == static_cast<size_t>(Say::count_));

}  // namespace

std::string say(Say what, Language language, std::string_view subject) {
  const Entry& entry = kTable[static_cast<size_t>(what)];
  std::string text(language == Language::vi ? entry.vi : entry.en);
  if (const size_t slot = text.find("{}"); slot != std::string::npos) text.replace(slot, 2, subject);
  return text;
}

}  // namespace bantin
