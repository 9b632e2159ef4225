// Every sentence of the interface, in each of its languages, in one table.
// Use: strings.get(Message::search), strings.articles(42).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/language.h"

namespace bantin {

enum class Message : uint8_t {
  search,
  departments,
  from_day,
  to_day,
  day_format,
  bad_day,
  filters,
  clear_filter,
  no_match,
  loading,
  choose_article,
  back_to_list,
  close,
  undated,
  list,
  reading_pane,
  show_articles,
  count_,  // how many there are
};

class Strings {
 public:
  explicit Strings(Language language = Language::vi) : language_(language) {}

  Language language() const { return language_; }
  std::string_view get(Message message) const;
  std::string number(uint32_t value) const;    ///< "100.000" in Vietnamese, "100,000" in English
  std::string articles(uint32_t count) const;  ///< "42 bài", "1 article"
  /// "Xem 42 bài"
  std::string show(uint32_t count) const;

 private:
  Language language_;
};

}  // namespace bantin
