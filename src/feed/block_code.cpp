#include "feed/block_code.h"

#include <algorithm>

namespace bantin {

namespace {

constexpr char kRecordEnd = '\x1E', kFieldEnd = '\x1F';
constexpr char kBold = 1, kBoldEnd = 2, kItalic = 3, kItalicEnd = 4, kLink = 5, kAddressEnd = 6, kLinkEnd = 7;

std::string_view take(std::string_view& rest, char end) {
  const size_t at = rest.find(end);
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return taken;
}

uint32_t number_of(std::string_view digits, uint32_t least, uint32_t most) {
  uint32_t number = 0;
  for (const char digit : digits.substr(0, 9)) {
    if (digit >= '0' && digit <= '9') number = number * 10 + static_cast<uint32_t>(digit - '0');
  }
  return std::clamp(number, least, most);
}

// A text with its marks taken out and noted as spans.
class MarkedText {
 public:
  explicit MarkedText(const Nfc& nfc) : nfc_(nfc) {}

  std::string nfc(std::string_view text) const { return nfc_(text); }

  void read(std::string_view marked, std::string& text, std::vector<Span>& spans) {
    Span state;
    while (!marked.empty()) {
      const size_t mark = std::min(find_mark(marked), marked.size());
      add(marked.substr(0, mark), state, text, spans);
      marked.remove_prefix(mark);
      if (!marked.empty()) change(state, marked);
    }
  }

 private:
  static size_t find_mark(std::string_view text) {
    size_t at = 0;
    while (at < text.size() && (text[at] < kBold || text[at] > kLinkEnd)) ++at;
    return at;
  }

  static void change(Span& state, std::string_view& marked) {
    const char mark = marked.front();
    marked.remove_prefix(1);
    if (mark == kBold || mark == kBoldEnd) state.bold = mark == kBold;
    if (mark == kItalic || mark == kItalicEnd) state.italic = mark == kItalic;
    if (mark == kLink) state.link = take(marked, kAddressEnd);
    if (mark == kLinkEnd) state.link.clear();
  }

  void add(std::string_view part, const Span& state, std::string& text, std::vector<Span>& spans) const {
    if (part.empty()) return;
    const auto begin = static_cast<uint32_t>(text.size());
    if (needs_nfc(part)) {
      text += nfc_(part);
    } else {
      text += part;
    }
    if (!state.bold && !state.italic && state.link.empty()) return;
    spans.push_back(state);
    spans.back().begin = begin;
    spans.back().end = static_cast<uint32_t>(text.size());
  }

  const Nfc& nfc_;
};

class Decoder {
 public:
  Decoder(const Nfc& nfc, Article& article) : marked_(nfc), article_(article) {}

  void record(std::string_view fields) {
    const std::string_view kind = take(fields, kFieldEnd);
    if (kind == "p") add(BlockKind::paragraph, fields);
    if (kind == "q") add(BlockKind::quote, fields);
    if (kind == "h") {
      const auto level = number_of(take(fields, kFieldEnd), 2, 6);
      add(BlockKind::heading, fields).level = static_cast<uint8_t>(level);
    }
    if (kind == "u" || kind == "o") item(kind == "o", fields);
    if (kind == "f") picture(fields);
    if (kind == "s" && !article_.pictures.empty()) article_.pictures.back().srcset = fields;
    if (kind == "t") {
      add(BlockKind::table, fields).index = static_cast<uint32_t>(article_.tables.size());
      article_.tables.emplace_back();
    }
    if (article_.tables.empty()) return;
    std::vector<std::vector<Cell>>& rows = article_.tables.back().rows;
    if (kind == "r") rows.emplace_back();
    if ((kind == "c" || kind == "k") && !rows.empty()) cell(rows.back(), kind == "k", fields);
  }

 private:
  Block& add(BlockKind kind, std::string_view text) {
    Block& block = article_.body.emplace_back();
    block.kind = kind;
    marked_.read(text, block.text, block.spans);
    return block;
  }

  void item(bool is_numbered, std::string_view fields) {
    const auto depth = static_cast<uint8_t>(number_of(take(fields, kFieldEnd), 1, 3));
    const uint32_t number = is_numbered ? number_of(take(fields, kFieldEnd), 0, 999'999) : 0;
    Block& block = add(is_numbered ? BlockKind::number : BlockKind::bullet, fields);
    block.level = depth;
    block.index = number;
  }

  void picture(std::string_view fields) {
    Picture picture;
    picture.source = take(fields, kFieldEnd);
    picture.width = number_of(take(fields, kFieldEnd), 0, 100'000);
    picture.height = number_of(take(fields, kFieldEnd), 0, 100'000);
    const std::string_view alt = take(fields, kFieldEnd);
    picture.alt = needs_nfc(alt) ? marked_.nfc(alt) : std::string(alt);
    add(BlockKind::picture, fields).index = static_cast<uint32_t>(article_.pictures.size());
    article_.pictures.push_back(std::move(picture));
  }

  void cell(std::vector<Cell>& row, bool heads, std::string_view fields) {
    Cell& cell = row.emplace_back();
    cell.heads = heads;
    cell.columns = static_cast<uint8_t>(number_of(take(fields, kFieldEnd), 1, 50));
    marked_.read(fields, cell.text, cell.spans);
  }

  MarkedText marked_;
  Article& article_;
};

}  // namespace

void decode_blocks(std::string_view code, const Nfc& nfc, Article& article) {
  article.body.clear();
  article.pictures.clear();
  article.tables.clear();
  Decoder decoder(nfc, article);
  while (!code.empty()) decoder.record(take(code, kRecordEnd));
}

}  // namespace bantin
