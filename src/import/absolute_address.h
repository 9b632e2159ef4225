// Addresses that are written relative to the site they come from: "/tin/12" on https://halam.example is
// https://halam.example/tin/12.
#pragma once

#include <string>
#include <string_view>

namespace bantin {

/// `address` as seen from `base`. It stays as it is where it has a scheme of its own, is a place within its page
/// ("#muc") or where `base` is no http address.
std::string absolute_address(std::string_view address, std::string_view base);

/// "http://…" or "https://…"
bool is_http_address(std::string_view address);

}  // namespace bantin
