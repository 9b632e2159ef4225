#include "ui/views/list_view.h"

#include <algorithm>

#include "feed/day.h"
#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr uint32_t kTextLines = 4, kTitleLines = 2;
constexpr uint32_t kOverscan = 4;  // rows beyond each edge, for tabbing and finding
constexpr size_t kKeptRows = 256;
constexpr uint32_t kPrintedRows = 500;  // at most; a longer list is for the screen
constexpr float kTop = 16, kGap = 4, kBar = 3, kDot = 4;
constexpr float kStarRoom = 22;  // before the date
constexpr uint16_t kReadWeight = 400;

TextStyle title_style(bool is_read) {
  TextStyle style = kRowTitle;
  if (is_read) style.weight = kReadWeight;
  return style;
}

}  // namespace

void ListView::build(Ui& ui, const Reader& reader, const Rect& rect, const Options& options) {
  const auto count = static_cast<uint32_t>(reader.results().rows.size());
  scroller_.fit(count * static_cast<double>(kRowHeight) + static_cast<double>(months_.size()) * kMonthHeight,
                rect.height);
  if (rows_.size() > kKeptRows) rows_.clear();
  ScrollArea area(ui, kListKey, rect, ui.strings.get(Message::list), scroller_);
  const uint32_t seen = options.is_printing ? 0 : top_row();
  const uint32_t first = seen > kOverscan ? seen - kOverscan : 0;
  const auto rows =
      options.is_printing ? kPrintedRows : static_cast<uint32_t>(rect.height / kRowHeight) + 2 + kOverscan;
  const uint32_t last = std::min(count, seen + rows);
  first_ = first;
  last_ = last;
  for (size_t i = month_of_row(first); i < months_.size() && months_[i].first < last; ++i) {
    Month shown = months_[i];
    shown.first = std::max(shown.first, first);
    shown.last = std::min(shown.last, last);
    const auto top_in_scroller = [this](double top) { return static_cast<float>(top - scroller_.base()); };
    if (months_[i].first >= first) {
      month(ui, i, {0, top_in_scroller(top_of(months_[i].first) - kMonthHeight), rect.width, kMonthHeight}, options);
    }
    // The list has no place of its own: where a row stands does not depend on those that come and go before it.
    Box list(ui, {.kind = NodeKind::list,
                  .key = key_of("rows", static_cast<uint32_t>(i)),
                  .width = rect.width,
                  .label = ui.strings.month(shown.month)});
    for (uint32_t index = shown.first; index < shown.last; ++index) {
      row(ui, reader, index, {0, top_in_scroller(top_of(index)), rect.width, kRowHeight}, options);
    }
  }
}

void ListView::skeleton(Ui& ui, const Rect& rect, float padding) {
  for (float y = rect.y; y < rect.bottom(); y += kRowHeight) {
    const float x = rect.x + padding, width = rect.width - 2 * padding;
    ui.fill({x, y + kTop + 4, width * 0.3f, 10}, ui.theme.rule, 2);
    ui.fill({x, y + 42, width * 0.92f, 14}, ui.theme.rule, 2);
    ui.fill({x, y + 66, width * 0.6f, 14}, ui.theme.rule, 2);
    ui.rule_below({x, y, width, kRowHeight});
  }
}

void ListView::results_changed(const Reader& reader) {
  months_.clear();
  const auto& rows = reader.results().rows;
  const auto row_at = [&](uint32_t catalog_row) {
    return static_cast<uint32_t>(std::lower_bound(rows.begin(), rows.end(), catalog_row) - rows.begin());
  };
  for (const Catalog::Month& month : reader.catalog().months()) {
    const uint32_t first = row_at(month.rows.first), last = row_at(month.rows.last);
    if (first < last) months_.push_back({month.month, first, last});
  }
  const uint32_t dated = months_.empty() ? 0 : months_.back().last;
  const auto count = static_cast<uint32_t>(rows.size());
  if (dated < count) months_.push_back({0, dated, count, false});
}

void ListView::reveal(const Reader& reader, uint32_t article) {
  const auto& rows = reader.results().rows;
  const auto row = reader.catalog().row_of_article(article);
  if (!row) return;
  const auto at = std::lower_bound(rows.begin(), rows.end(), *row);
  if (at == rows.end() || *at != *row) return;
  const double top = top_of(static_cast<uint32_t>(at - rows.begin()));
  scroller_.reveal(top, top + kRowHeight);
}

std::optional<uint32_t> ListView::step(const Reader& reader, uint32_t link, int step) {
  const auto& rows = reader.results().rows;
  if (rows.empty()) return std::nullopt;
  const auto article = [&](uint32_t row) { return reader.catalog().article(rows[row]); };
  uint32_t row = first_;
  while (row < last_ && row_link_key(article(row)) != link) ++row;
  const auto last = static_cast<int64_t>(rows.size()) - 1;
  const int64_t wanted = row < last_ ? std::clamp<int64_t>(int64_t{row} + step, 0, last) : top_row();
  const uint32_t found = article(static_cast<uint32_t>(wanted));
  reveal(reader, found);
  return row_link_key(found);
}

uint32_t ListView::top_row() const {
  const auto month = std::partition_point(months_.begin(), months_.end(), [this](const Month& it) {
    return top_of(it.first) - kMonthHeight <= scroller_.top();
  });
  if (month == months_.begin()) return 0;
  const Month& shown = *(month - 1);
  const double below = scroller_.top() - top_of(shown.first);
  const auto rows = static_cast<uint32_t>(std::max(0.0, below) / kRowHeight);
  return std::min(shown.first + rows, shown.last > 0 ? shown.last - 1 : 0);
}

size_t ListView::month_of_row(uint32_t row) const {
  const auto month =
      std::partition_point(months_.begin(), months_.end(), [row](const Month& it) { return it.last <= row; });
  return static_cast<size_t>(month - months_.begin());
}

double ListView::top_of(uint32_t row) const {
  return static_cast<double>(row) * kRowHeight + static_cast<double>(month_of_row(row) + 1) * kMonthHeight;
}

void ListView::month(Ui& ui, size_t number, const Rect& rect, const Options& options) {
  const float padding = options.padding;
  const Month& shown = months_[number];
  const std::string name =
      shown.is_dated ? ui.strings.month(shown.month) : std::string(ui.strings.get(Message::undated));
  const std::string count = ui.strings.articles(shown.last - shown.first);
  const float y = rect.y + rect.height - kMetaText.line_height - 2;
  const float count_width = ui.text_width(count, kMetaText) + 1;
  TextStyle style = kMetaText;
  style.weight = kInterfaceStrong.weight;
  const std::vector<Line> lines{{0, static_cast<uint32_t>(name.size()), ui.text_width(name, style)}};
  paragraph(ui, {.kind = NodeKind::heading,
                 .key = key_of("month", static_cast<uint32_t>(shown.month)),
                 .x = rect.x + padding,
                 .y = y,
                 .width = rect.width - 2 * padding - count_width,
                 .height = static_cast<float>(style.line_height),
                 .text = name,
                 .lines = &lines,
                 .style = style,
                 .ink = ui.theme.ink,
                 .position = options.heading_level});
  label(ui, NodeKind::label, key_of("month-count", static_cast<uint32_t>(shown.month)),
        {rect.right() - padding - count_width, y, count_width, kMetaText.line_height}, count, kMetaText,
        ui.theme.quiet);
}

void ListView::row(Ui& ui, const Reader& reader, uint32_t index, const Rect& rect, const Options& options) {
  const float padding = options.padding;
  const uint32_t number = reader.catalog().article(reader.results().rows[index]);
  const Article& article = reader.feed().articles[number];
  const bool is_open = reader.article_index() == number, is_here = article.extent != Extent::none;

  const Touch touch = ui.touch(row_link_key(number), rect);
  if (touch.hovered) ui.fill(rect, faded(ui.theme.ink, touch.held ? 0.08f : 0.04f));
  if (is_open) {
    ui.fill(rect, faded(ui.theme.accent, 0.06f));
    ui.fill({rect.x, rect.y, kBar, rect.height}, ui.theme.accent);
  }
  ui.rule_below({padding, rect.y, rect.width - 2 * padding, rect.height});
  if (ui.has_visible_focus(row_link_key(number))) ui.ring({5, rect.y + 5, rect.width - 10, rect.height - 10});

  Box item(ui, {.kind = NodeKind::item,
                .key = key_of("row", number),
                .flags = is_open ? uint32_t{kCurrent} : 0,
                .y = rect.y,
                .width = rect.width,
                .height = kRowHeight,
                .label = options.language,
                .ink = ui.theme.ink,
                .position = static_cast<int>(index) + 1,
                .set_size = static_cast<int>(reader.results().rows.size()),
                .action = is_here ? Action{ActionKind::open_article, number} : Action{}});
  if (!is_here) return absent_row(ui, article, number, rect, padding);
  row_texts(ui, reader, number, row_text(ui, reader, number, rect.width - 2 * padding), rect.width, padding);
}

// Of an article whose headline is on its way, or could not be loaded.
void ListView::absent_row(Ui& ui, const Article& article, uint32_t number, const Rect& rect, float padding) {
  const Rect place{padding, kTop, rect.width - 2 * padding, kMetaText.line_height};
  if (!article.has_failed) {
    skeleton(ui, {0, 0, rect.width, 1}, padding);
    ui.description.add({.kind = NodeKind::label,
                        .key = key_of("absent"),
                        .flags = kUnseen,
                        .x = place.x,
                        .y = place.y,
                        .width = place.width,
                        .height = place.height,
                        .text = ui.strings.get(Message::loading)});
    return;
  }
  label(ui, NodeKind::paragraph, key_of("absent"), place, ui.strings.get(Message::not_loaded), kMetaText,
        ui.theme.quiet);
  const std::string_view text = ui.strings.get(Message::try_again);
  button(ui, {.key = key_of("try-again", number),
              .rect = {padding, kTop + kMetaText.line_height + 2 * kGap, button_width(ui, text, false), kControlHeight},
              .text = text,
              .action = {ActionKind::try_again},
              .framed = true});
}

void ListView::row_texts(Ui& ui, const Reader& reader, uint32_t number, const RowText& text, float width,
                         float padding) {
  const Article& article = reader.feed().articles[number];
  const bool is_open = reader.article_index() == number, is_starred = reader.is_starred(number);
  float pen = kTop;
  const float date_width = text.date_line.front().width + 1;
  ui.dot(padding + kDot, pen + kMetaText.line_height / 2.0f, kDot, ui.theme.department(article.department));
  const auto fact = [&](std::string_view name, const std::string& said, const std::vector<Line>& lines, float x,
                        float room, ImU32 dot) {
    paragraph(ui, {.kind = NodeKind::paragraph,
                   .key = key_of(name),
                   .x = x,
                   .y = pen,
                   .width = room,
                   .height = kMetaText.line_height,
                   .text = said,
                   .lines = &lines,
                   .style = kMetaText,
                   .ink = ui.theme.quiet,
                   .ground = dot});
  };
  fact("facts", text.facts, text.facts_line, padding + 16, width - 2 * padding - 24 - date_width - kStarRoom,
       ui.theme.department(article.department));
  fact("date", text.date, text.date_line, width - padding - date_width, date_width, 0);
  const auto unseen = [&](std::string_view name, Message said, Icon icon) {
    ui.description.add({.kind = NodeKind::label,
                        .key = key_of(name),
                        .flags = kUnseen,
                        .x = width - padding - date_width - kStarRoom,
                        .y = pen,
                        .width = kStarRoom,
                        .height = kMetaText.line_height,
                        .text = ui.strings.get(said),
                        .style = kMetaText,
                        .ink = ui.theme.accent,
                        .position = static_cast<int>(icon)});
  };
  if (is_starred) {
    ui.icon(Icon::starred, width - padding - date_width - kStarRoom, pen - 2, ui.theme.accent);
    unseen("starred", Message::starred, Icon::starred);
  }
  if (text.is_read) unseen("read", Message::read, Icon::none);
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
                 .style = title_style(text.is_read),
                 .ink = is_open ? ui.theme.accent : ui.theme.ink,
                 .action = {ActionKind::open_article, number}});
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
  const bool is_read = reader.is_read(number);
  const auto known = rows_.find(number);
  if (known != rows_.end() && known->second.is_read == is_read) return known->second;
  const Article& article = reader.feed().articles[number];
  const Department& department = reader.feed().departments[article.department];
  RowText text;
  text.is_read = is_read;
  text.title = break_paragraph(article.title, title_style(is_read), width, ui.fonts, kTitleLines);
  const auto lead_lines = kTextLines - static_cast<uint32_t>(text.title.size());
  text.lead = break_paragraph(article.lead, kRowLead, width, ui.fonts, lead_lines);
  text.facts = department.short_name.empty() ? department.name : department.short_name;
  const Day day = article.published.day;
  text.date = day == kUndated ? std::string(ui.strings.get(Message::undated)) : vi_day(day);
  text.date_line = {{0, static_cast<uint32_t>(text.date.size()), ui.text_width(text.date, kMetaText)}};
  const float facts_room = width - 24 - text.date_line.front().width - 1 - kStarRoom;
  text.facts_line = break_paragraph(text.facts, kMetaText, facts_room, ui.fonts, 1);
  return rows_.insert_or_assign(number, std::move(text)).first->second;
}

}  // namespace bantin
