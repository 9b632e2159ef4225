// A part as it is kept: gzip of any origin, and back.
// Seeds: build/fuzz/seeds/gunzip/*
#include "bundle/part.h"
#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) {
  if (const auto content = gunzip(input)) demand(content->size() <= kLargestPart);
  demand(gunzip(gzip(input)) == input);
  (void)hash_from_hex(input);
}
