// Unicode normalisation form C by utf8proc.
#pragma once

#include <string>
#include <string_view>

namespace bantin {

std::string utf8_nfc(std::string_view text);

}  // namespace bantin
