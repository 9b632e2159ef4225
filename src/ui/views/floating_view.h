// What floats at the article's top right: how it looks (colours, size, width, line height, typeface), and what can be
// done with it (share, copy, print). On a phone the same, as a sheet from below.
// Units: CSS pixels. Owns the scroller.
#pragma once

#include "reader/reader.h"
#include "ui/scroller.h"
#include "ui/ui.h"

namespace bantin {

inline constexpr uint32_t kFloatingKey = key_of("floating"), kFloatingScrollerKey = key_of("floating-scroller");
inline constexpr uint32_t kLooksKey = key_of("looks-button"), kShareKey = key_of("share-button");

class FloatingView {
 public:
  /// The place the open panel takes in `pane`; empty when none of the two is open.
  static Rect place(const Reader& reader, const Rect& pane, bool is_narrow);
  void build(Ui& ui, const Reader& reader, const Rect& pane, bool is_narrow);
  Scroller& scroller() { return scroller_; }

 private:
  void content(Ui& ui, const Reader& reader, const Rect& rect);

  Scroller scroller_;  // of a panel that is higher than its pane
};

}  // namespace bantin
