#include "import/class_hints.h"

#include <algorithm>
#include <span>

namespace bantin {

namespace {

constexpr size_t kLongName = 6;  // bytes: from here on a name may also stand within a word ("newscontentbox")

constexpr std::string_view kContent[] = {"content", "article", "detail", "body",  "noidung", "chitiet",
                                         "baiviet", "entry",   "post",   "story", "hentry"};
constexpr std::string_view kTitle[] = {"title", "tieude", "headline", "tenbai", "tentin", "tenbaiviet"};
constexpr std::string_view kLead[] = {"sapo",     "lead",  "tomtat",  "mota",        "trichyeu",
                                      "trichdan", "chapo", "summary", "description", "gioithieutin"};
constexpr std::string_view kDay[] = {"date", "time", "ngay", "ngaydang", "thoigian", "published", "datetime"};
constexpr std::string_view kComment[] = {"comment", "comments", "binhluan", "phanhoi", "disqus", "respond", "ykien"};
constexpr std::string_view kAside[] = {
    "nav",      "navbar",   "navigation", "menu",    "footer",     "share",     "sharing",
    "social",   "sidebar",  "breadcrumb", "banner",  "quangcao",   "ads",       "advert",
    "lienquan", "related",  "tag",        "tags",    "tukhoa",     "print",     "toolbar",
    "danhgia",  "rating",   "vote",       "pager",   "pagination", "copyright", "login",
    "topbar",   "masthead", "logo",       "popup",   "modal",      "cookie",    "skip",
    "marquee",  "duongdan", "tienich",    "congcu",  "chiase",     "tinkhac",   "cungchuyenmuc",
    "fontsize", "thongke",  "luotxem",    "counter", "hitcount",   "newsother", "othernews"};
constexpr std::span<const std::string_view> kNames[] = {kContent, kTitle, kLead, kDay, kComment, kAside};
static_assert(std::size(kNames) == static_cast<size_t>(Hint::count_));

bool is_small(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9'); }
bool is_capital(char sign) { return sign >= 'A' && sign <= 'Z'; }

}  // namespace

// A word begins after any other sign, and at a capital letter behind a small one.
ClassHints::ClassHints(std::string_view names) {
  char before = ' ';
  for (const char sign : names) {
    const bool counts = is_small(sign) || is_capital(sign);
    const bool parts = !counts || (is_capital(sign) && is_small(before));
    if (parts && (edges_.empty() || edges_.back() != text_.size())) edges_.push_back(text_.size());
    // What parts names and not only words stays, so that no name is found across it.
    if (sign == ' ') text_ += ' ';
    if (sign == ' ') edges_.push_back(text_.size());
    if (counts) text_ += static_cast<char>(is_capital(sign) ? sign - 'A' + 'a' : sign);
    before = sign;
  }
  edges_.push_back(text_.size());
  edges_.insert(edges_.begin(), 0);
}

bool ClassHints::tell(Hint hint) const {
  const auto names = kNames[static_cast<size_t>(hint)];
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return has(name); });
}

bool ClassHints::has(std::string_view name) const {
  const auto is_edge = [&](size_t at) { return std::binary_search(edges_.begin(), edges_.end(), at); };
  for (size_t at = text_.find(name); at != std::string::npos; at = text_.find(name, at + 1)) {
    // SharePoint, a maker of portals, shares nothing.
    if (name == "share" && text_.substr(at).starts_with("sharepoint")) continue;
    if (name.size() >= kLongName || (is_edge(at) && is_edge(at + name.size()))) return true;
  }
  return false;
}

}  // namespace bantin
