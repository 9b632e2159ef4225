// Picture::srcset, the widths in which a picture can be had, one form of HTML's attribute: candidates of an address
// without spaces and a width, parted by a comma and a space: "cau.jpg.480.webp 480w, cau.jpg 1200w".
// Use:    const std::string_view address = fitting_source(picture, 640 * ratio);
// Units:  device pixels.
// Errors: what is no candidate is passed over.
#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "feed/model.h"

namespace bantin {

/// Calls `use(address, width)` for each candidate in order.
template <typename Use>
void for_each_candidate(std::string_view srcset, const Use& use) {
  while (!srcset.empty()) {
    const std::string_view one = srcset.substr(0, srcset.find(", "));
    srcset.remove_prefix(std::min(one.size() + 2, srcset.size()));
    const size_t space = std::min(one.rfind(' '), one.size());
    uint32_t width = 0;
    std::from_chars(one.data() + std::min(space + 1, one.size()), one.data() + one.size(), width);
    if (width > 0) use(one.substr(0, space), width);
  }
}

/// Appends one.
void add_candidate(std::string& srcset, std::string_view address, uint32_t width);

/// The same with `change(address)` in the place of each address.
template <typename Change>
std::string with_addresses(std::string_view srcset, const Change& change) {
  std::string changed;
  for_each_candidate(srcset, [&](std::string_view address, uint32_t width) {
    const std::string other = change(address);
    if (!other.empty() && other.find(' ') == std::string::npos) add_candidate(changed, other, width);
  });
  return changed;
}

/// The address of the least picture that is at least so wide, else the picture's own.
std::string_view fitting_source(const Picture& picture, float pixels);

}  // namespace bantin
