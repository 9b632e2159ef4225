// What a fuzzer is: one function that reads whatever it is given. A new one is a file NAME_fuzzer.cpp in this folder
// that defines it; a line "Seeds: PATTERN…" in its first comment names the files to begin with, from the repository's
// root. Faults are what the sanitizers find, what does not come to an end, and demands that do not hold.
#pragma once

#include <string_view>

namespace bantin::fuzz {

void read(std::string_view input);

/// Stops the program, so that the input that led here is kept.
void demand(bool holds);

/// Takes the first byte of the input, a choice among `count`; 0 where there is none.
unsigned choice(std::string_view& input, unsigned count);

}  // namespace bantin::fuzz
