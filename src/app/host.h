// Everything the reader asks of the world outside: fonts, Unicode normalisation, a clock, a page to put the layer in.
// In a browser src/web answers; tests answer with a fake of a few lines.
// Owns nothing. All calls come from inside an App's own calls, never from another thread.
#pragma once

#include <string>
#include <string_view>

#include "reader/reader.h"
#include "ui/description.h"
#include "ui/glyph_source.h"
#include "ui/views/shell.h"

namespace bantin {

class Host {
 public:
  virtual ~Host() = default;

  virtual GlyphSource& glyphs() = 0;
  /// NFC of `text`; asked only for text that holds combining marks.
  virtual std::string nfc(std::string_view text) = 0;
  /// Block code of an article's HTML (feed/block_code.h).
  virtual std::string html_blocks(std::string_view html) = 0;
  /// Milliseconds since any fixed moment.
  virtual double now() = 0;
  /// The description differs from the last one. Both are good until the next frame.
  virtual void show_layer(const Description& description, const FocusRequest& focus) = 0;
  /// An action the page does: share, copy, print, open the original, enlarge a picture, load a piece of a bundle (from
  /// ActionKind::share on).
  virtual void perform(const Action& action) = 0;
  /// Something the page may want to know of has happened; the layer is already up to date.
  virtual void changed(const Reader::Changes& changes) = 0;
};

}  // namespace bantin
