#include "ui/strings.h"

namespace bantin {

namespace {

struct Entry {
  std::string_view vi, en;
};

// In the order of Message.
constexpr Entry kTable[] = {
    {"Tìm trong bản tin", "Search the news"},
    {"Đơn vị", "Departments"},
    {"Thời gian", "Dates"},
    {"Tìm đơn vị", "Find a department"},
    {"Không có đơn vị nào như vậy.", "No such department."},
    {"Từ ngày", "From"},
    {"Đến ngày", "To"},
    {"dd/mm/yyyy", "dd/mm/yyyy"},
    {"Ngày chưa đúng. Hãy viết như 13/01/2022.", "Not a date. Write it like 13/01/2022."},
    {"từ", "from"},
    {"đến", "until"},
    {"7 ngày qua", "Last 7 days"},
    {"Năm", "Year"},
    {"Tháng trước", "Previous month"},
    {"Tháng sau", "Next month"},
    {"T2 T3 T4 T5 T6 T7 CN", "Mo Tu We Th Fr Sa Su"},
    {"Số bài theo tháng", "Articles by month"},
    {"nhiều nhất", "most in"},
    {"Từ tháng", "From month"},
    {"Đến tháng", "To month"},
    {"Tháng", "Month"},
    {"Đã lưu", "Saved"},
    {"Chỉ xem bài đã lưu", "Only saved articles"},
    {"Lưu bài", "Save article"},
    {"Bỏ", "Remove"},
    {"Bộ lọc", "Filters"},
    {"Xoá bộ lọc", "Clear filters"},
    {"Không có bài nào khớp với bộ lọc.", "No article matches the filters."},
    {"Bỏ", "Without"},
    {"đơn vị", "departments"},
    {"thời gian", "dates"},
    {"từ tìm kiếm", "search"},
    {"mục đã lưu", "saved only"},
    {"Chọn một bài trong danh sách để đọc.", "Choose an article from the list."},
    {"Danh sách", "Back to list"},
    {"Đóng bài", "Close article"},
    {"Đóng", "Close"},
    {"Không rõ ngày", "Undated"},
    {"Danh sách bài", "Articles"},
    {"Bài đang đọc", "Open article"},
    {"Xem", "Show"},
    {"phút đọc", "min read"},
    {"Tin liên quan", "Related news"},
    {"Tệp đính kèm", "Attachments"},
    {"Đọc tiếp", "Read on"},
    {"Bài trước", "Previous"},
    {"Bài sau", "Next"},
    {"Phóng to ảnh", "Enlarge picture"},
    {"Không tải được ảnh.", "The picture could not be loaded."},
    {"Bảng", "Table"},
    {"Phím tắt", "Keyboard shortcuts"},
    {"Đến nút, liên kết kế tiếp", "To the next button or link"},
    {"Đi trong nhóm, cuộn", "Move within a group, scroll"},
    {"Chọn", "Choose"},
    {"Đã đọc", "Read"},
    {"Cách hiển thị", "Appearance"},
    {"Màu nền", "Colours"},
    {"Tự động", "Automatic"},
    {"Sáng", "Light"},
    {"Giấy", "Sepia"},
    {"Tối", "Dark"},
    {"Rõ nét", "Contrast"},
    {"Cỡ chữ", "Text size"},
    {"Bề rộng cột", "Column width"},
    {"Giãn dòng", "Line height"},
    {"Nhỏ hơn", "Smaller"},
    {"Lớn hơn", "Larger"},
    {"Hẹp hơn", "Narrower"},
    {"Rộng hơn", "Wider"},
    {"Sít hơn", "Denser"},
    {"Thoáng hơn", "Airier"},
    {"Kiểu chữ", "Typeface"},
    {"Có chân", "Serif"},
    {"Không chân", "Sans"},
    {"Của máy", "Device"},
    {"Đặt lại", "Reset"},
    {"Chia sẻ", "Share"},
    {"Chia sẻ…", "Share…"},
    {"Sao chép liên kết", "Copy link"},
    {"Sao chép trích dẫn", "Copy citation"},
    {"In bài", "Print"},
    {"Mở bài gốc", "Open original"},
    {"Đã sao chép.", "Copied."},
    {"Trình duyệt không cho sao chép.", "The browser did not allow copying."},
    {"Đang tải…", "Loading…"},
    {"Không tải được.", "This could not be loaded."},
    {"Thử lại", "Try again"},
    {"Đang tìm…", "Searching…"},
};
static_assert(sizeof kTable / sizeof kTable[0] == static_cast<size_t>(Message::count_));

constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};

}  // namespace

std::string_view Strings::get(Message message) const {
  const Entry& entry = kTable[static_cast<size_t>(message)];
  return language_ == Language::vi ? entry.vi : entry.en;
}

std::string Strings::number(uint32_t value) const {
  std::string digits = std::to_string(value);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, language_ == Language::vi ? "." : ",");
  return digits;
}

std::string Strings::articles(uint32_t count) const {
  if (language_ == Language::vi) return number(count) + " bài";
  return number(count) + (count == 1 ? " article" : " articles");
}

std::string Strings::show(uint32_t count) const {
  return std::string(get(Message::show_articles)) + " " + articles(count);
}

std::string Strings::day(Day day) const {
  const int32_t month = month_of(day);
  const std::string number = std::to_string(day - first_day(month) + 1), year = std::to_string(month / 12);
  if (language_ == Language::en) return number + " " + std::string(kMonths[month % 12]) + " " + year;
  return number + "/" + std::to_string(month % 12 + 1) + "/" + year;
}

std::string Strings::month(int32_t month) const {
  if (language_ == Language::vi) return std::string(get(Message::month)) + " " + vi_month(month);
  return std::string(kMonths[month % 12]) + " " + std::to_string(month / 12);
}

std::string Strings::minutes(uint32_t count) const {
  return std::to_string(count) + " " + std::string(get(Message::minutes));
}

std::string Strings::bytes(uint64_t size) const {
  constexpr uint64_t kKilo = 1000, kMega = 1'000'000;
  if (size <= kMega - kKilo) return std::to_string((size + kKilo - 1) / kKilo) + " kB";
  const uint64_t tenths = (size + kMega / 20) / (kMega / 10);
  const char* point = language_ == Language::vi ? "," : ".";
  return std::to_string(tenths / 10) + point + std::to_string(tenths % 10) + " MB";
}

}  // namespace bantin
