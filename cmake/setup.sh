# Sourced by ./run, ./test and what they call: puts what .toolchain/ holds first on PATH and gives `prepare` and `build`.
source "$(dirname "${BASH_SOURCE[0]}")/shell.sh"

export PATH=$toolchain/node/bin:$toolchain/bin:$PATH

# prepare [--browsers] [--fuzz]: installs everything that is missing; ends the script when that fails.
prepare() {
  step 'Debian packages' "$root/cmake/packages.sh" "$@" && step 'Node and npm packages' "$root/cmake/node.sh" &&
    step 'toolchain' "$root/cmake/toolchain.sh" || exit 1
}

# build_dist: everything that users get: the command, the engine, the pages.
build_dist() {
  step 'build native' "$root/cmake/build.sh" native && step 'build web' "$root/cmake/build.sh" web &&
    step 'build dist' node "$root/web/build.js"
}
