// Bytes as text: base64 (RFC 4648, section 4), padded, on one line.
#pragma once

#include <string>
#include <string_view>

namespace bantin {

std::string base64(std::string_view bytes);

}  // namespace bantin
