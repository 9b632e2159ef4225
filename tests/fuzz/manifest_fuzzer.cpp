// A bundle's manifest: one that is taken is written and read as the same.
// Seeds: build/fuzz/seeds/manifest/*
#include "bundle/manifest.h"

#include "fuzz.h"

void bantin::fuzz::read(std::string_view input) {
  const ManifestResult first = read_manifest(input);
  demand(first.manifest.has_value() == first.wrong.empty());
  if (!first.manifest) return;
  const ManifestResult second = read_manifest(write_manifest(*first.manifest));
  demand(second.manifest == first.manifest);
}
