// Every sentence of the interface, in each of its languages, in one table.
// Use: strings.get(Message::search), strings.articles(42).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "feed/day.h"
#include "text/language.h"

namespace bantin {

enum class Message : uint8_t {
  search,
  departments,
  dates,
  find_department,
  no_department,
  from_day,
  to_day,
  day_format,
  bad_day,
  since,
  until,
  last_week,
  year,
  previous_month,
  next_month,
  weekdays,
  timeline,
  most_in,
  first_month,
  last_month,
  month,
  starred,
  starred_only,
  star,
  remove,
  filters,
  clear_filter,
  no_match,
  without,
  without_departments,
  without_dates,
  without_query,
  without_starred,
  choose_article,
  back_to_list,
  close,
  close_panel,
  undated,
  list,
  reading_pane,
  show_articles,
  minutes,
  related,
  attachments,
  elsewhere,
  previous,
  next,
  zoom,
  picture_failed,
  table,
  keys,
  key_tab,
  key_arrows,
  key_enter,
  read,
  looks,
  theme,
  theme_auto,
  theme_light,
  theme_sepia,
  theme_dark,
  theme_contrast,
  text_size,
  column_width,
  line_height,
  smaller,
  larger,
  narrower,
  wider,
  denser,
  airier,
  font,
  font_serif,
  font_sans,
  font_system,
  reset,
  share,
  share_link,
  copy_link,
  copy_citation,
  print,
  open_original,
  copied,
  copy_failed,
  loading,
  not_loaded,
  try_again,
  searching,
  count_,  // how many there are
};

class Strings {
 public:
  explicit Strings(Language language = Language::vi) : language_(language) {}

  Language language() const { return language_; }
  std::string_view get(Message message) const;
  std::string number(uint32_t value) const;    ///< "100.000" in Vietnamese, "100,000" in English
  std::string articles(uint32_t count) const;  ///< "42 bài", "1 article"
  std::string show(uint32_t count) const;      ///< "Xem 42 bài"
  std::string day(Day day) const;              ///< "5/3/2024", "5 March 2024": the day's number as a calendar has it
  std::string month(int32_t month) const;      ///< "Tháng 01/2022", "January 2022"
  std::string minutes(uint32_t count) const;   ///< "3 phút đọc"
  std::string bytes(uint64_t size) const;      ///< "1,2 MB" in Vietnamese, "1.2 MB" in English

 private:
  Language language_;
};

}  // namespace bantin
