// The controls. Each one draws itself and describes itself in the same call, from the same numbers.
// None of them reports a click: a click arrives at the page layer's element and comes back as the node's action.
// Units: CSS pixels, rectangles relative to the current container (see ui/ui.h).
#pragma once

#include <string_view>

#include "ui/scroller.h"
#include "ui/ui.h"

namespace bantin {

inline constexpr float kControlHeight = 44;
inline constexpr float kControlRadius = 4;

struct ButtonSpec {
  uint32_t key = 0;
  Rect rect;
  std::string_view text;
  std::string_view label = {};  ///< accessible name, where the text alone says too little
  Action action = {};
  Icon icon = Icon::none;
  bool framed = false;  ///< with a hairline around it
  bool filled = false;  ///< in the accent, for the one main thing to do
  bool quiet = false;   ///< text in the quiet ink
  bool plain = false;   ///< keeps its ink while it is on
  uint32_t flags = 0;
  NodeKind kind = NodeKind::button;
  float align = 0.5f;  ///< where the text stands in the width: 0 left, 1 right
};

struct FieldSpec {
  uint32_t key = 0;
  NodeKind kind = NodeKind::field;
  Rect rect;
  std::string_view value, name, placeholder;
  Action action;
  Icon icon = Icon::none;
  uint32_t flags = 0;
};

struct ToggleSpec {
  uint32_t key = 0;
  Rect rect;
  std::string_view text;
  std::string count;
  std::string_view label;
  ImU32 dot = 0;
  bool on = false;
  Action action;
};

/// An icon alone, kControlHeight square from (x, y); `name` is what it does.
void icon_button(Ui& ui, uint32_t key, float x, float y, Icon icon, std::string_view name, Action action,
                 uint32_t flags = 0);
/// What is chosen, with a cross that takes it away. `name` says so.
void chip(Ui& ui, uint32_t key, const Rect& rect, std::string_view text, std::string_view name, Action action);
float chip_width(Ui& ui, std::string_view text);

/// Width a button needs for its text and icon.
float button_width(Ui& ui, std::string_view text, bool has_icon);
void button(Ui& ui, const ButtonSpec& spec);
/// The text of a focused field is the browser's to draw, with the caret.
void field(Ui& ui, const FieldSpec& spec);
/// A row that is chosen or not: mark, dot, name, count.
void toggle(Ui& ui, const ToggleSpec& spec);

/// One line, cut with an ellipsis where it is too long. Gives its width. `dot`: colour of a dot drawn before it.
float label(Ui& ui, NodeKind kind, uint32_t key, const Rect& rect, std::string_view text, const TextStyle& style,
            ImU32 ink, ImU32 dot = 0);
/// A broken paragraph as one element with a span a line.
void paragraph(Ui& ui, const NodeDraft& draft);

/// A native scroller over [rect]; inside it, rectangles are relative to its content's re-based origin.
class ScrollArea {
 public:
  ScrollArea(Ui& ui, uint32_t key, const Rect& rect, std::string_view name, const Scroller& scroller,
             uint32_t flags = 0);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

 private:
  Ui& ui_;
};

/// A plain box that moves the origin and has no looks.
class Box {
 public:
  Box(Ui& ui, const NodeDraft& draft);
  ~Box();
  Box(const Box&) = delete;
  Box& operator=(const Box&) = delete;

 private:
  Ui& ui_;
};

}  // namespace bantin
