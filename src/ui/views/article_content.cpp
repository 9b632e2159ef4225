#include "ui/views/article_content.h"

#include <algorithm>
#include <string>

#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr int kDeepestHeading = 6;
constexpr float kZoomButton = kControlHeight, kZoomInset = 8;

class Describer {
 public:
  Describer(Description& content, const ContentContext& context) : content_(content), context_(context) {}

  void all() {
    const auto count = static_cast<uint32_t>(parts().size());
    for (uint32_t i = 0; i < count;) i = next(i);
  }

 private:
  const std::vector<PlacedPart>& parts() const { return context_.layout.parts; }
  bool is(uint32_t i, PartKind kind) const { return i < parts().size() && parts()[i].kind == kind; }
  bool is_item(uint32_t i) const { return is(i, PartKind::bullet) || is(i, PartKind::number); }

  // Describes the part at `i`, and what belongs to it. Gives the one behind.
  uint32_t next(uint32_t i) {
    switch (parts()[i].kind) {
      case PartKind::bullet:
      case PartKind::number: return list(i, 1, 0, 0);
      case PartKind::quote: return quote(i);
      case PartKind::picture: return figure(i, is(i + 1, PartKind::caption) ? i + 2 : i + 1);
      case PartKind::table_caption: return figure(i, is(i + 1, PartKind::table) ? i + 2 : i + 1);
      case PartKind::table: return figure(i, i + 1);
      case PartKind::section: return section(i);
      default: text(i, 0, 0); return i + 1;
    }
  }

  NodeDraft place(NodeKind kind, uint32_t key, uint32_t first, uint32_t last, float x, float y) const {
    NodeDraft draft;
    draft.kind = kind;
    draft.key = key;
    draft.flags = kFlow;
    draft.x = context_.layout.x - x;
    draft.y = parts()[first].y - y;
    draft.width = context_.layout.width;
    draft.height = parts()[last - 1].y + parts()[last - 1].height - parts()[first].y;
    draft.ink = context_.theme.ink;
    return draft;
  }

  int heading_level(const PlacedPart& part) const {
    int below = part.level - 1;
    if (part.kind == PartKind::title) below = 0;
    if (part.kind == PartKind::section) below = 1;
    return std::min(context_.heading_level + below, kDeepestHeading);
  }

  // A follower with an action opens here; its address serves those who copy it.
  static bool leaves(const PlacedPart& part) { return !part.link.empty() && part.action.kind == ActionKind::none; }

  static NodeKind kind_of(PartKind kind) {
    switch (kind) {
      case PartKind::title:
      case PartKind::heading:
      case PartKind::section: return NodeKind::heading;
      case PartKind::caption:
      case PartKind::table_caption: return NodeKind::caption;
      case PartKind::follower: return NodeKind::link;
      default: return NodeKind::paragraph;
    }
  }

  // x and y: the container's place.
  void text(uint32_t i, float x, float y) {
    const PlacedPart& part = parts()[i];
    const bool is_title = part.kind == PartKind::title;
    NodeDraft draft;
    draft.kind = kind_of(part.kind);
    draft.key = is_title ? kArticleTitleKey : part_key(i);
    if (is_title) draft.flags |= kFocusable;
    if (leaves(part)) draft.flags |= kNewTab;
    draft.x = context_.layout.x + part.x - x;
    draft.y = part.y - y;
    draft.width = part.width;
    draft.height = part.height;
    draft.text = part.text;
    draft.label = part.link;
    draft.lines = &part.lines;
    draft.spans = part.spans;
    draft.style = part.style;
    draft.ink = ink_of(context_.theme, part.kind);
    draft.position = draft.kind == NodeKind::heading ? heading_level(part) : 0;
    draft.action = part.action;
    content_.add(draft);
  }

  // The items from `i` on that lie at `depth` or deeper, as nested lists. x and y: the container's place.
  uint32_t list(uint32_t i, uint8_t depth, float x, float y) {
    const bool is_numbered = parts()[i].kind == PartKind::number;
    const uint32_t end = end_of_list(i, depth);
    content_.open(place(is_numbered ? NodeKind::numbers : NodeKind::list, key_of("items", i), i, end, x, y));
    const float list_y = parts()[i].y;
    while (i < end) {
      uint32_t last = i + 1;  // of this item, with what is nested in it
      while (last < end && parts()[last].level > depth) ++last;
      NodeDraft entry = place(NodeKind::entry, key_of("entry", i), i, last, context_.layout.x, list_y);
      entry.label = parts()[i].marker;
      entry.position = static_cast<int>(parts()[i].index);
      content_.open(entry);
      const float entry_y = parts()[i].y;
      text(i, context_.layout.x, entry_y);
      for (uint32_t nested = i + 1; nested < last;) {
        nested = list(nested, std::max<uint8_t>(depth + 1, parts()[nested].level), context_.layout.x, entry_y);
      }
      content_.close();
      i = last;
    }
    content_.close();
    return end;
  }

  // One list ends where another kind of list begins at its own depth.
  uint32_t end_of_list(uint32_t i, uint8_t depth) const {
    const PartKind kind = parts()[i].kind;
    uint32_t end = i + 1;
    while (is_item(end) && parts()[end].level >= depth && (parts()[end].level > depth || parts()[end].kind == kind)) {
      ++end;
    }
    return end;
  }

  uint32_t quote(uint32_t i) {
    uint32_t end = i + 1;
    while (is(end, PartKind::quote)) ++end;
    content_.open(place(NodeKind::quote, key_of("quote", i), i, end, 0, 0));
    for (uint32_t part = i; part < end; ++part) text(part, context_.layout.x, parts()[i].y);
    content_.close();
    return end;
  }

  uint32_t figure(uint32_t i, uint32_t end) {
    content_.open(place(NodeKind::figure, key_of("figure", i), i, end, 0, 0));
    for (uint32_t part = i; part < end; ++part) {
      if (parts()[part].kind == PartKind::picture) {
        picture(parts()[part], parts()[i].y);
      } else if (parts()[part].kind == PartKind::table) {
        table(parts()[part], parts()[i].y);
      } else {
        text(part, context_.layout.x, parts()[i].y);
      }
    }
    content_.close();
    return end;
  }

  void picture(const PlacedPart& part, float y) {
    const Picture& shown = context_.article.pictures[part.index];
    NodeDraft draft;
    draft.kind = NodeKind::picture;
    draft.key = picture_key(part.index);
    draft.x = part.x;
    draft.y = part.y - y;
    draft.width = part.width;
    draft.height = part.height;
    draft.text = context_.sources.fitting(shown, draft.key, part.width * context_.ratio);
    draft.label = shown.alt;
    draft.action = {ActionKind::open_picture, part.index};
    content_.add(draft);
    const std::string name =
        std::string(context_.strings.get(Message::zoom)) + (shown.alt.empty() ? "" : ": ") + shown.alt;
    draft.kind = NodeKind::button;
    draft.key = zoom_key(part.index);
    draft.x = part.x + part.width - kZoomButton - kZoomInset;
    draft.y = part.y - y + part.height - kZoomButton - kZoomInset;
    draft.width = draft.height = kZoomButton;
    draft.text = {};
    draft.label = name;
    content_.add(draft);
  }

  void table(const PlacedPart& part, float y) {
    const TableLayout& layout = context_.layout.tables[part.index];
    content_.open({.kind = NodeKind::frame,
                   .key = frame_key(part.index),
                   .y = part.y - y,
                   .width = part.width,
                   .height = part.height,
                   .label = layout.width > part.width ? context_.strings.get(Message::table) : std::string_view()});
    content_.open({.kind = NodeKind::table,
                   .key = key_of("table", part.index),
                   .width = layout.width,
                   .height = layout.height,
                   .ink = context_.theme.ink});
    for (const PlacedRow& row : layout.rows) table_row(row);
    content_.close();
    content_.close();
  }

  void table_row(const PlacedRow& row) {
    content_.open({.kind = NodeKind::row, .key = key_of("row", cells_++), .height = row.height});
    for (const PlacedCell& cell : row.cells) {
      content_.add({.kind = cell.heads ? NodeKind::header_cell : NodeKind::cell,
                    .key = key_of("cell", cells_++),
                    .y = TableLayout::kPaddingY,
                    .width = cell.width,
                    .height = row.height,
                    .text = cell.text,
                    .lines = &cell.lines,
                    .spans = cell.spans,
                    .style = cell.style,
                    .ink = context_.theme.ink,
                    .inset = TableLayout::kPaddingX,
                    .position = cell.columns});
    }
    content_.close();
  }

  // Attachments belong to the article; what leads to other articles is a group of its own, which is not printed.
  uint32_t section(uint32_t i) {
    uint32_t end = i + 1;
    while (is(end, PartKind::follower) || is(end, PartKind::note)) ++end;
    const bool leads_on = is(i + 1, PartKind::follower) && !leaves(parts()[i + 1]);
    float x = 0, y = 0;
    if (leads_on) {
      NodeDraft group = place(NodeKind::group, key_of("section", i), i, end, 0, 0);
      group.label = parts()[i].text;
      content_.open(group);
      x = context_.layout.x;
      y = parts()[i].y;
    }
    text(i, x, y);
    if (i + 1 < end) followers(i + 1, end, x, y);
    if (leads_on) content_.close();
    return end;
  }

  // x and y: the container's place.
  void followers(uint32_t i, uint32_t end, float x, float y) {
    content_.open(place(NodeKind::list, key_of("followers", i), i, end, x, y));
    const float list_y = parts()[i].y;
    while (i < end) {
      const uint32_t last = is(i + 1, PartKind::note) ? i + 2 : i + 1;
      content_.open(place(NodeKind::entry, key_of("entry", i), i, last, context_.layout.x, list_y));
      for (uint32_t part = i; part < last; ++part) text(part, context_.layout.x, parts()[i].y);
      content_.close();
      i = last;
    }
    content_.close();
  }

  Description& content_;
  const ContentContext& context_;
  uint32_t cells_ = 0;
};

}  // namespace

void describe_article(Description& content, const ContentContext& context) {
  content.clear();
  Describer(content, context).all();
}

ImU32 ink_of(const Theme& theme, PartKind kind) {
  switch (kind) {
    case PartKind::facts:
    case PartKind::caption:
    case PartKind::table_caption:
    case PartKind::section:
    case PartKind::note: return theme.quiet;
    default: return theme.ink;
  }
}

}  // namespace bantin
