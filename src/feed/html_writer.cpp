#include "feed/html_writer.h"

#include <algorithm>

namespace bantin {

namespace {

std::string element(const std::string& name, const std::string& content) {
  return "<" + name + ">" + content + "</" + name.substr(0, name.find(' ')) + ">";
}

// Marks of a text, opened and closed so that what two neighbours share stays open between them.
class InlineWriter {
 public:
  InlineWriter(std::string_view text, const std::vector<Span>& spans) : text_(text), spans_(spans) {}

  std::string all() {
    size_t at = 0;
    for (size_t i = 0; i < spans_.size(); ++i) {
      const Span& span = spans_[i];
      if (span.begin > at) {
        close_to(0);
        html_ += escape_html(text_.substr(at, span.begin - at));
      }
      change(i);
      html_ += escape_html(text_.substr(span.begin, span.end - span.begin));
      at = span.end;
    }
    close_to(0);
    return html_ + escape_html(text_.substr(at));
  }

 private:
  static std::vector<std::string> marks_of(const Span& span) {
    std::vector<std::string> marks;
    if (!span.link.empty()) marks.push_back("a href=\"" + escape_html(span.link) + "\"");
    if (span.bold) marks.emplace_back("strong");
    if (span.italic) marks.emplace_back("em");
    return marks;
  }

  static bool has(const std::vector<std::string>& marks, const std::string& mark) {
    return std::find(marks.begin(), marks.end(), mark) != marks.end();
  }

  // How many spans on end have the mark, from span `i` on.
  size_t lasts(const std::string& mark, size_t i) const {
    size_t end = i + 1;
    while (end < spans_.size() && spans_[end].begin == spans_[end - 1].end && has(marks_of(spans_[end]), mark)) ++end;
    return end - i;
  }

  void change(size_t i) {
    std::vector<std::string> marks = marks_of(spans_[i]);
    size_t kept = 0;
    while (kept < open_.size() && has(marks, open_[kept])) ++kept;
    close_to(kept);
    std::erase_if(marks, [this](const std::string& mark) { return has(open_, mark); });
    std::stable_sort(marks.begin(), marks.end(),
                     [&](const std::string& a, const std::string& b) { return lasts(a, i) > lasts(b, i); });
    for (const std::string& mark : marks) {
      html_ += "<" + mark + ">";
      open_.push_back(mark);
    }
  }

  void close_to(size_t depth) {
    while (open_.size() > depth) {
      html_ += "</" + open_.back().substr(0, open_.back().find(' ')) + ">";
      open_.pop_back();
    }
  }

  std::string_view text_;
  const std::vector<Span>& spans_;
  std::string html_;
  std::vector<std::string> open_;
};

std::string inline_html(std::string_view text, const std::vector<Span>& spans) {
  return InlineWriter(text, spans).all();
}

std::string table_html(const Table& table, const std::string& caption) {
  std::string html = caption.empty() ? "" : element("caption", caption);
  for (const std::vector<Cell>& row : table.rows) {
    std::string cells;
    for (const Cell& cell : row) {
      const std::string span = cell.columns > 1 ? " colspan=\"" + std::to_string(cell.columns) + "\"" : "";
      cells += element((cell.heads ? "th" : "td") + span, inline_html(cell.text, cell.spans));
    }
    html += element("tr", cells);
  }
  return element("table", html);
}

std::string picture_html(const Picture& picture, const std::string& caption) {
  std::string image = "<img src=\"" + escape_html(picture.source) + "\"";
  if (!picture.srcset.empty()) image += " srcset=\"" + escape_html(picture.srcset) + "\"";
  if (picture.width > 0) image += " width=\"" + std::to_string(picture.width) + "\"";
  if (picture.height > 0) image += " height=\"" + std::to_string(picture.height) + "\"";
  image += " alt=\"" + escape_html(picture.alt) + "\">";
  return element("figure", image + (caption.empty() ? "" : element("figcaption", caption)));
}

bool is_item(const Block& block) { return block.kind == BlockKind::bullet || block.kind == BlockKind::number; }

class HtmlWriter {
 public:
  explicit HtmlWriter(const Article& article) : article_(article) {}

  std::string all() {
    for (const Block& block : article_.body) {
      close_lists(is_item(block) ? block.level : 0);
      if (is_item(block)) {
        item(block);
      } else {
        html_ += plain(block) + "\n";
      }
    }
    close_lists(0);
    return std::move(html_);
  }

 private:
  std::string plain(const Block& block) const {
    const std::string text = inline_html(block.text, block.spans);
    switch (block.kind) {
      case BlockKind::heading: return element("h" + std::to_string(block.level), text);
      case BlockKind::quote: return element("blockquote", element("p", text));
      case BlockKind::picture: return picture_html(article_.pictures[block.index], text);
      case BlockKind::table: return table_html(article_.tables[block.index], text);
      default: return element("p", text);
    }
  }

  // An item stays open until what is nested in it has ended.
  void item(const Block& block) {
    const std::string list = block.kind == BlockKind::number ? "ol" : "ul";
    close_lists(block.level);
    if (open_.size() == block.level && open_.back() != list) close_lists(block.level - 1u);
    if (open_.size() == block.level) html_ += "</li>";
    while (open_.size() < block.level) {
      html_ += "<" + list + ">";
      open_.push_back(list);
      if (open_.size() < block.level) html_ += "<li>";
    }
    const bool is_numbered = block.kind == BlockKind::number;
    html_ += is_numbered ? "<li value=\"" + std::to_string(block.index) + "\">" : "<li>";
    html_ += inline_html(block.text, block.spans);
  }

  void close_lists(size_t depth) {
    while (open_.size() > depth) {
      html_ += "</li></" + open_.back() + ">";
      open_.pop_back();
      if (open_.empty()) html_ += "\n";
    }
  }

  const Article& article_;
  std::string html_;
  std::vector<std::string> open_;
};

}  // namespace

bool is_plain(const Article& article) {
  return std::all_of(article.body.begin(), article.body.end(),
                     [](const Block& block) { return block.kind == BlockKind::paragraph && block.spans.empty(); });
}

std::string write_html(const Article& article) { return HtmlWriter(article).all(); }

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace bantin
