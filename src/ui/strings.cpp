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
    {"Từ ngày", "From"},
    {"Đến ngày", "To"},
    {"dd/mm/yyyy", "dd/mm/yyyy"},
    {"Ngày chưa đúng. Hãy viết như 13/01/2022.", "Not a date. Write it like 13/01/2022."},
    {"Bộ lọc", "Filters"},
    {"Xoá bộ lọc", "Clear filters"},
    {"Không có bài nào khớp với bộ lọc.", "No article matches the filters."},
    {"Đang tải bản tin…", "Loading the news…"},
    {"Chọn một bài trong danh sách để đọc.", "Choose an article from the list."},
    {"Danh sách", "Back to list"},
    {"Đóng bài", "Close"},
    {"Không rõ ngày", "Undated"},
    {"Danh sách bài", "Articles"},
    {"Bài đang đọc", "Open article"},
    {"Xem", "Show"},
};
static_assert(sizeof kTable / sizeof kTable[0] == static_cast<size_t>(Message::count_));

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

}  // namespace bantin
