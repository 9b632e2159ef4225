#include "feed/srcset.h"

namespace bantin {

void add_candidate(std::string& srcset, std::string_view address, uint32_t width) {
  if (!srcset.empty()) srcset += ", ";
  (srcset += address) += " " + std::to_string(width) + "w";
}

std::string_view fitting_source(const Picture& picture, float pixels) {
  std::string_view fitting = picture.source;
  uint32_t least = UINT32_MAX;
  for_each_candidate(picture.srcset, [&](std::string_view address, uint32_t width) {
    if (width >= least || static_cast<float>(width) < pixels) return;
    least = width;
    fitting = address;
  });
  return fitting;
}

}  // namespace bantin
