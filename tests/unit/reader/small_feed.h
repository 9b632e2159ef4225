// A feed of three articles of two departments, from December 2021 to March 2022, and a reader that shows it.
#pragma once

#include <string>
#include <string_view>

#include "feed/day.h"
#include "reader/reader.h"

namespace bantin {

inline Article dated_article(std::string id, std::string title, uint16_t department, std::string_view day) {
  Article made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.department = department;
  made.published = {parse_iso_day(day), 0};
  return made;
}

inline Feed small_feed() {
  Feed made;
  made.departments = {{"so-yt", "Sở Y tế", ""}, {"so-tttt", "Sở Thông tin và Truyền thông", "Sở TT&TT"}};
  made.articles = {dated_article("a", "Tiêm chủng", 0, "2022-03-01"), dated_article("b", "Mạng 4G", 1, "2022-01-13"),
                   dated_article("c", "Đường dây nóng", 0, "2021-12-31")};
  return made;
}

inline Reader reader_of_feed() {
  Reader reader;
  reader.set_feed(small_feed());
  reader.take_changes();
  return reader;
}

}  // namespace bantin
