// The list of keys: each in its frame, with what it does.
// Units: CSS pixels.
#pragma once

#include "ui/ui.h"

namespace bantin {

class KeysView {
 public:
  /// `has_letters`: whether single letters do anything (attribute `keys`).
  static float height(bool has_letters);
  static void build(Ui& ui, float width, bool has_letters);
};

}  // namespace bantin
