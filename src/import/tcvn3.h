// TCVN 5712:1993 as its third set is used with the "ABC" fonts (.VnTime): one byte a letter. Capitals with tones, which
// that set lacks, are read where the first set has them beyond the C1 codes; 0x80 to 0x9F are Windows' quotes and
// dashes. Fonts that show small letters as capitals (.VnTimeH) leave no trace in plain text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bantin {

/// Every byte has a meaning.
std::string tcvn3_to_utf8(std::string_view bytes);

}  // namespace bantin
