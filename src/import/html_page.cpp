#include "import/html_page.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "feed/block_code.h"
#include "feed/srcset.h"
#include "import/absolute_address.h"
#include "import/content_finder.h"
#include "import/date_line.h"
#include "import/department_table.h"
#include "import/headline_finder.h"
#include "import/html_blocks.h"
#include "import/page_metadata.h"
#include "import/related_list.h"
#include "import/web_page.h"
#include "text/fold.h"

namespace bantin {

namespace {

constexpr size_t kShortestArticle = 200;  // characters of running text, where nothing else says that it is one
constexpr size_t kLongestLead = 400;      // characters: of a first paragraph that is taken for the lead
constexpr size_t kBlocksAbove = 4;        // of a body, among which title and lead may be repeated
constexpr size_t kLongestControl = 60;    // characters

// What a portal writes beside an article for its readers to press or to count them.
bool is_control(const Line& line) {
  static const std::set<std::string_view> kControls = {"in",
                                                       "in-bai",
                                                       "in-bai-viet",
                                                       "in-trang",
                                                       "in-trang-nay",
                                                       "ban-in",
                                                       "gui-email",
                                                       "email",
                                                       "chia-se",
                                                       "facebook",
                                                       "twitter",
                                                       "zalo",
                                                       "google",
                                                       "tro-ve",
                                                       "quay-lai",
                                                       "tro-lai",
                                                       "len-dau-trang",
                                                       "ve-dau-trang",
                                                       "ve-trang-truoc",
                                                       "nghe-bai-viet",
                                                       "nghe-noi-dung",
                                                       "co-chu",
                                                       "a-a",
                                                       "a-a-a",
                                                       "print",
                                                       "tweet",
                                                       "like",
                                                       "luu-bai-viet",
                                                       "binh-luan",
                                                       "gui-binh-luan",
                                                       "cac-bai-viet-khac",
                                                       "xem-co-chu"};
  static constexpr std::string_view kBeginnings[] = {"luot-xem",    "luot-doc",         "so-lan-xem",
                                                     "so-luot-xem", "tu-khoa",          "tags",
                                                     "co-chu",      "chia-se-bai-viet", "gui-cho-ban-be"};
  if (line.length > kLongestControl && line.link_length * 2 < line.length) return false;
  const std::string name = slug(line.text);
  if (kControls.contains(name)) return true;
  return std::any_of(std::begin(kBeginnings), std::end(kBeginnings), [&](auto one) { return name.starts_with(one); });
}

bool is_same(const std::string& text, const std::string& other) {
  return !text.empty() && !other.empty() && slug(text) == slug(other);
}

bool is_text_block(const Block& block) {
  return block.kind != BlockKind::picture && block.kind != BlockKind::table && !block.text.empty();
}

bool is_bold(const Block& block) {
  size_t bold = 0;
  for (const Span& span : block.spans) bold += span.bold || span.italic ? span.end - span.begin : 0;
  return bold * 10 > block.text.size() * 9;
}

class PageImport {
 public:
  PageImport(std::string_view html, const Nfc& nfc) : page_(html), nfc_(nfc), told_(read_metadata(page_)) {}

  InputResult result() {
    InputResult result;
    result.title = tidy(told_.site_name);
    related_ = take_related(page_, told_.base.empty() ? told_.url : told_.base);
    leave_out_surroundings(page_);
    page_.weigh();
    content_ = find_content(page_);
    if (content_) find_parts();
    if (is_article()) {
      result.articles.push_back(imported());
    } else if (told_.is_article && !told_.body.empty()) {
      result.articles.push_back(told_only());
    } else {
      result.left_out.push_back({LeftOutWhy::no_article, tidy(told_.title.empty() ? told_.page_title : told_.title)});
    }
    return result;
  }

 private:
  std::string tidy(const std::string& text) const {
    const std::string line = plain_line(text);
    return needs_nfc(line) ? nfc_(line) : line;
  }

  void find_parts() {
    headline_ = find_headline(page_, told_, *content_);
    day_ = take_shown_day(page_, headline_, *content_);
  }

  bool is_article() const {
    if (!content_) return false;
    const bool is_dated = day_.moment.day != kUndated || told_.published.day != kUndated;
    if (content_->is_list()) return false;
    if (told_.is_article || (headline_.is_title_told && is_dated)) return true;
    const bool has_title = headline_.title_node != kNoNode && (is_dated || headline_.is_title_told);
    return content_->prose_length >= kShortestArticle && (has_title || !is_portal());
  }

  // Whether most of the page leads elsewhere.
  bool is_portal() const {
    constexpr size_t kShortestHeadline = 30, kMost = 12;
    const auto& lines = page_.lines();
    const auto leads_on = [&](const Line& line) {
      return line.is_link() && line.length >= kShortestHeadline && !page_.is_left_out(line);
    };
    return std::cmp_greater(std::count_if(lines.begin(), lines.end(), leads_on), kMost);
  }

  Imported imported() {
    leave_out_what_is_told();
    Imported imported;
    Article& article = imported.article;
    article.title = tidy(headline_.title);
    article.lead = tidy(headline_.lead);
    decode_blocks(html_blocks_of(parts(), left_out()), nfc_, article);
    settle_lead(article);
    resolve_addresses(article);
    complete(imported);
    return imported;
  }

  // Where scripts fetch what a page shows, machines may still have been told.
  Imported told_only() {
    Imported imported;
    Article& article = imported.article;
    article.title = tidy(told_.title);
    article.lead = tidy(told_.description);
    for (size_t at = 0; at < told_.body.size();) {
      const size_t end = std::min(told_.body.find('\n', at), told_.body.size());
      std::string text = tidy(told_.body.substr(at, end - at));
      if (!text.empty() && !is_same(text, article.lead))
        article.body.push_back({BlockKind::paragraph, std::move(text)});
      at = end + 1;
    }
    complete(imported);
    return imported;
  }

  void complete(Imported& imported) {
    imported.article.url = told_.url;
    imported.article.published = told_.published;
    if (told_.published.day == kUndated) imported.article.published = day_.moment;
    if (told_.published.day == kUndated && !day_.evidence.empty()) {
      imported.inferences.push_back({"date_published", iso_day(day_.moment.day), tidy(day_.evidence)});
    }
    for (RelatedLink& link : related_) link.title = tidy(link.title);
    imported.related = std::move(related_);
    imported.department = department();
  }

  // Everything above the title, title and lead themselves, and controls.
  void leave_out_what_is_told() {
    const size_t begin = content_->parts.front(), end = page_[content_->parts.back()].end;
    const size_t title = headline_.title_node;
    if (title != kNoNode && title > begin && title < end) page_.leave_out(begin, page_[title].end);
    if (headline_.lead_node != kNoNode) page_.leave_out(headline_.lead_node);
    for (size_t i = content_->first_line; i < content_->last_line; ++i) {
      const Line& line = page_.lines()[i];
      if (is_control(line)) page_.leave_out(line);
    }
  }

  std::vector<const GumboNode*> parts() const {
    std::vector<const GumboNode*> nodes;
    nodes.reserve(content_->parts.size());
    for (const size_t part : content_->parts) nodes.push_back(page_[part].node);
    return nodes;
  }

  // Texts and pictures only: what holds them may also hold what stays.
  LeftOutNodes left_out() const {
    LeftOutNodes nodes;
    for (size_t i = content_->parts.front(); i < page_[content_->parts.back()].end; ++i) {
      const bool is_leaf = page_[i].end == i + 1;
      if (page_[i].left_out && is_leaf) nodes.insert(page_[i].node);
    }
    return nodes;
  }

  void settle_lead(Article& article) const {
    drop_repeated(article, article.title);
    if (article.lead.empty()) article.lead = lead_in(article);
    drop_repeated(article, article.lead);
    if (is_same(article.lead, article.title)) article.lead.clear();
  }

  static void drop_repeated(Article& article, const std::string& text) {
    size_t seen = 0;
    for (size_t i = 0; i < article.body.size() && seen < kBlocksAbove; ++i) {
      const Block& block = article.body[i];
      if (!is_text_block(block)) continue;
      ++seen;
      if (!is_same(block.text, text)) continue;
      article.body.erase(article.body.begin() + static_cast<std::ptrdiff_t>(i--));
    }
  }

  // The first paragraph, if the page sets it apart, tells it to machines or it is short and another follows.
  std::string lead_in(const Article& article) const {
    const auto first = std::find_if(article.body.begin(), article.body.end(), is_text_block);
    if (first == article.body.end() || first->kind != BlockKind::paragraph) return {};
    const auto next = std::find_if(first + 1, article.body.end(), is_text_block);
    if (next == article.body.end()) return {};
    const bool is_first = first == article.body.begin();
    const bool is_apart = is_bold(*first) || is_same(first->text, next->text) || is_described(first->text);
    const bool is_short = is_first && length_of(first->text) <= kLongestLead && next->kind == BlockKind::paragraph;
    return is_apart || is_short ? tidy(first->text) : "";
  }

  bool is_described(const std::string& text) const {
    constexpr size_t kLongEnough = 40;  // bytes
    const std::string told = slug(told_.description);
    return told.size() >= kLongEnough && slug(text).starts_with(told);
  }

  // Relative addresses mean files beside the page, unless it names a base; from "/" on they mean its site.
  std::string seen_from_page(const std::string& address) const {
    if (!told_.base.empty()) return absolute_address(address, told_.base);
    return address.starts_with('/') ? absolute_address(address, told_.url) : address;
  }

  void resolve_addresses(Article& article) const {
    const auto seen = [this](std::string_view address) { return seen_from_page(std::string(address)); };
    for (Picture& picture : article.pictures) {
      picture.source = seen(picture.source);
      picture.srcset = with_addresses(picture.srcset, seen);
    }
    for (Block& block : article.body) resolve_links(block.spans);
    for (Table& table : article.tables) {
      for (auto& row : table.rows) {
        for (Cell& cell : row) resolve_links(cell.spans);
      }
    }
  }

  void resolve_links(std::vector<Span>& spans) const {
    for (Span& span : spans) span.link = seen_from_page(span.link);
  }

  // That of who publishes, if it is one. Of <title> only what is not the article's counts: that may name others.
  std::string department() const {
    std::string site = told_.page_title;
    const size_t title = headline_.title.empty() ? std::string::npos : site.find(headline_.title);
    if (title == std::string::npos) site.clear();
    if (!site.empty()) site.erase(title, headline_.title.size());
    for (const std::string& name : {told_.author, told_.publisher, told_.site_name, site}) {
      Article named;
      named.title = name;
      if (const auto found = find_department(named)) return found->department.id;
    }
    return {};
  }

  WebPage page_;
  const Nfc& nfc_;
  PageMetadata told_;
  std::optional<Content> content_;
  Headline headline_;
  ShownDay day_;
  std::vector<RelatedLink> related_;
};

}  // namespace

InputResult import_html(std::string_view html, const Nfc& nfc) { return PageImport(html, nfc).result(); }

}  // namespace bantin
