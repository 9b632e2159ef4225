#include "ui/views/list_view.h"

#include <algorithm>

#include "feed/day.h"
#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr uint32_t kTextLines = 4, kTitleLines = 2;
constexpr uint32_t kOverscan = 4;  // rows beyond each edge, for tabbing and finding
constexpr size_t kKeptRows = 256;
constexpr float kTop = 16, kGap = 4, kBar = 3, kDot = 4;

}  // namespace

void ListView::build(Ui& ui, const Reader& reader, const Rect& rect, float padding) {
  const auto count = static_cast<uint32_t>(reader.results().rows.size());
  scroller_.fit(static_cast<double>(count) * kRowHeight, rect.height);
  if (rows_.size() > kKeptRows) rows_.clear();
  ScrollArea area(ui, kListKey, rect, ui.strings.get(Message::list), scroller_);
  Box list(ui, {.kind = NodeKind::list,
                .key = key_of("rows"),
                .width = rect.width,
                .height = scroller_.physical_extent(),
                .label = ui.strings.get(Message::list)});
  const auto first_seen = static_cast<uint32_t>(scroller_.top() / kRowHeight);
  const auto seen = static_cast<uint32_t>(rect.height / kRowHeight) + 2;
  const uint32_t first = first_seen > kOverscan ? first_seen - kOverscan : 0;
  const uint32_t last = std::min(count, first_seen + seen + kOverscan);
  for (uint32_t index = first; index < last; ++index) row(ui, reader, index, rect.width, padding);
}

void ListView::reveal(const Reader& reader, uint32_t article) {
  const auto& rows = reader.results().rows;
  const auto row = reader.catalog().row_of_article(article);
  if (!row) return;
  const auto at = std::find(rows.begin(), rows.end(), *row);
  if (at == rows.end()) return;
  const double top = static_cast<double>(at - rows.begin()) * kRowHeight;
  scroller_.reveal(top, top + kRowHeight);
}

void ListView::row(Ui& ui, const Reader& reader, uint32_t index, float width, float padding) {
  const uint32_t number = reader.catalog().article(reader.results().rows[index]);
  const Article& article = reader.feed().articles[number];
  const RowText& text = row_text(ui, reader, number, width - 2 * padding);
  const bool is_open = reader.article_index() == number;
  const auto y = static_cast<float>(index * static_cast<double>(kRowHeight) - scroller_.base());
  const Rect rect{0, y, width, kRowHeight};
  const Action action{ActionKind::open_article, number};

  const Touch touch = ui.touch(row_link_key(number), rect);
  if (touch.hovered) ui.fill(rect, faded(ui.theme.ink, touch.held ? 0.08f : 0.04f));
  if (is_open) {
    ui.fill(rect, faded(ui.theme.accent, 0.06f));
    ui.fill({rect.x, rect.y, kBar, rect.height}, ui.theme.accent);
  }
  ui.rule_below({padding, rect.y, width - 2 * padding, rect.height});
  if (ui.has_visible_focus(row_link_key(number))) ui.ring({5, rect.y + 5, width - 10, rect.height - 10});

  Box item(ui, {.kind = NodeKind::item,
                .key = key_of("row", number),
                .flags = is_open ? uint32_t{kCurrent} : 0,
                .y = y,
                .width = width,
                .height = kRowHeight,
                .position = static_cast<int>(index) + 1,
                .set_size = static_cast<int>(reader.results().rows.size()),
                .action = action});
  float pen = kTop;
  const float date_width = ui.text_width(text.date, kMetaText) + 1;
  ui.dot(padding + kDot, pen + kMetaText.line_height / 2.0f, kDot, ui.theme.department(article.department));
  label(ui, NodeKind::paragraph, key_of("facts"),
        {padding + 16, pen, width - 2 * padding - 24 - date_width, kMetaText.line_height}, text.facts, kMetaText,
        ui.theme.quiet);
  label(ui, NodeKind::paragraph, key_of("date"), {width - padding - date_width, pen, date_width, kMetaText.line_height},
        text.date, kMetaText, ui.theme.quiet);
  pen += kMetaText.line_height + kGap;
  const float title_height = static_cast<float>(text.title.size()) * kRowTitle.line_height;
  paragraph(ui, {.kind = NodeKind::link,
                 .key = row_link_key(number),
                 .x = padding,
                 .y = pen,
                 .width = width - 2 * padding,
                 .height = title_height,
                 .text = article.title,
                 .label = article.url,
                 .lines = &text.title,
                 .style = kRowTitle,
                 .ink = is_open ? ui.theme.accent : ui.theme.ink,
                 .action = action});
  pen += title_height + kGap;
  paragraph(ui, {.kind = NodeKind::paragraph,
                 .key = key_of("lead"),
                 .x = padding,
                 .y = pen,
                 .width = width - 2 * padding,
                 .height = static_cast<float>(text.lead.size()) * kRowLead.line_height,
                 .text = article.lead,
                 .lines = &text.lead,
                 .style = kRowLead,
                 .ink = ui.theme.quiet});
}

const ListView::RowText& ListView::row_text(Ui& ui, const Reader& reader, uint32_t number, float width) {
  if (width != text_width_) {
    rows_.clear();
    text_width_ = width;
  }
  const auto known = rows_.find(number);
  if (known != rows_.end()) return known->second;
  const Article& article = reader.feed().articles[number];
  const Department& department = reader.feed().departments[article.department];
  RowText text;
  text.title = break_paragraph(article.title, kRowTitle, width, ui.fonts, kTitleLines);
  const auto lead_lines = kTextLines - static_cast<uint32_t>(text.title.size());
  text.lead = break_paragraph(article.lead, kRowLead, width, ui.fonts, lead_lines);
  text.facts = department.short_name.empty() ? department.name : department.short_name;
  const Day day = article.published.day;
  text.date = day == kUndated ? std::string(ui.strings.get(Message::undated)) : vi_day(day);
  return rows_.emplace(number, std::move(text)).first->second;
}

}  // namespace bantin
