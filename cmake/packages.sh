#!/usr/bin/env bash
# Installs the Debian packages that are missing, in one apt-get call; nothing is asked of the network when none is.
#   usage: cmake/packages.sh [--browsers] [--fuzz]      (what only the browser tests, only the fuzzers need, too)
source "$(dirname "$0")/shell.sh"

packages=(
  ca-certificates python3 patchelf xz-utils brotli
  g++ cmake ninja-build pkgconf
  libutf8proc-dev libcli11-dev libgumbo-dev libpugixml-dev libsodium-dev libdeflate-dev libgd-dev glslang-tools
)
fuzz_packages=(clang libclang-rt-dev)
# xdotool: real keys for a browser's own find bar. poppler-utils: the text of printed pages.
# fonts-dejavu-core: without recommended packages a browser would have no font with Vietnamese letters.
browser_packages=(chromium firefox-esr webkit2gtk-driver xvfb xauth xdotool poppler-utils libgl1-mesa-dri fonts-dejavu-core)

# A line "PACKAGE VERSION" for each of them that is installed.
installed() {
  dpkg-query -W -f '${db:Status-Status} ${Package} ${Version}\n' "${packages[@]}" 2>/dev/null | sed -n 's/^installed //p' || true
}

version_of() { dpkg-query -W -f '${Version}' "$1" | sed 's/^[0-9]*://'; }

check_versions() {
  require g++ 12 "$(g++ -dumpfullversion)"
  require cmake 3.25 "$(first_version "$(cmake --version)")"
  require ninja 1.10 "$(ninja --version)"
  require python3 3.10 "$(first_version "$(python3 --version)")"
  require utf8proc 2.7 "$(version_of libutf8proc-dev)"
  require gumbo 0.10 "$(version_of libgumbo-dev)"
  require CLI11 2.1 "$(version_of libcli11-dev)"
  require pugixml 1.13 "$(version_of libpugixml-dev)"
  require libsodium 1.0.18 "$(version_of libsodium-dev)"
  require libdeflate 1.14 "$(version_of libdeflate-dev)"
  require libgd 2.3 "$(version_of libgd-dev)"
  require glslang 11 "$(version_of glslang-tools)"
}

command -v dpkg-query >/dev/null || die "this is no Debian: activate an emsdk and use the CMake presets instead"
[[ " $* " == *' --browsers '* ]] && packages+=("${browser_packages[@]}")
[[ " $* " == *' --fuzz '* ]] && packages+=("${fuzz_packages[@]}")
mapfile -t missing < <(printf '%s\n' "${packages[@]}" | grep -vxFf <(installed | cut -d' ' -f1))
if ((${#missing[@]})); then
  say "  installs ${missing[*]}"
  apt_install "${missing[@]}"
fi
unless_done "$root/build/packages.stamp" "$(installed)" check_versions
