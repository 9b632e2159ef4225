#!/usr/bin/env bash
# Configures a preset where needed and builds it.
#   usage: cmake/build.sh PRESET [TARGET…]
source "$(dirname "$0")/setup.sh"

preset=$1
shift
cd "$root"
# CMake notices changes of its own files, but not those of the presets.
unless_done "build/$preset/presets.stamp" "$(hash_of CMakePresets.json)" cmake --preset "$preset"
cmake --build "build/$preset" --parallel "$(nproc)" ${1:+--target "$@"}
