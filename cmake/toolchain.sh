#!/usr/bin/env bash
# Unpacks into .toolchain/ what the system lacks, without touching the system and without root:
#   bin/emcc em++ …             Emscripten (unless emcc 5 or newer is on PATH)
#   bin/clang-format clang-tidy of one fixed version, so that every machine formats and checks alike
#   include/                    nlohmann/json and doctest, headers only
#   imgui/                      Dear ImGui's sources
# The machine's own Debian archive is asked for a newer suite; apt checks its signatures. About a minute and 600 MB.
source "$(dirname "$0")/shell.sh"

suite=forky
llvm_major=21
unpacked=$toolchain/root
apt_dir=$toolchain/apt

has_emcc() {
  local emcc
  emcc=$(command -v emcc) && [[ $emcc != "$toolchain"/* ]] && at_least 5 "$(first_version "$(emcc --version)")"
}

# The archive that this machine gets its own packages from.
archive_address() {
  local codename
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  apt-get indextargets --format '$(REPO_URI)' "Codename: $codename" | sort -u | head -1
}

# apt with lists, cache and package state of its own. The empty state makes it fetch every dependency, the C library included:
# the unpacked tools run on their own libraries.
private_apt() {
  apt-get -q -oDir::Etc::sourcelist="$apt_dir/sources.list" -oDir::Etc::sourceparts=/dev/null -oDir::State="$apt_dir/state" \
    -oDir::State::status="$apt_dir/status" -oDir::Cache="$apt_dir/cache" -oAPT::Install-Recommends=0 -oAPT::Sandbox::User=root "$@"
}

prepare_apt() {
  local archive keys=/usr/share/keyrings/debian-archive-keyring.gpg
  archive=$(archive_address)
  [[ -n $archive ]] || die "no Debian archive among this machine's apt sources: run apt-get update, or use an emsdk (README.md)"
  mkdir -p "$apt_dir"/{state/lists/partial,cache/archives/partial}
  : >"$apt_dir/status"
  printf '%s [signed-by=%s] %s %s main\n' deb $keys "$archive" $suite deb-src $keys "$archive" $suite >"$apt_dir/sources.list"
  private_apt update
}

fetch() {
  local wanted=(nlohmann-json3-dev doctest-dev "clang-format-$llvm_major" "clang-tidy-$llvm_major")
  has_emcc || wanted+=(emscripten)
  private_apt -y --download-only install "${wanted[@]}"
  (cd "$apt_dir" && private_apt source --download-only imgui)
}

unpack() {
  mkdir -p "$unpacked" "$toolchain"/{imgui,include,bin}
  tar xf "$apt_dir"/imgui_*.orig.tar.* -C "$toolchain/imgui" --strip-components=1
  local deb
  for deb in "$apt_dir"/cache/archives/*.deb; do dpkg-deb -x "$deb" "$unpacked"; done
  cp -r "$unpacked"/usr/include/{nlohmann,doctest} "$toolchain/include/"
  # The newer C and C++ library headers must never be found by a native compiler, so they do not stay.
  rm -rf "$unpacked"/usr/{include,lib/gcc,share/{doc,man,info,locale}} "$unpacked"/{etc,var} "$apt_dir"
}

# Points programs at the unpacked C library, and LLVM's libraries, which carry a run path of their own, at their neighbours.
relocate() {
  local libraries loader file
  libraries=$unpacked/usr/lib/$(multiarch)
  loader=$unpacked/usr$(patchelf --print-interpreter "$(readlink -f "$unpacked"/usr/lib/llvm-*/bin/clang-tidy)")
  for file in "$unpacked"/usr/lib/llvm-*/bin/{clang,clang-format,clang-tidy,clang-scan-deps,lld,llvm-{ar,nm,objcopy,strip,dwarfdump}} \
    "$unpacked"/usr/bin/wasm-*; do
    file=$(readlink -f "$file") && [[ -f $file ]] || continue
    patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$file"
  done
  for file in "$libraries"/lib{LLVM,clang-cpp}.so.*; do
    patchelf --force-rpath --set-rpath "$libraries" "$(readlink -f "$file")"
  done
}

multiarch() {
  case $(dpkg --print-architecture) in
    amd64) echo x86_64-linux-gnu ;;
    arm64) echo aarch64-linux-gnu ;;
    *) die "the unpacked toolchain knows amd64 and arm64 only: use an emsdk (README.md)" ;;
  esac
}

# Emscripten looks for its configuration, and Node for the parser that Emscripten imports, beside Emscripten itself.
configure_emscripten() {
  local emscripten=$unpacked/usr/share/emscripten tool
  cat >"$emscripten/.emscripten" <<CONFIG
import os
LLVM_ROOT = '$unpacked/usr/lib/llvm-$llvm_major/bin'
BINARYEN_ROOT = '$unpacked/usr'
NODE_JS = '$toolchain/node/bin/node'
if not os.path.exists(NODE_JS):
    NODE_JS = 'node'
CACHE = '$toolchain/cache'
CONFIG
  ln -s ../nodejs "$emscripten/node_modules"
  # Its .js files are no ES modules, whatever the project's own package.json says.
  echo '{ "type": "commonjs" }' >"$emscripten/package.json"
  for tool in emcc em++ em-config; do
    printf '#!/bin/sh\nexec "%s" "$@"\n' "$emscripten/$tool" >"$toolchain/bin/$tool"
    chmod +x "$toolchain/bin/$tool"
  done
}

check_versions() {
  local imgui=$toolchain/imgui/imgui.h json=$toolchain/include/nlohmann/detail/abi_macros.hpp doctest=$toolchain/include/doctest/doctest.h
  local emcc=emcc
  [[ -x $toolchain/bin/emcc ]] && emcc=$toolchain/bin/emcc
  require Emscripten 5 "$(first_version "$($emcc --version)")"
  require 'Dear ImGui' 1.92 "$(first_version "$(grep -m1 'define IMGUI_VERSION ' "$imgui")")"
  require nlohmann/json 3.11 "$(sed -nE 's/#define NLOHMANN_JSON_VERSION_(MAJOR|MINOR|PATCH) +([0-9]+).*/\2/p' "$json" | paste -sd.)"
  require doctest 2.4.9 "$(sed -nE 's/#define DOCTEST_VERSION_(MAJOR|MINOR|PATCH) +([0-9]+).*/\2/p' "$doctest" | paste -sd.)"
  require clang-format $llvm_major "$(first_version "$("$toolchain/bin/clang-format" --version)")"
}

install_toolchain() {
  # What an older toolchain built may not fit the new one.
  rm -rf "$unpacked" "$apt_dir" "$toolchain"/{bin,imgui,include,cache} "$root"/build/web*
  prepare_apt
  fetch
  unpack
  relocate
  ln -s "$unpacked/usr/lib/llvm-$llvm_major"/bin/clang-{format,tidy} "$toolchain/bin/"
  has_emcc || configure_emscripten
  check_versions
}

mkdir -p "$toolchain"
exec 9>"$toolchain/lock"
flock 9
# The place is part of the key: the unpacked programs hold absolute paths, so a moved clone unpacks again.
unless_done "$toolchain/stamp" "$(hash_of cmake/toolchain.sh) $root $(has_emcc && echo system || echo unpacked)" install_toolchain
