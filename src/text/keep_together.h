// Which two neighbouring words of a Vietnamese text a line should not part, though there is a space between them: where
// the second alone would be misread or the first would hang at the end of a line.
// Kept together are:
//   a number and its unit         15 %   3,5 km   120 ha   1,5 tỷ   8 giờ   10-15 ngày   30 tạ/ha   1.200 người
//   a word and its number         ngày 13/1   tháng 8   năm 2022   quý IV   số 12/QĐ-UBND   Điều 5   thứ XIII   No. 7
//   a body and its abbreviation   Sở TT&TT   Bộ GD&ĐT   Trường THPT
//   a short title and a name      TP. Vinh   TX. Kỳ Anh   ThS. Nguyễn
// Not kept are the numbers of lists (1. and a) before their first words), nor anything with punctuation between the two
// (năm, 2022), nor a body before an abbreviation in a text all in capitals, where no abbreviation can be told.
// Every list is short on purpose: words kept together make lines ragged. Long chains (ngày 5 tháng 1 năm 2022) can
// arise; how wide they may get is the caller's matter.
// Capitals make no difference in words and units. Errors: none; what is no UTF-8 is kept with nothing.
#pragma once

#include <string_view>

namespace bantin {

/// `before` and `after` are the words on both sides of one space, with their punctuation: "(ngày", "13/1),".
bool keeps_together(std::string_view before, std::string_view after);

}  // namespace bantin
