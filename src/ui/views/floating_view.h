// What floats at the article's top right: how it looks (colours, size, width, line height, typeface), what can be done
// with it (share, copy, print), and the list of keys. On a phone the same, as a sheet from below.
// Units: CSS pixels. Owns the scroller.
#pragma once

#include "reader/reader.h"
#include "ui/scroller.h"
#include "ui/ui.h"

namespace bantin {

inline constexpr uint32_t kFloatingKey = key_of("floating"), kFloatingScrollerKey = key_of("floating-scroller");
inline constexpr uint32_t kLooksKey = key_of("looks-button"), kShareKey = key_of("share-button");
inline constexpr uint32_t kKeysKey = key_of("keys-button");

class FloatingView {
 public:
  struct Place {
    Rect pane;
    bool is_narrow = false;
    bool has_letters = true;  ///< single letters do something
  };

  /// What the open panel takes of its pane; empty when none of the three is open.
  static Rect taken(const Reader& reader, const Place& place);
  void build(Ui& ui, const Reader& reader, const Place& place);
  Scroller& scroller() { return scroller_; }

 private:
  void content(Ui& ui, const Reader& reader, const Rect& rect, bool has_letters);

  Scroller scroller_;  // of a panel that is higher than its pane
};

}  // namespace bantin
