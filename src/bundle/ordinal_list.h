// Lists of ordinals as a bundle's search parts hold them (data/README.md): `2 * count + dense`, then distances (sparse)
// or bits (dense), whichever is shorter.
// Use:    put_ordinals(out, {3, 4, 900}); read_ordinals(reader, ordinals)
// Errors: a list that ends too early, counts wrongly or reaches beyond the segment's ordinals makes the reader fail;
// what
//         is read never takes more memory than kMostOrdinals numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bundle/bytes.h"

namespace bantin {

/// A segment covers no more.
inline constexpr uint32_t kMostOrdinals = 65'536;

/// Rising, each once.
using Ordinals = std::vector<uint32_t>;

void put_ordinals(std::string& out, const Ordinals& ordinals);

/// The next list; empty where `reader` has failed. All of it lies below `limit`.
Ordinals read_ordinals(ByteReader& reader, uint32_t limit = kMostOrdinals);

}  // namespace bantin
