#include "fuzz.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace bantin::fuzz {

void demand(bool holds) {
  if (!holds) std::abort();
}

unsigned choice(std::string_view& input, unsigned count) {
  if (input.empty()) return 0;
  const auto first = static_cast<unsigned char>(input.front());
  input.remove_prefix(1);
  return first % count;
}

}  // namespace bantin::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  bantin::fuzz::read({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
