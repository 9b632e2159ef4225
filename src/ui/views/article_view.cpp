#include "ui/views/article_view.h"

#include <algorithm>
#include <cmath>

#include "feed/block_code.h"
#include "feed/day.h"
#include "reader/reading_time.h"
#include "ui/views/floating_view.h"
#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kBarHeight = 52;
constexpr float kProgress = 2;
constexpr float kMarkerGap = 10, kQuoteBar = 3;

std::string day_text(const Ui& ui, const Article& article) {
  const Day day = article.published.day;
  return day == kUndated ? std::string(ui.strings.get(Message::undated)) : vi_day(day);
}

uint32_t minutes_of(const Article& article) {
  size_t words = count_words(article.lead);
  for_each_text(article, [&words](std::string_view text) { words += count_words(text); });
  return reading_minutes(words);
}

std::string facts_of(const Ui& ui, const Reader& reader, const Article& article) {
  std::string facts = day_text(ui, article) + " · " + reader.feed().departments[article.department].name + " · ";
  const bool is_whole = article.extent == Extent::whole;
  facts += is_whole ? ui.strings.minutes(minutes_of(article))
                    : ui.strings.get(article.has_failed ? Message::not_loaded : Message::loading);
  if (!article.document_number.empty()) facts += " · " + article.document_number;
  return facts;
}

Follower follower_of(const Ui& ui, const Reader& reader, uint32_t number, std::string_view before) {
  const Article& article = reader.feed().articles[number];
  const Department& department = reader.feed().departments[article.department];
  std::string note(before);
  if (!note.empty()) note += " · ";
  note += day_text(ui, article) + " · " + (department.short_name.empty() ? department.name : department.short_name);
  return {article.title, std::move(note), {ActionKind::open_article, number}, article.url};
}

FollowerSection attachments_of(const Ui& ui, const Article& article) {
  FollowerSection section{std::string(ui.strings.get(Message::attachments)), {}};
  for (const Attachment& attachment : article.attachments) {
    const size_t slash = attachment.url.rfind('/') + 1;
    const std::string title = attachment.title.empty() ? attachment.url.substr(slash) : attachment.title;
    const size_t type = attachment.type.rfind('/') + 1;
    std::string note = attachment.type.substr(type);
    std::transform(note.begin(), note.end(), note.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (attachment.bytes > 0) note += (note.empty() ? "" : " · ") + ui.strings.bytes(attachment.bytes);
    section.followers.push_back({title, note, {}, attachment.url});
  }
  return section;
}

// Where the body should be.
FollowerSection failure_of(const Ui& ui) {
  return {std::string(ui.strings.get(Message::not_loaded)),
          {{std::string(ui.strings.get(Message::try_again)), {}, {ActionKind::try_again}, {}}}};
}

ArticleTexts texts_of(const Ui& ui, const Reader& reader, const Article& article) {
  ArticleTexts texts{facts_of(ui, reader, article), {attachments_of(ui, article)}};
  if (article.has_failed && article.extent != Extent::whole) texts.sections.push_back(failure_of(ui));
  FollowerSection related{std::string(ui.strings.get(Message::related)), {}};
  for (const uint32_t number : reader.related()) related.followers.push_back(follower_of(ui, reader, number, {}));
  FollowerSection elsewhere{std::string(ui.strings.get(Message::elsewhere)), {}};
  const auto neighbour = [&](int step, Message name) {
    const auto number = reader.neighbour(step);
    if (number && reader.feed().articles[*number].extent != Extent::none) {
      elsewhere.followers.push_back(follower_of(ui, reader, *number, ui.strings.get(name)));
    }
  };
  neighbour(1, Message::next);
  neighbour(-1, Message::previous);
  texts.sections.push_back(std::move(related));
  texts.sections.push_back(std::move(elsewhere));
  return texts;
}

}  // namespace

void ArticleView::build(Ui& ui, const Reader& reader, const Place& place) {
  bar(ui, reader, place);
  const Rect& rect = place.rect;
  const Rect pane{rect.x, rect.y + kBarHeight, rect.width, rect.height - kBarHeight};
  const bool is_other = article_ != *reader.article_index();
  if (!layout_ || is_stale_ || width_ != rect.width || is_other) lay_out(ui, reader, place);
  scroller_.fit(layout_->height, pane.height);
  if (wanted_part_ && *wanted_part_ < layout_->parts.size()) {
    scroller_.scroll_to(*wanted_part_ == 0 ? 0 : layout_->parts[*wanted_part_].y - 8);
  }
  if (reader.article()->extent == Extent::whole) wanted_part_.reset();
  {
    ScrollArea area(ui, kArticleScrollerKey, pane, ui.strings.get(Message::reading_pane), scroller_,
                    place.is_covered ? uint32_t{kInert} : 0);
    {
      Scope article(ui.description, {.kind = NodeKind::article,
                                     .key = article_key(epoch_),
                                     .flags = kFlow,
                                     .width = pane.width,
                                     .height = layout_->height,
                                     .label = place.language,
                                     .ink = ui.theme.ink});
      ui.description.attach(version_, content_);
    }
    ui.opacity = ui.motion.reveal(key_of("article", article_));
    draw(ui, reader, pane.height);
    ui.opacity = 1;
  }
  progress(ui, {rect.x, place.is_narrow ? rect.y : pane.y - kProgress, rect.width, pane.height});
}

void ArticleView::article_changed() {
  ++epoch_;
  wanted_part_.reset();
  scroller_.scroll_to(0);
  pictures_.clear();
  sources_.clear();
  frames_.clear();
  layout_.reset();
}

void ArticleView::picture_loaded(uint32_t key, const LoadedPicture& picture) {
  if (picture.has_failed && sources_.failed(key)) return forget();
  LoadedPicture& shown = pictures_[key];
  // What is there is worth more than a larger one that did not come.
  if (!picture.has_failed || shown.texture == ImTextureID_Invalid) shown = picture;
}

void ArticleView::frame_scrolled(uint32_t key, float left) {
  const size_t tables = layout_ ? layout_->tables.size() : 0;
  for (uint32_t i = 0; i < tables; ++i) {
    if (frame_key(i) == key) frames_[key] = left;
  }
}

uint32_t ArticleView::top_part() const {
  return layout_ ? static_cast<uint32_t>(layout_->first_part_below(static_cast<float>(scroller_.top()) + 9)) : 0;
}

void ArticleView::bar(Ui& ui, const Reader& reader, const Place& place) {
  const Rect bar{place.rect.x, place.rect.y, place.rect.width, kBarHeight};
  const float y = bar.y + (kBarHeight - kControlHeight) / 2;
  if (place.is_narrow) {
    const std::string_view text = ui.strings.get(Message::back_to_list);
    button(ui, {.key = kCloseKey,
                .rect = {bar.x + 8, y, button_width(ui, text, true), kControlHeight},
                .text = text,
                .action = {ActionKind::close_article},
                .icon = Icon::back});
  }
  float x = bar.right() - 12 - (place.is_narrow ? 3 : 4) * kControlHeight;
  const auto add = [&](uint32_t key, Icon icon, Message name, Action action, uint32_t flags) {
    icon_button(ui, key, x, y, icon, ui.strings.get(name), action, flags);
    x += kControlHeight;
  };
  const auto panel = [](Panel which) { return Action{ActionKind::toggle_panel, static_cast<uint32_t>(which)}; };
  const auto open = [&](Panel which) { return kExpandable | (reader.panel() == which ? uint32_t{kOn} : 0); };
  const uint32_t number = *reader.article_index();
  const bool is_starred = reader.is_starred(number);
  ButtonSpec star{.key = kStarKey, .rect = {x, y, kControlHeight, kControlHeight}, .text = {}};
  star.label = ui.strings.get(Message::star);
  star.action = {ActionKind::toggle_star, number};
  star.icon = is_starred ? Icon::starred : Icon::star;
  star.flags = is_starred ? uint32_t{kOn} : 0;
  star.kind = NodeKind::toggle;
  button(ui, star);
  x += kControlHeight;
  add(kLooksKey, Icon::text_size, Message::looks, panel(Panel::looks), open(Panel::looks));
  add(kShareKey, Icon::share, Message::share, panel(Panel::share), open(Panel::share));
  if (!place.is_narrow) add(kCloseKey, Icon::close, Message::close, {ActionKind::close_article}, 0);
  if (place.is_narrow) ui.rule_below(bar);
}

// How much of the article itself has been read; what follows it does not count.
void ArticleView::progress(Ui& ui, const Rect& pane) const {
  const float hidden = layout_->body_end - pane.height;
  if (hidden <= 0) return;
  const float share = std::clamp(static_cast<float>(scroller_.top()) / hidden, 0.0f, 1.0f);
  ui.fill({pane.x, pane.y, std::floor(pane.width * share), kProgress}, ui.theme.accent);
}

void ArticleView::lay_out(Ui& ui, const Reader& reader, const Place& place) {
  const Article& article = *reader.article();
  const bool is_same = layout_ && article_ == *reader.article_index();
  const std::optional<ArticleLayout> before = is_same ? std::move(layout_) : std::nullopt;
  layout_ = lay_out_article(article, texts_of(ui, reader, article), reader.preferences(), place.rect.width, ui.fonts);
  width_ = place.rect.width;
  article_ = *reader.article_index();
  is_stale_ = false;
  ++version_;
  describe_article(content_,
                   {article, *layout_, ui.theme, ui.strings, sources_, ui.fonts.ratio(), place.heading_level});
  keep_place(before);
}

// Whatever changed (fonts that arrived, another size), the line that was at the top stays there.
void ArticleView::keep_place(const std::optional<ArticleLayout>& before) {
  const auto top = static_cast<float>(scroller_.top());
  if (!before || top <= 0 || before->parts.size() != layout_->parts.size()) return;
  const size_t number = before->first_part_below(top);
  if (number >= before->parts.size()) return;
  const PlacedPart& old = before->parts[number];
  const PlacedPart& now = layout_->parts[number];
  const float share = old.height > 0 ? (top - old.y) / old.height : 0;
  scroller_.fit(layout_->height, scroller_.viewport());
  scroller_.scroll_to(now.y + share * now.height);
}

void ArticleView::draw(Ui& ui, const Reader& reader, float height) {
  if (!ui.drawing()) return;
  const auto top = static_cast<float>(scroller_.top());
  for (size_t i = layout_->first_part_below(top); i < layout_->parts.size(); ++i) {
    if (layout_->parts[i].y > top + height) break;
    draw_part(ui, *reader.article(), static_cast<uint32_t>(i));
  }
}

void ArticleView::draw_part(Ui& ui, const Article& article, uint32_t number) {
  const PlacedPart& part = layout_->parts[number];
  const float x = layout_->x + part.x;
  if (part.kind == PartKind::picture) return draw_picture(ui, article, part);
  if (part.kind == PartKind::table) return draw_table(ui, part);
  if (part.kind == PartKind::quote) {
    const bool goes_on = number + 1 < layout_->parts.size() && layout_->parts[number + 1].kind == PartKind::quote;
    const float bottom = goes_on ? layout_->parts[number + 1].y : part.y + part.height;
    ui.fill({layout_->x, part.y, kQuoteBar, bottom - part.y}, ui.theme.rule);
  }
  if (!part.marker.empty()) {
    ui.text(x - kMarkerGap - ui.text_width(part.marker, part.style), part.y, part.marker, part.style, ui.theme.quiet);
  }
  ImU32 ink = ink_of(ui.theme, part.kind);
  if (part.kind == PartKind::follower) {
    const Rect rect{layout_->x, part.y, layout_->width, part.height};
    if (ui.touch(part_key(number), rect).hovered) ink = ui.theme.accent;
    if (ui.has_visible_focus(part_key(number))) ui.ring(rect);
  }
  if (part.kind == PartKind::section) ui.rule_below({layout_->x, part.y - 16, layout_->width, 1});
  ui.lines(x, part.y, {part.text, part.style, part.spans}, part.lines, ink);
}

void ArticleView::draw_picture(Ui& ui, const Article& article, const PlacedPart& part) {
  const Rect rect{layout_->x + part.x, part.y, part.width, part.height};
  const auto known = pictures_.find(picture_key(part.index));
  if (known == pictures_.end() || known->second.texture == ImTextureID_Invalid) {
    ui.fill(rect, faded(ui.theme.ink, 0.05f));
  } else {
    const float own = ui.opacity;
    ui.opacity = std::min(own, ui.motion.reveal(picture_key(part.index)));
    ui.picture(rect, known->second.texture);
    ui.opacity = own;
  }
  if (known != pictures_.end() && known->second.has_failed) {
    const std::string& alt = article.pictures[part.index].alt;
    const std::string_view said = alt.empty() ? ui.strings.get(Message::picture_failed) : std::string_view(alt);
    const std::vector<Line> lines = break_paragraph(said, kCaptionText, part.width - 32, ui.fonts, 4);
    ui.lines(rect.x + 16, rect.y + 16, {said, kCaptionText}, lines, ui.theme.quiet);
  }
  const uint32_t key = zoom_key(part.index);
  const Rect zoom{rect.right() - kControlHeight - 8, rect.bottom() - kControlHeight - 8, kControlHeight,
                  kControlHeight};
  const bool is_sought = ui.touch(picture_key(part.index), rect).hovered || ui.has_visible_focus(key);
  ui.fill({zoom.x + 4, zoom.y + 4, 32, 32}, faded(ui.theme.paper, is_sought ? 0.95f : 0.7f), 16);
  ui.icon(Icon::zoom, zoom.x + 10, zoom.y + 10, ui.theme.ink);
  if (ui.has_visible_focus(key)) ui.ring(zoom);
}

void ArticleView::draw_table(Ui& ui, const PlacedPart& part) {
  const TableLayout& table = layout_->tables[part.index];
  const auto frame = frames_.find(frame_key(part.index));
  const float left = frame == frames_.end() ? 0 : frame->second;
  const Rect rect{layout_->x, part.y, part.width, part.height};
  ui.push_clip(rect);
  for (const PlacedRow& row : table.rows) {
    const Rect line{rect.x - left, rect.y + row.y, table.width, row.height};
    const bool is_head = !row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                                           [](const PlacedCell& cell) { return cell.heads; });
    if (is_head) ui.fill(line, faded(ui.theme.ink, 0.05f));
    ui.rule_below(line);
    for (const PlacedCell& cell : row.cells) {
      ui.lines(line.x + cell.x + TableLayout::kPaddingX, line.y + TableLayout::kPaddingY,
               {cell.text, cell.style, cell.spans}, cell.lines, ui.theme.ink);
    }
  }
  ui.pop_clip();
  // What is cut off at an edge fades out there, so that it is seen to go on.
  if (left > 0) ui.fill({rect.x, rect.y, 2, rect.height}, ui.theme.rule);
  if (table.width - left > rect.width + 1) ui.fill({rect.right() - 2, rect.y, 2, rect.height}, ui.theme.rule);
}

}  // namespace bantin
