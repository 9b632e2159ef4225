// How to cite an article, to be copied into another text.
// Vietnamese: the form usual for pages of the web in reports and theses, agency and year first:
//     Sở Y tế (2023), “Tháng hành động vì an toàn thực phẩm”, Bản tin Hạ Lam, 17/04/2023, số 12/BC-SYT,
//     https://example.vn/1, truy cập ngày 20/05/2023.
// English: after ISO 690 (author and date), with days that cannot be misread:
//     Sở Y tế (2023). “Tháng hành động vì an toàn thực phẩm” [online]. Bản tin Hạ Lam, 2023-04-17, No. 12/BC-SYT
//     [viewed 2023-05-20]. Available from: https://example.vn/1
// What is not known is left out, but for the date: "không rõ ngày", "n.d." in place of the year. An article without an
// address has its feed's home page; the day of access is left out where there is neither. A feed stands in for an
// agency without a name. Errors: none. The text is plain, UTF-8, on one line as far as the feed's texts are.
#pragma once

#include <string>

#include "feed/model.h"
#include "text/language.h"

namespace bantin {

/// `accessed` is the reader's day; kUndated leaves it out.
std::string citation(const Feed& feed, const Article& article, Day accessed, Language language);

}  // namespace bantin
