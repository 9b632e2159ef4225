#include "ui/views/article_view.h"

#include "feed/day.h"
#include "ui/widgets.h"

namespace bantin {

namespace {

constexpr float kBarHeight = 48;

std::string facts_of(const Ui& ui, const Reader& reader, const Article& article) {
  const Day day = article.published.day;
  const std::string date = day == kUndated ? std::string(ui.strings.get(Message::undated)) : vi_day(day);
  std::string facts = reader.feed().departments[article.department].name + " · " + date;
  if (!article.document_number.empty()) facts += " · " + article.document_number;
  return facts;
}

ImU32 ink_of(const Theme& theme, PartKind kind) { return kind == PartKind::facts ? theme.quiet : theme.ink; }

}  // namespace

void ArticleView::build(Ui& ui, const Reader& reader, const Rect& rect, int heading_level, bool is_narrow) {
  bar(ui, {rect.x, rect.y, rect.width, kBarHeight}, is_narrow);
  const Rect pane{rect.x, rect.y + kBarHeight, rect.width, rect.height - kBarHeight};
  if (!layout_ || width_ != rect.width || article_ != *reader.article_index()) {
    lay_out(ui, reader, rect.width, heading_level);
  }
  scroller_.fit(layout_->height, pane.height);
  ScrollArea area(ui, kArticleScrollerKey, pane, ui.strings.get(Message::reading_pane), scroller_);
  {
    Scope article(ui.description, {.kind = NodeKind::article,
                                   .key = kArticleKey,
                                   .width = pane.width,
                                   .height = layout_->height,
                                   .ink = ui.theme.ink});
    ui.description.attach(version_, content_);
  }
  draw(ui, pane.height);
}

void ArticleView::bar(Ui& ui, const Rect& rect, bool is_narrow) {
  const std::string_view text = ui.strings.get(is_narrow ? Message::back_to_list : Message::close);
  const float width = button_width(ui, text, true);
  const float x = is_narrow ? rect.x + 8 : rect.right() - width - 12;
  button(ui, {.key = kCloseKey,
              .rect = {x, rect.y + 4, width, kControlHeight},
              .text = text,
              .action = {ActionKind::close_article},
              .icon = is_narrow ? Icon::back : Icon::close});
  if (is_narrow) ui.rule_below(rect);
}

void ArticleView::lay_out(Ui& ui, const Reader& reader, float width, int heading_level) {
  const Article& article = *reader.article();
  layout_ = lay_out_article(article, facts_of(ui, reader, article), width, ui.fonts);
  width_ = width;
  article_ = *reader.article_index();
  describe(ui, heading_level);
}

void ArticleView::describe(Ui& ui, int heading_level) {
  content_.clear();
  ++version_;
  for (uint32_t i = 0; i < layout_->parts.size(); ++i) {
    const PlacedText& part = layout_->parts[i];
    const bool is_title = part.kind == PartKind::title;
    content_.add({.kind = is_title ? NodeKind::heading : NodeKind::paragraph,
                  .key = is_title ? kArticleTitleKey : key_of("part", i),
                  .flags = is_title ? uint32_t{kFocusable} : 0,
                  .x = layout_->x,
                  .y = part.y,
                  .width = layout_->width,
                  .height = part.height,
                  .text = part.text,
                  .lines = &part.lines,
                  .style = part.style,
                  .ink = ink_of(ui.theme, part.kind),
                  .position = is_title ? heading_level : 0});
  }
}

void ArticleView::draw(Ui& ui, float height) {
  const auto top = static_cast<float>(scroller_.top());
  for (size_t i = layout_->first_part_below(top); i < layout_->parts.size(); ++i) {
    const PlacedText& part = layout_->parts[i];
    if (part.y > top + height) break;
    ui.lines(layout_->x, part.y, part.text, part.lines, part.style, ink_of(ui.theme, part.kind));
  }
}

}  // namespace bantin
