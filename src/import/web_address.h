// Addresses of articles, compared: whether two of them lead to one page.
#pragma once

#include <string>
#include <string_view>

namespace bantin {

/// What is the same for every way of writing the address of a page: without scheme, fragment and trailing slash, the
/// host in small letters. An address relative to `base` is made whole first where `base` is one. Empty: `address` is
/// none of a page.
std::string page_of(std::string_view address, std::string_view base = {});

}  // namespace bantin
