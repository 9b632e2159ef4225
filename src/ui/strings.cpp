#include "ui/strings.h"

#include "text/keyed_table.h"

namespace bantin {

namespace {

struct Entry {
  std::string_view vi, en;
};

constexpr auto kTable = keyed_table<Message, Entry>({
    {Message::search, {"Tìm trong bản tin", "Search the news"}},
    {Message::departments, {"Đơn vị", "Departments"}},
    {Message::dates, {"Thời gian", "Dates"}},
    {Message::find_department, {"Tìm đơn vị", "Find a department"}},
    {Message::no_department, {"Không có đơn vị nào như vậy.", "No such department."}},
    {Message::from_day, {"Từ ngày", "From"}},
    {Message::to_day, {"Đến ngày", "To"}},
    {Message::day_format, {"dd/mm/yyyy", "dd/mm/yyyy"}},
    {Message::bad_day, {"Ngày chưa đúng. Hãy viết như 13/01/2022.", "Not a date. Write it like 13/01/2022."}},
    {Message::since, {"từ", "from"}},
    {Message::until, {"đến", "until"}},
    {Message::last_week, {"7 ngày qua", "Last 7 days"}},
    {Message::year, {"Năm", "Year"}},
    {Message::previous_month, {"Tháng trước", "Previous month"}},
    {Message::next_month, {"Tháng sau", "Next month"}},
    {Message::weekdays, {"T2 T3 T4 T5 T6 T7 CN", "Mo Tu We Th Fr Sa Su"}},
    {Message::timeline, {"Số bài theo tháng", "Articles by month"}},
    {Message::most_in, {"nhiều nhất", "most in"}},
    {Message::first_month, {"Từ tháng", "From month"}},
    {Message::last_month, {"Đến tháng", "To month"}},
    {Message::month, {"Tháng", "Month"}},
    {Message::starred, {"Đã lưu", "Saved"}},
    {Message::starred_only, {"Chỉ xem bài đã lưu", "Only saved articles"}},
    {Message::star, {"Lưu bài", "Save article"}},
    {Message::remove, {"Bỏ", "Remove"}},
    {Message::filters, {"Bộ lọc", "Filters"}},
    {Message::clear_filter, {"Xoá bộ lọc", "Clear filters"}},
    {Message::no_match, {"Không có bài nào khớp với bộ lọc.", "No article matches the filters."}},
    {Message::without, {"Bỏ", "Without"}},
    {Message::without_departments, {"đơn vị", "departments"}},
    {Message::without_dates, {"thời gian", "dates"}},
    {Message::without_query, {"từ tìm kiếm", "search"}},
    {Message::without_starred, {"mục đã lưu", "saved only"}},
    {Message::choose_article, {"Chọn một bài trong danh sách để đọc.", "Choose an article from the list."}},
    {Message::back_to_list, {"Danh sách", "Back to list"}},
    {Message::close, {"Đóng bài", "Close article"}},
    {Message::close_panel, {"Đóng", "Close"}},
    {Message::undated, {"Không rõ ngày", "Undated"}},
    {Message::list, {"Danh sách bài", "Articles"}},
    {Message::reading_pane, {"Bài đang đọc", "Open article"}},
    {Message::show_articles, {"Xem", "Show"}},
    {Message::minutes, {"phút đọc", "min read"}},
    {Message::related, {"Tin liên quan", "Related news"}},
    {Message::attachments, {"Tệp đính kèm", "Attachments"}},
    {Message::elsewhere, {"Đọc tiếp", "Read on"}},
    {Message::previous, {"Bài trước", "Previous"}},
    {Message::next, {"Bài sau", "Next"}},
    {Message::zoom, {"Phóng to ảnh", "Enlarge picture"}},
    {Message::picture_failed, {"Không tải được ảnh.", "The picture could not be loaded."}},
    {Message::table, {"Bảng", "Table"}},
    {Message::keys, {"Phím tắt", "Keyboard shortcuts"}},
    {Message::key_tab, {"Đến nút, liên kết kế tiếp", "To the next button or link"}},
    {Message::key_arrows, {"Đi trong nhóm, cuộn", "Move within a group, scroll"}},
    {Message::key_enter, {"Chọn", "Choose"}},
    {Message::read, {"Đã đọc", "Read"}},
    {Message::looks, {"Cách hiển thị", "Appearance"}},
    {Message::theme, {"Màu nền", "Colours"}},
    {Message::theme_auto, {"Tự động", "Automatic"}},
    {Message::theme_light, {"Sáng", "Light"}},
    {Message::theme_sepia, {"Giấy", "Sepia"}},
    {Message::theme_dark, {"Tối", "Dark"}},
    {Message::theme_contrast, {"Rõ nét", "Contrast"}},
    {Message::text_size, {"Cỡ chữ", "Text size"}},
    {Message::column_width, {"Bề rộng cột", "Column width"}},
    {Message::line_height, {"Giãn dòng", "Line height"}},
    {Message::smaller, {"Nhỏ hơn", "Smaller"}},
    {Message::larger, {"Lớn hơn", "Larger"}},
    {Message::narrower, {"Hẹp hơn", "Narrower"}},
    {Message::wider, {"Rộng hơn", "Wider"}},
    {Message::denser, {"Sít hơn", "Denser"}},
    {Message::airier, {"Thoáng hơn", "Airier"}},
    {Message::font, {"Kiểu chữ", "Typeface"}},
    {Message::font_serif, {"Có chân", "Serif"}},
    {Message::font_sans, {"Không chân", "Sans"}},
    {Message::font_system, {"Của máy", "Device"}},
    {Message::reset, {"Đặt lại", "Reset"}},
    {Message::share, {"Chia sẻ", "Share"}},
    {Message::share_link, {"Chia sẻ…", "Share…"}},
    {Message::copy_link, {"Sao chép liên kết", "Copy link"}},
    {Message::copy_citation, {"Sao chép trích dẫn", "Copy citation"}},
    {Message::print, {"In bài", "Print"}},
    {Message::open_original, {"Mở bài gốc", "Open original"}},
    {Message::copied, {"Đã sao chép.", "Copied."}},
    {Message::copy_failed, {"Trình duyệt không cho sao chép.", "The browser did not allow copying."}},
    {Message::loading, {"Đang tải…", "Loading…"}},
    {Message::not_loaded, {"Không tải được.", "This could not be loaded."}},
    {Message::try_again, {"Thử lại", "Try again"}},
    {Message::searching, {"Đang tìm…", "Searching…"}},
});

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
