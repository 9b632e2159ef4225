// The languages of the interface and of every sentence meant for people.
#pragma once

#include <cstdint>

namespace bantin {

enum class Language : uint8_t { vi, en };

}  // namespace bantin
