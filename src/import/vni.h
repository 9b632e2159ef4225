// VNI for Windows: a letter, then a byte for what is on it. Letters with a shape or tone have one byte only where the
// vowel is i, and for ỵ, ơ, ư and đ.
#pragma once

#include <string>
#include <string_view>

namespace bantin {

/// Every byte has a meaning: what is no part of a letter is Windows-1252.
std::string vni_to_utf8(std::string_view bytes);

}  // namespace bantin
