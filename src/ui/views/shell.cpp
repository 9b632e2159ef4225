#include "ui/views/shell.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kWide = 900, kNarrow = 600;
constexpr float kWideRail = 380, kMiddleRail = 300;

// A sentence in the middle of an empty place.
void sentence(Ui& ui, const Rect& rect, uint32_t key, std::string_view text, NodeKind kind) {
  const float width = std::min(rect.width - 40, 420.0f);
  const std::vector<Line> lines = break_paragraph(text, kInterfaceText, width, ui.fonts);
  const float widest = lines.size() == 1 ? lines.front().width : width;
  const float height = static_cast<float>(lines.size()) * kInterfaceText.line_height;
  paragraph(ui, {.kind = kind,
                 .key = key,
                 .x = std::floor(rect.x + (rect.width - widest) / 2),
                 .y = std::floor(rect.y + (rect.height - height) * 0.4f),
                 .width = std::ceil(widest),
                 .height = height,
                 .text = text,
                 .lines = &lines,
                 .style = kInterfaceText,
                 .ink = ui.theme.quiet});
}

}  // namespace

void Shell::build(Ui& ui, const Reader& reader, const ShellOptions& options) {
  const Rect whole{0, 0, options.width, options.height};
  const bool is_narrow = options.width < kNarrow;
  Scope root(ui.description, {.kind = NodeKind::group,
                              .key = key_of("root"),
                              .width = whole.width,
                              .height = whole.height,
                              .ink = ui.theme.accent,
                              .ground = ui.theme.paper});
  ui.fill(whole, ui.theme.paper);
  if (!reader.has_feed()) return sentence(ui, whole, key_of("notice"), options.notice, NodeKind::status);
  const bool shows_list = !is_narrow || !reader.article();
  if (shows_list && !list_was_shown_) list_.appear();
  list_was_shown_ = shows_list;
  if (is_narrow) {
    if (reader.article()) return reading_pane(ui, reader, whole, options);
    return rail(ui, reader, whole, true);
  }
  const float rail_width = options.width < kWide ? kMiddleRail : kWideRail;
  rail(ui, reader, {0, 0, rail_width, whole.height}, false);
  ui.rule_right({0, 0, rail_width, whole.height});
  reading_pane(ui, reader, {rail_width, 0, whole.width - rail_width, whole.height}, options);
}

void Shell::scrolled(uint32_t key, float physical) {
  if (key == kListKey) list_.scroller().scrolled(physical);
  if (key == kArticleScrollerKey) article_.scroller().scrolled(physical);
  if (key == kDepartmentScrollerKey) filters_.scroller().scrolled(physical);
}

void Shell::feed_changed() {
  list_.forget();
  list_.to_top();
  article_.forget();
}

void Shell::article_changed(const Reader& reader) {
  if (const auto open = reader.article_index()) {
    article_.to_top();
    list_.reveal(reader, *open);
    last_article_ = *open;
    focus_.key = kArticleTitleKey;
  } else {
    focus_.key = row_link_key(last_article_);
  }
  ++focus_.serial;
}

void Shell::looks_changed() {
  list_.forget();
  article_.forget();
}

void Shell::rail(Ui& ui, const Reader& reader, const Rect& rect, bool is_narrow) {
  const float padding = rect.width < kWideRail || is_narrow ? 20 : 24;
  const float y = filters_.build(ui, reader, {rect, padding, is_narrow});
  const Rect rest{rect.x, y, rect.width, rect.bottom() - y};
  if (rest.height <= 0) return;
  if (reader.results().rows.empty()) return nothing_matches(ui, rest, padding);
  list_.build(ui, reader, rest, padding);
}

void Shell::reading_pane(Ui& ui, const Reader& reader, const Rect& rect, const ShellOptions& options) {
  if (reader.article()) return article_.build(ui, reader, rect, options.heading_level, options.width < kNarrow);
  sentence(ui, rect, key_of("choose"), ui.strings.get(Message::choose_article), NodeKind::paragraph);
}

void Shell::nothing_matches(Ui& ui, const Rect& rect, float padding) {
  label(ui, NodeKind::paragraph, key_of("no-match"),
        {rect.x + padding, rect.y + 24, rect.width - 2 * padding, kInterfaceText.line_height},
        ui.strings.get(Message::no_match), kInterfaceText, ui.theme.ink);
  const std::string_view text = ui.strings.get(Message::clear_filter);
  button(ui, {.key = key_of("clear-all"),
              .rect = {rect.x + padding, rect.y + 56, button_width(ui, text, false), kControlHeight},
              .text = text,
              .action = {ActionKind::clear_filter},
              .framed = true});
}

}  // namespace bantin
