#include "import/html_blocks.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "feed/srcset.h"
#include "import/html_tree.h"

namespace bantin {

namespace {

using Names = std::set<std::string_view>;
using Fields = std::vector<std::string>;

constexpr char kFieldEnd = '\x1F', kRecordEnd = '\x1E';
constexpr char kBold = '\x01', kBoldEnd = '\x02', kItalic = '\x03', kItalicEnd = '\x04';
constexpr char kLink = '\x05', kLinkText = '\x06', kLinkEnd = '\x07';
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

const Names kBoldElements = {"b", "strong", "dt"};
const Names kItalicElements = {"i", "em", "cite", "var"};
constexpr std::string_view kSafeLinks[] = {"http:", "https:", "mailto:", "tel:"};
constexpr std::string_view kSafePictures[] = {"http:",
                                              "https:",
                                              "data:image/png;",
                                              "data:image/png,",
                                              "data:image/jpeg;",
                                              "data:image/jpeg,",
                                              "data:image/gif;",
                                              "data:image/gif,",
                                              "data:image/webp;",
                                              "data:image/webp,",
                                              "data:image/avif;",
                                              "data:image/avif,"};
constexpr size_t kLongestBeginning = 16;  // of these

// Elements below this level are not read one within another: their texts, breaks and pictures are taken in order.
constexpr int kDeepest = 200;
constexpr int kTableLevels = 3;  // from a table to its cells
constexpr int kListDepth = 3;
constexpr int kMostColumns = 50;
constexpr int kLargestNumber = 999999;
constexpr int kTrackerSize = 2;  // pictures of this size count readers

// Looking at nodes

bool is_read(const GumboNode& node) {
  // Texts that the parser makes up for an <isindex>.
  if ((node.parse_flags & GUMBO_INSERTION_FROM_ISINDEX) != 0) return false;
  return is_element(node) && !is_dropped_element(name_of(node)) && !attribute(node, "hidden");
}

bool holds(const GumboNode& node, const Names& names) {
  std::vector<const GumboNode*> rest = children_of(node);
  while (!rest.empty()) {
    const GumboNode& next = *rest.back();
    rest.pop_back();
    if (!is_element(next)) continue;
    if (names.contains(name_of(next))) return true;
    const auto children = children_of(next);
    rest.insert(rest.end(), children.begin(), children.end());
  }
  return false;
}

// Addresses and numbers

bool has_scheme(std::string_view address) {
  const auto is_letter = [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); };
  const auto is_of_scheme = [&](char sign) {
    return is_letter(sign) || (sign >= '0' && sign <= '9') || sign == '+' || sign == '.' || sign == '-';
  };
  const auto end = std::find_if_not(address.begin(), address.end(), is_of_scheme);
  return !address.empty() && is_letter(address.front()) && end != address.end() && *end == ':';
}

// White space that is no space.
bool is_break(char sign) { return sign == '\t' || sign == '\n' || sign == '\f' || sign == '\r'; }

// The cleaned address; empty: it is not safe. `allowed` are beginnings.
std::string safe(std::string_view value, std::span<const std::string_view> allowed) {
  std::string address = permitted(value);
  std::erase_if(address, is_break);
  address.erase(0, address.find_first_not_of(' '));
  address.erase(address.find_last_not_of(' ') + 1);
  if (address.starts_with('#')) return {};
  if (!has_scheme(address)) return address;
  const std::string begin = lower(address.substr(0, kLongestBeginning));
  const bool is_allowed = std::any_of(allowed.begin(), allowed.end(), [&](auto one) { return begin.starts_with(one); });
  return is_allowed ? address : std::string();
}

// Of plain digits.
std::optional<int> digits_of(std::string_view value) {
  int number = 0;
  for (const char digit : value) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = std::min(number * 10 + (digit - '0'), kLargestNumber);
  }
  return value.empty() ? std::nullopt : std::optional(number);
}

// Of "480w"; 0: it is no width.
uint32_t width_of(std::string_view descriptor) {
  descriptor = descriptor.substr(0, descriptor.find_last_not_of(' ') + 1);
  descriptor.remove_prefix(std::min(descriptor.find_first_not_of(' '), descriptor.size()));
  const auto number = digits_of(descriptor.substr(0, descriptor.rfind('w')));
  return descriptor.ends_with('w') ? static_cast<uint32_t>(number.value_or(0)) : 0;
}

// The candidates of a srcset that have a width and a safe address.
std::string safe_srcset(std::string_view value) {
  std::string list = permitted(value), kept;
  std::replace_if(list.begin(), list.end(), is_break, ' ');
  std::string_view rest = list;
  const auto taken = [&rest](size_t size) {
    const std::string_view begin = rest.substr(0, size);
    rest.remove_prefix(begin.size());
    return begin;
  };
  while (true) {
    taken(rest.find_first_not_of(" ,"));
    if (rest.empty()) return kept;
    const std::string_view word = rest.substr(0, rest.find(' '));
    const std::string address = safe(taken(word.find_last_not_of(',') + 1), kSafePictures);
    const uint32_t width = width_of(taken(rest.find(',')));
    if (!address.empty() && width > 0) add_candidate(kept, address, width);
  }
}

std::optional<int> number_of(const GumboNode& node, const char* name) { return digits_of(value_of(node, name)); }

// What begins the mark of an element, if it is marked.
std::string mark_of(const GumboNode& node) {
  const std::string_view name = name_of(node);
  if (kBoldElements.contains(name)) return {kBold};
  if (kItalicElements.contains(name)) return {kItalic};
  const std::string address = name == "a" ? safe(value_of(node, "href"), kSafeLinks) : "";
  return address.empty() ? "" : kLink + address + kLinkText;
}

char end_of(const std::string& mark) {
  if (mark[0] == kBold) return kBoldEnd;
  return mark[0] == kItalic ? kItalicEnd : kLinkEnd;
}

// Writes a text: white space is collapsed, and marks stand only around what is seen.
class TextWriter {
 public:
  void write(std::string_view content);
  std::string taken();                          // what was written; another text begins
  std::string plain(std::string_view content);  // collapsed, unmarked; between two texts

  std::vector<std::string> marks;  // that the next word is to stand in, from the outermost on

 private:
  void write_word(std::string_view word);
  void end_marks(size_t kept);

  std::string text_, space_;
  std::vector<std::string> begun_;  // those of the marks that the text has begun
};

// How many bytes of white space `text` has at `at`.
size_t blank_at(std::string_view text, size_t at) {
  if (text.substr(at).starts_with(kNoBreakSpace)) return kNoBreakSpace.size();
  return std::string_view(" \t\n\f\r").find(text[at]) == std::string_view::npos ? 0 : 1;
}

void TextWriter::write(std::string_view content) {
  const std::string text = permitted(content);
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    if (const size_t blank = blank_at(text, at); blank != 0) {
      at += blank;
      space_ = space_.empty() && blank == kNoBreakSpace.size() ? kNoBreakSpace : " ";
    } else {
      while (at < text.size() && blank_at(text, at) == 0) ++at;
      write_word(std::string_view(text).substr(begin, at - begin));
    }
  }
}

void TextWriter::write_word(std::string_view word) {
  size_t kept = 0;
  while (kept < begun_.size() && kept < marks.size() && begun_[kept] == marks[kept]) ++kept;
  end_marks(kept);
  if (!text_.empty()) text_ += space_;
  for (size_t i = kept; i < marks.size(); ++i) text_ += marks[i];
  text_ += word;
  begun_ = marks;
  space_.clear();
}

void TextWriter::end_marks(size_t kept) {
  for (; begun_.size() > kept; begun_.pop_back()) text_ += end_of(begun_.back());
}

std::string TextWriter::taken() {
  end_marks(0);
  space_.clear();
  return std::exchange(text_, {});
}

std::string TextWriter::plain(std::string_view content) {
  auto outer = std::exchange(marks, {});
  write(content);
  marks = std::move(outer);
  return taken();
}

class Reader {
 public:
  void walk(const GumboNode& parent);
  void visit(const GumboNode& node);
  void part();  // ends a paragraph, or parts joined texts

  std::vector<Fields> records;
  const LeftOutNodes* left_out = nullptr;  // null: nothing is

 private:
  using Nodes = std::vector<const GumboNode*>;
  using Read = void (Reader::*)(const GumboNode& node);
  struct Waiting {
    const GumboNode* node;
    int level;  // how deep it is
  };
  using Later = std::vector<Waiting>;  // elements that are read after a record
  struct List {
    int depth = 0;
    bool numbered = false;
    int next = 1;  // the number of its next item
  };
  struct Figure {
    const GumboNode* caption = nullptr;
    size_t at = 0;  // how many records stand before the caption
  };
  static constexpr size_t kNone = SIZE_MAX;

  static Read reader_of(std::string_view name);
  static bool follows_text(const GumboNode& node);

  void element(const GumboNode& node);
  void skim(const GumboNode& top);
  void skim_element(const GumboNode& node, Nodes& rest);
  void block(const GumboNode& node);
  void put(Fields fields, std::string content);
  std::string joined(const GumboNode& node, Later* following);
  void single(const GumboNode& node, const std::function<void(std::string content)>& use);
  void follow(const Later& following);

  void heading(const GumboNode& node);
  void list(const GumboNode& node);
  void item(const GumboNode& node);
  void quotation(const GumboNode& node);
  void figure(const GumboNode& node);
  void figcaption(const GumboNode& node);
  void describe(const GumboNode& caption, size_t at, size_t first);
  Fields* last_of(std::string_view kind, size_t first);
  void picture(const GumboNode& node);
  void table(const GumboNode& node);
  void caption(const GumboNode& node);
  void row(const GumboNode& node);
  void cell(const GumboNode& node);

  TextWriter writer_;
  std::string kind_ = "p";  // of paragraphs: p, or q in a quotation
  int level_ = 0;
  bool joins_ = false;        // texts are joined, as in a list item; else blocks part them into records
  Later* later_ = nullptr;    // what is read after the record whose texts are joined; null: all of it is text
  List around_;               // the list around
  Figure* framed_ = nullptr;  // the figure around
  size_t grid_ = kNone;       // the record of the table around; none where its cells are plain blocks
};

// Walking

void Reader::walk(const GumboNode& parent) {
  ++level_;
  for (const GumboNode* node : children_of(parent)) visit(*node);
  --level_;
}

void Reader::visit(const GumboNode& node) {
  if (left_out && left_out->contains(&node)) return;
  if (is_text(node)) {
    writer_.write(node.v.text.text);
  } else if (is_read(node)) {
    level_ > kDeepest ? skim(node) : element(node);
  }
}

void Reader::element(const GumboNode& node) {
  auto& marks = writer_.marks;
  const std::string mark = mark_of(node);
  const bool is_new =
      !mark.empty() && std::none_of(marks.begin(), marks.end(), [&](const auto& other) { return other[0] == mark[0]; });
  if (is_new) marks.push_back(mark);
  const std::string_view name = name_of(node);
  if (is_block_element(name)) {
    block(node);
  } else if (name == "br") {
    part();
  } else if (name == "img") {
    picture(node);
  } else {
    walk(node);
  }
  if (is_new) marks.pop_back();
}

// An element and all in it, level.
void Reader::skim(const GumboNode& top) {
  Nodes rest = {&top};
  while (!rest.empty()) {
    const GumboNode* node = rest.back();
    rest.pop_back();
    if (!node) {
      part();
    } else if (left_out && left_out->contains(node)) {
      continue;
    } else if (is_text(*node)) {
      writer_.write(node->v.text.text);
    } else if (is_read(*node)) {
      skim_element(*node, rest);
    }
  }
}

// `rest` gets its children, before a null where it ends a text.
void Reader::skim_element(const GumboNode& node, Nodes& rest) {
  const std::string_view name = name_of(node);
  if (name == "img") picture(node);
  if (name == "br" || is_block_element(name)) {
    part();
    rest.push_back(nullptr);
  }
  const Nodes children = children_of(node);
  rest.insert(rest.end(), children.rbegin(), children.rend());
}

void Reader::block(const GumboNode& node) {
  part();
  if (later_ && follows_text(node)) {
    later_->push_back({&node, level_});
  } else {
    const Read read = joins_ ? nullptr : reader_of(name_of(node));
    (this->*(read ? read : &Reader::walk))(node);
  }
  part();
}

void Reader::part() {
  if (joins_) {
    writer_.write(" ");
  } else {
    put({kind_}, writer_.taken());
  }
}

// `content` is the last of the fields.
void Reader::put(Fields fields, std::string content) {
  if (content.empty()) return;
  fields.push_back(std::move(content));
  records.push_back(std::move(fields));
}

// `following` gets what is to be read after it.
std::string Reader::joined(const GumboNode& node, Later* following) {
  const bool outer_joins = std::exchange(joins_, true);
  Later* const outer_later = std::exchange(later_, following);
  walk(node);
  joins_ = outer_joins;
  later_ = outer_later;
  return writer_.taken();
}

void Reader::single(const GumboNode& node, const std::function<void(std::string content)>& use) {
  Later following;
  use(joined(node, &following));
  follow(following);
}

void Reader::follow(const Later& following) {
  const int outer = level_;
  for (const Waiting& next : following) {
    level_ = next.level;
    element(*next.node);
  }
  level_ = outer;
}

// Whether it makes records of its own after the text it stands in.
bool Reader::follows_text(const GumboNode& node) {
  const std::string_view name = name_of(node);
  return name == "ul" || name == "ol" || (name == "figure" && holds(node, {"img"}));
}

// What reads a block where blocks make records.
Reader::Read Reader::reader_of(std::string_view name) {
  static const std::map<std::string_view, Read> kReaders = {
      {"h1", &Reader::heading},
      {"h2", &Reader::heading},
      {"h3", &Reader::heading},
      {"h4", &Reader::heading},
      {"h5", &Reader::heading},
      {"h6", &Reader::heading},
      {"ul", &Reader::list},
      {"ol", &Reader::list},
      {"li", &Reader::item},
      {"figure", &Reader::figure},
      {"figcaption", &Reader::figcaption},
      {"blockquote", &Reader::quotation},
      {"table", &Reader::table},
      {"caption", &Reader::caption},
      {"tr", &Reader::row},
      {"td", &Reader::cell},
      {"th", &Reader::cell},
  };
  const auto found = kReaders.find(name);
  return found == kReaders.end() ? nullptr : found->second;
}

// Blocks

void Reader::heading(const GumboNode& node) {
  const std::string rank(1, std::max('2', name_of(node)[1]));
  single(node, [&](std::string content) { put(kind_ == "q" ? Fields{kind_} : Fields{"h", rank}, std::move(content)); });
}

void Reader::list(const GumboNode& node) {
  const List outer = around_;
  around_ = {std::min(outer.depth + 1, kListDepth), name_of(node) == "ol", number_of(node, "start").value_or(1)};
  walk(node);
  part();
  around_ = outer;
}

void Reader::item(const GumboNode& node) {
  const std::string depth = std::to_string(std::max(around_.depth, 1));
  const int number = number_of(node, "value").value_or(around_.next);
  around_.next = number + 1;
  single(node, [&](std::string content) {
    put(around_.numbered ? Fields{"o", depth, std::to_string(number)} : Fields{"u", depth}, std::move(content));
  });
}

void Reader::quotation(const GumboNode& node) {
  const std::string outer = std::exchange(kind_, "q");
  walk(node);
  part();
  kind_ = outer;
}

void Reader::figure(const GumboNode& node) {
  Figure own;
  Figure* const outer = std::exchange(framed_, &own);
  const size_t first = records.size();
  walk(node);
  part();
  framed_ = outer;
  if (own.caption) describe(*own.caption, own.at, first);
}

void Reader::figcaption(const GumboNode& node) {
  if (framed_ && !framed_->caption) {
    *framed_ = {&node, records.size()};
  } else {
    walk(node);
  }
}

// Gives what a figure shows its caption.
void Reader::describe(const GumboNode& caption, size_t at, size_t first) {
  Later following;
  const std::string content = joined(caption, &following);
  follow(following);
  Fields* const picture = last_of("f", first);
  Fields* const shown = picture ? picture : last_of("t", first);
  if (shown && shown->back().empty()) {
    shown->back() = content;
  } else if (!content.empty()) {
    records.insert(records.begin() + static_cast<std::ptrdiff_t>(at), {kind_, content});
  }
}

Fields* Reader::last_of(std::string_view kind, size_t first) {
  for (size_t i = records.size(); i > first; --i) {
    if (records[i - 1].front() == kind) return &records[i - 1];
  }
  return nullptr;
}

void Reader::picture(const GumboNode& node) {
  const char* const kSources[] = {"src", "data-src", "data-original"};
  const auto* const source =
      std::find_if(std::begin(kSources), std::end(kSources), [&](const char* name) { return attribute(node, name); });
  const std::string address = source == std::end(kSources) ? "" : safe(value_of(node, *source), kSafePictures);
  const std::optional<int> width = number_of(node, "width"), height = number_of(node, "height");
  if (address.empty() || width.value_or(kLargestNumber) <= kTrackerSize ||
      height.value_or(kLargestNumber) <= kTrackerSize)
    return;
  part();
  if (!joins_) {
    const auto digits = [](std::optional<int> size) { return size ? std::to_string(*size) : std::string(); };
    records.push_back({"f", address, digits(width), digits(height), writer_.plain(value_of(node, "alt")), ""});
    put({"s"}, safe_srcset(value_of(node, "srcset")));
  } else if (later_) {
    later_->push_back({&node, level_});
  }
}

void Reader::table(const GumboNode& node) {
  const size_t outer = grid_, first = records.size();
  const bool is_layout = level_ + kTableLevels > kDeepest || holds(node, {"img", "table"});
  grid_ = is_layout ? kNone : first;
  if (!is_layout) records.push_back({"t", ""});
  walk(node);
  part();
  if (!is_layout && records.size() == first + 1) records.pop_back();
  grid_ = outer;
}

void Reader::caption(const GumboNode& node) {
  if (grid_ == kNone) return walk(node);
  if (records[grid_].back().empty()) {
    std::string content = joined(node, nullptr);
    records[grid_].back() = std::move(content);
  }
}

void Reader::row(const GumboNode& node) {
  if (grid_ == kNone) return walk(node);
  const size_t first = records.size();
  records.push_back({"r"});
  walk(node);
  const auto has_text = [](const Fields& cell) { return !cell.back().empty(); };
  const auto begin = records.begin() + static_cast<std::ptrdiff_t>(first);
  if (std::none_of(begin + 1, records.end(), has_text)) records.erase(begin, records.end());
}

void Reader::cell(const GumboNode& node) {
  if (grid_ == kNone) return walk(node);
  const int span = std::clamp(number_of(node, "colspan").value_or(1), 1, kMostColumns);
  std::string content = joined(node, nullptr);
  records.push_back({name_of(node) == "th" ? "k" : "c", std::to_string(span), std::move(content)});
}

std::string code_of(const std::vector<Fields>& records) {
  std::string code;
  for (const Fields& fields : records) {
    for (const std::string& field : fields) (code += field) += kFieldEnd;
    code.back() = kRecordEnd;
  }
  return code;
}

}  // namespace

std::string html_blocks(std::string_view html) {
  const HtmlTree tree(html);
  Reader reader;
  if (const GumboNode* body = tree.body()) reader.walk(*body);
  reader.part();
  return code_of(reader.records);
}

std::string html_blocks_of(const std::vector<const GumboNode*>& nodes, const LeftOutNodes& left_out) {
  Reader reader;
  reader.left_out = &left_out;
  for (const GumboNode* node : nodes) reader.visit(*node);
  reader.part();
  return code_of(reader.records);
}

}  // namespace bantin
