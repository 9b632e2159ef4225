// The day an article tells of: written out, or a day and month whose year follows from the years the article names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "feed/model.h"

namespace bantin {

struct DayFound {
  Day day = kUndated;
  int32_t second = 0;    ///< of that day, where a time stands beside a whole date
  std::string evidence;  ///< the words of the article it follows from
};

/// Looks in the lead, then in the title, then in the body's paragraphs, in each for
///   a whole date: "13/1/2022", "13-01-2022", "ngày 13 tháng 1 năm 2022";
///   a day and month: "ngày 13/1", "Sáng 5/3", "(ngày 13 tháng 1)", with the year
///     that is planned ("nhiệm vụ năm 2022", "kế hoạch năm 2022"), or the one before it in October to December, when
///     plans are made; else after the one that is reviewed ("tổng kết … năm 2021") in January to March; else the latest
///     that title and lead name, or the body. Years to come ("đến năm 2030") do not count.
/// Passed over: deadlines ("trước ngày 20/1") and dates of documents ("Quyết định số 12 ngày 5/3/2020").
/// `article` must have its title as the text gives it.
std::optional<DayFound> find_day(const Article& article);

}  // namespace bantin
