// Unicode normalisation, form C, as a function handed in: utf8proc natively, String.normalize in a browser.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace bantin {

using Nfc = std::function<std::string(std::string_view)>;

/// Whether `text` holds a combining mark (U+0300 to U+036F) and so may not be in form C. Vietnamese typed on some
/// systems comes that way; most text does not, and normalising is then not worth its time.
bool needs_nfc(std::string_view text);

}  // namespace bantin
