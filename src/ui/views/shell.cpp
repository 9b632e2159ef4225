#include "ui/views/shell.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "ui/views/floating_view.h"
#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kWide = 900, kNarrow = 600;
constexpr float kWideRail = 380, kMiddleRail = 300;

float rail_of(float width) { return width < kWide ? kMiddleRail : kWideRail; }

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

bool is_filter_panel(Panel panel) {
  return panel == Panel::filters || panel == Panel::departments || panel == Panel::dates;
}

// Language of the articles where it is another than the interface's.
std::string_view foreign_language(const Ui& ui, const Feed& feed) {
  const std::string_view own = ui.strings.language() == Language::vi ? "vi" : "en";
  return feed.language.starts_with(own) ? std::string_view() : feed.language;
}

// At the foot of the pane, for a moment.
void toast(Ui& ui, const Rect& pane, std::string_view text) {
  const std::vector<Line> lines = break_paragraph(text, kInterfaceText, pane.width - 64, ui.fonts);
  float width = 0;
  for (const Line& line : lines) width = std::max(width, std::ceil(line.width));
  const float height = static_cast<float>(lines.size()) * kInterfaceText.line_height;
  const Rect rect{std::floor(pane.x + (pane.width - width) / 2) - 16, pane.bottom() - height - 44, width + 32,
                  height + 20};
  ui.opacity = ui.motion.reveal(key_of("toast"));
  ui.shadow(rect, 6);
  ui.fill(rect, ui.theme.raised, 6);
  ui.frame(rect, ui.theme.rule, 6);
  paragraph(ui, {.kind = NodeKind::status,
                 .key = key_of("toast"),
                 .x = rect.x + 16,
                 .y = rect.y + 10,
                 .width = width,
                 .height = height,
                 .text = text,
                 .lines = &lines,
                 .style = kInterfaceText,
                 .ink = ui.theme.ink});
  ui.opacity = 1;
}

// Holds a pane; neither focus nor pointer get into one that a dialog covers.
NodeDraft layer_group(uint32_t key, const Rect& rect, bool is_covered) {
  NodeDraft draft;
  draft.key = key;
  draft.flags = is_covered ? uint32_t{kInert} : 0;
  draft.width = rect.width;
  draft.height = rect.height;
  return draft;
}

// "Bỏ: đơn vị, thời gian (12 bài)"
std::string offer_of(const Ui& ui, const Loosening& loosening) {
  constexpr Message kNames[] = {Message::without_departments, Message::without_dates, Message::without_query,
                                Message::without_starred};
  std::string names;
  for (uint32_t i = 0; i < std::size(kNames); ++i) {
    if ((loosening.filters & (1u << i)) == 0) continue;
    if (!names.empty()) names += ", ";
    names += ui.strings.get(kNames[i]);
  }
  return std::string(ui.strings.get(Message::without)) + " " + names + " (" + ui.strings.articles(loosening.count) +
         ")";
}

}  // namespace

void Shell::build(Ui& ui, const Reader& reader, const ShellOptions& options) {
  const Rect whole{0, 0, options.width, options.height};
  const bool is_narrow = is_narrow_ = options.width < kNarrow;
  Scope root(ui.description, {.kind = NodeKind::group,
                              .key = key_of("root"),
                              .width = whole.width,
                              .height = whole.height,
                              .ink = ui.theme.accent,
                              .ground = ui.theme.paper});
  ui.fill(whole, ui.theme.paper);
  if (!reader.has_feed()) return waiting(ui, whole, options);
  const bool shows_list = !is_narrow || !reader.article();
  if (shows_list && !list_was_shown_) list_.appear();
  list_was_shown_ = shows_list;
  const float rail_width = is_narrow ? 0 : rail_of(options.width);
  const Rect pane{rail_width, 0, whole.width - rail_width, whole.height};
  const bool has_sheet = is_narrow && shows_list && is_filter_panel(reader.panel());
  const FloatingView::Place floating{pane, is_narrow, options.has_letters};
  const Rect floats = FloatingView::taken(reader, floating);
  ui.set_float(has_sheet ? whole : floats, false);
  const bool floats_over = floats.width > 0, is_covered = has_sheet || (is_narrow && floats_over);
  if (shows_list) {
    const Rect rect{0, 0, is_narrow ? whole.width : rail_width, whole.height};
    Scope beneath(ui.description, layer_group(key_of("rail"), rect, is_covered));
    rail(ui, reader, rect, options);
  }
  if (!is_narrow) ui.rule_right({0, 0, rail_width, whole.height});
  if (!is_narrow || reader.article()) {
    Scope beneath(ui.description, layer_group(key_of("reading-pane"), {0, 0, whole.width, whole.height}, is_covered));
    reading_pane(ui, reader, pane, options, floats_over);
  }
  ui.set_float({}, true);
  if (has_sheet) filters_.sheet(ui, reader, whole);
  floating_.build(ui, reader, floating);
}

void Shell::scrolled(uint32_t key, float physical) {
  if (key == kListKey) return list_.scroller().scrolled(physical);
  if (key == kArticleScrollerKey) return article_.scroller().scrolled(physical);
  if (key == kPanelScrollerKey) return filters_.scroller().scrolled(physical);
  if (key == kFloatingScrollerKey) return floating_.scroller().scrolled(physical);
  article_.frame_scrolled(key, physical);
}

void Shell::feed_changed(const Reader& reader) {
  list_.forget();
  filter_changed(reader);
  const uint32_t part = article_.top_part();
  article_.article_changed();
  if (reader.article() && part > 0) article_.go_to_part(part);
  last_article_ = reader.article_index().value_or(0);
}

void Shell::filter_changed(const Reader& reader) {
  list_.results_changed(reader);
  list_.to_top();
  filters_.timeline().results_changed();
  article_.forget();  // what comes before and after it is another one now
}

void Shell::article_changed(const Reader& reader) {
  article_.article_changed();
  if (const auto open = reader.article_index()) {
    list_.reveal(reader, *open);
    last_article_ = *open;
    ask_focus(kArticleTitleKey);
  } else {
    list_.reveal(reader, last_article_);
    ask_focus(row_link_key(last_article_));
  }
}

// Focus goes into what has opened, and back to what opened it.
void Shell::panel_changed(Panel before, Panel now, uint32_t focused) {
  const auto opener = [this](Panel panel) {
    switch (panel) {
      case Panel::filters: return kFiltersKey;
      case Panel::departments: return kDepartmentsKey;
      case Panel::dates: return kDatesKey;
      case Panel::looks: return kLooksKey;
      case Panel::share: return kShareKey;
      case Panel::keys: return keys_opener_;
      case Panel::none: break;
    }
    return 0u;
  };
  filters_.scroller().scroll_to(0);
  // Opened from another panel, which has gone: what opened that one is still there.
  if (now == Panel::keys) keys_opener_ = before == Panel::none ? focused : opener(before);
  if (now == Panel::looks || now == Panel::share || now == Panel::keys) return ask_focus(kFloatingKey);
  if (now == Panel::filters) return ask_focus(kSheetKey);
  if (now == Panel::none) ask_focus(opener(before));
}

std::optional<Action> Shell::shortcut(const Reader& reader, Shortcut what, uint32_t focused) {
  const Panel open = reader.panel();
  const bool is_covered = open == Panel::keys || (is_narrow_ && open != Panel::none);
  if (!reader.has_feed() || (is_covered && what != Shortcut::keys)) return std::nullopt;
  const auto panel = [](Panel which) { return Action{ActionKind::toggle_panel, static_cast<uint32_t>(which)}; };
  const auto filter_panel = [&](Panel which, uint32_t button) {
    ask_focus(is_narrow_ ? kFiltersKey : button);
    return panel(is_narrow_ ? Panel::filters : which);
  };
  switch (what) {
    case Shortcut::keys: return panel(Panel::keys);
    case Shortcut::next: return step(reader, 1, focused);
    case Shortcut::previous: return step(reader, -1, focused);
    case Shortcut::clear:
      if (reader.is_filtered()) return Action{ActionKind::clear_filter};
      return std::nullopt;
    case Shortcut::save:
      if (reader.article()) return Action{ActionKind::toggle_star, *reader.article_index()};
      return std::nullopt;
    case Shortcut::looks:
      if (reader.article()) return panel(Panel::looks);
      return std::nullopt;
    default: break;
  }
  if (!list_was_shown_) return std::nullopt;
  if (what == Shortcut::departments) return filter_panel(Panel::departments, kDepartmentsKey);
  if (what == Shortcut::dates) return filter_panel(Panel::dates, kDatesKey);
  ask_focus(kSearchKey);
  return Action{};
}

// In an article to its neighbour, in the list to the next row.
std::optional<Action> Shell::step(const Reader& reader, int step, uint32_t focused) {
  if (reader.article()) {
    const auto neighbour = reader.neighbour(step);
    return neighbour ? std::optional(Action{ActionKind::open_article, *neighbour}) : std::nullopt;
  }
  const auto link = list_.step(reader, focused, step);
  if (!link) return std::nullopt;
  ask_focus(*link);
  return Action{};
}

std::optional<FilterRequest> Shell::dragged(const Reader& reader, uint32_t key, DragPhase phase, float x) {
  if (key != kTimelineKey) return std::nullopt;
  return filters_.timeline().dragged(reader, phase, x);
}

void Shell::go_to(const ReadingPlace& place) {
  list_.go_to_row(place.row);
  article_.go_to_part(place.part);
}

void Shell::looks_changed() {
  list_.forget();
  article_.forget();
}

void Shell::rail(Ui& ui, const Reader& reader, const Rect& rect, const ShellOptions& options) {
  const bool is_narrow = options.width < kNarrow;
  const float padding = rect.width < kWideRail || is_narrow ? 20 : 24;
  const float y = filters_.build(ui, reader, {rect, padding, is_narrow});
  const Rect rest{rect.x, y, rect.width, rect.bottom() - y};
  if (rest.height <= 0) return;
  if (reader.results().rows.empty()) return nothing_matches(ui, reader, rest, padding);
  const std::string_view language = foreign_language(ui, reader.feed());
  list_.build(ui, reader, rest, {padding, options.heading_level, language, options.is_printing});
}

void Shell::reading_pane(Ui& ui, const Reader& reader, const Rect& rect, const ShellOptions& options, bool is_covered) {
  if (!reader.article()) return choose(ui, rect);
  const bool has_toast = options.toast != Message::count_;
  const std::string_view language = foreign_language(ui, reader.feed());
  article_.build(ui, reader, {rect, options.heading_level, language, is_narrow_, is_covered});
  if (has_toast) toast(ui, rect, ui.strings.get(options.toast));
}

// No article is open.
void Shell::choose(Ui& ui, const Rect& rect) {
  sentence(ui, rect, key_of("choose"), ui.strings.get(Message::choose_article), NodeKind::paragraph);
  const std::string_view text = ui.strings.get(Message::keys);
  const float width = button_width(ui, text, false);
  button(ui, {.key = kKeysKey,
              .rect = {std::floor(rect.x + (rect.width - width) / 2), std::floor(rect.y + rect.height * 0.4f) + 16,
                       width, kControlHeight},
              .text = text,
              .action = {ActionKind::toggle_panel, static_cast<uint32_t>(Panel::keys)},
              .quiet = true});
}

// Before there is a feed: why, and where its rows will be.
void Shell::waiting(Ui& ui, const Rect& rect, const ShellOptions& options) {
  if (options.is_loading) {
    const bool is_narrow = options.width < kNarrow;
    const float width = is_narrow ? rect.width : rail_of(options.width);
    ListView::skeleton(ui, {0, 72, width, rect.height - 72}, is_narrow || width < kWideRail ? 20 : 24);
    if (!is_narrow) {
      ui.rule_right({0, 0, width, rect.height});
      return sentence(ui, {width, 0, rect.width - width, rect.height}, key_of("notice"), options.notice,
                      NodeKind::status);
    }
    return sentence(ui, {0, 0, rect.width, 72}, key_of("notice"), options.notice, NodeKind::status);
  }
  sentence(ui, rect, key_of("notice"), options.notice, NodeKind::status);
}

void Shell::nothing_matches(Ui& ui, const Reader& reader, const Rect& rect, float padding) {
  label(ui, NodeKind::paragraph, key_of("no-match"),
        {rect.x + padding, rect.y + 24, rect.width - 2 * padding, kInterfaceText.line_height},
        ui.strings.get(Message::no_match), kInterfaceText, ui.theme.ink);
  float y = rect.y + 56;
  for (const Loosening& loosening : reader.loosenings()) {
    const std::string text = offer_of(ui, loosening);
    button(ui, {.key = key_of("loosen", loosening.filters),
                .rect = {rect.x + padding, y, button_width(ui, text, false), kControlHeight},
                .text = text,
                .action = {ActionKind::loosen, loosening.filters},
                .framed = true});
    y += kControlHeight + 8;
  }
  const std::string_view text = ui.strings.get(Message::clear_filter);
  button(ui, {.key = key_of("clear-all"),
              .rect = {rect.x + padding - (reader.loosenings().empty() ? 0.0f : 12.0f), y,
                       button_width(ui, text, false), kControlHeight},
              .text = text,
              .action = {ActionKind::clear_filter},
              .framed = reader.loosenings().empty(),
              .quiet = !reader.loosenings().empty()});
}

}  // namespace bantin
