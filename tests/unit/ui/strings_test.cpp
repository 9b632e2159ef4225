#include "ui/strings.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "feed/day.h"

using namespace bantin;

TEST_CASE("every sentence exists in both languages") {
  for (uint8_t i = 0; i < static_cast<uint8_t>(Message::count_); ++i) {
    CAPTURE(static_cast<int>(i));
    CHECK_FALSE(Strings(Language::vi).get(static_cast<Message>(i)).empty());
    CHECK_FALSE(Strings(Language::en).get(static_cast<Message>(i)).empty());
  }
}

TEST_CASE("every sentence is translated, but for the form of a day, which is the same") {
  for (uint8_t i = 0; i < static_cast<uint8_t>(Message::count_); ++i) {
    const auto message = static_cast<Message>(i);
    CAPTURE(static_cast<int>(i));
    const bool is_same = Strings(Language::vi).get(message) == Strings(Language::en).get(message);
    CHECK(is_same == (message == Message::day_format));
  }
}

TEST_CASE("the table is in the order of its names") {
  const Strings vi(Language::vi), en(Language::en);
  CHECK(vi.get(Message::search) == "Tìm trong bản tin");
  CHECK(en.get(Message::clear_filter) == "Clear filters");
  CHECK(vi.get(Message::undated) == "Không rõ ngày");
  CHECK(en.get(Message::table) == "Table");
  CHECK(vi.get(Message::font_serif) == "Có chân");
  CHECK(en.get(Message::copy_failed) == "The browser did not allow copying.");
}

TEST_CASE("a week has seven names in both languages") {
  for (const Language language : {Language::vi, Language::en}) {
    const std::string_view names = Strings(language).get(Message::weekdays);
    CHECK(std::count(names.begin(), names.end(), ' ') == 6);
  }
}

TEST_CASE("minutes, months and what there is to show are said as each language does") {
  const Strings vi(Language::vi), en(Language::en);
  CHECK(vi.minutes(3) == "3 phút đọc");
  CHECK(en.minutes(1) == "1 min read");
  CHECK(vi.show(42) == "Xem 42 bài");
  CHECK(en.show(1) == "Show 1 article");
  const char* names[] = {"January", "February", "March",     "April",   "May",      "June",
                         "July",    "August",   "September", "October", "November", "December"};
  for (int month = 1; month <= 12; ++month) {
    const int32_t number = month_of(day_of(2022, month, 1));
    CHECK(en.month(number) == std::string(names[month - 1]) + " 2022");
    CHECK(vi.month(number) == "Tháng " + std::string(month < 10 ? "0" : "") + std::to_string(month) + "/2022");
  }
}

TEST_CASE("sizes of files are whole kilobytes, from a million on megabytes with one decimal") {
  const Strings vi(Language::vi), en(Language::en);
  CHECK(vi.bytes(1) == "1 kB");
  CHECK(vi.bytes(1000) == "1 kB");
  CHECK(vi.bytes(1001) == "2 kB");
  CHECK(en.bytes(950'000) == "950 kB");
  CHECK(vi.bytes(1'000'000) == "1,0 MB");
  CHECK(vi.bytes(1'240'000) == "1,2 MB");
  CHECK(en.bytes(1'250'000) == "1.3 MB");
  CHECK(en.bytes(25'960'000) == "26.0 MB");
}

TEST_CASE("a size just below a million bytes is not a thousand kilobytes") {
  CHECK(Strings(Language::vi).bytes(999'999) == "1,0 MB");
}

TEST_CASE("numbers are grouped as each language does") {
  CHECK(Strings(Language::vi).number(100000) == "100.000");
  CHECK(Strings(Language::en).number(1234567) == "1,234,567");
  CHECK(Strings(Language::vi).number(999) == "999");
  CHECK(Strings(Language::vi).number(0) == "0");
}

TEST_CASE("one article and many") {
  CHECK(Strings(Language::vi).articles(42) == "42 bài");
  CHECK(Strings(Language::en).articles(1) == "1 article");
  CHECK(Strings(Language::en).articles(2) == "2 articles");
}

TEST_CASE("a day of the calendar is called by its number as it is seen") {
  const Strings vi(Language::vi), en(Language::en);
  CHECK(vi.day(parse_iso_day("2024-03-05")) == "5/3/2024");
  CHECK(en.day(parse_iso_day("2024-03-05")) == "5 March 2024");
  CHECK(vi.day(parse_iso_day("2023-12-31")) == "31/12/2023");
}
