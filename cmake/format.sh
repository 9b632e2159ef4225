#!/usr/bin/env bash
# Formats all C++ (.clang-format) and JavaScript (prettier in package.json) in place, or only checks with --check.
source "$(dirname "$0")/setup.sh"
cd "$root"

mapfile -t sources < <(find src tests -name '*.h' -o -name '*.cpp')
mapfile -t scripts < <(find web tests -name '*.js' -o -name '*.mjs' -o -name '*.d.ts')

if [[ ${1:-} != --check ]]; then
  clang-format -i "${sources[@]}"
  ((${#scripts[@]} == 0)) || node_modules/.bin/prettier --log-level warn --write "${scripts[@]}"
  exit
fi

code=0
# One line a file: the places do not matter, cmake/format.sh mends them all.
unformatted=$(clang-format --dry-run "${sources[@]}" 2>&1 | sed -nE 's/^([^ :]+):[0-9]+:.*clang-format-violations.*/\1/p' | sort -u)
[[ -z $unformatted ]] || { printf 'to be formatted by cmake/format.sh: %s\n' $unformatted && code=1; }
((${#scripts[@]} == 0)) || node_modules/.bin/prettier --check "${scripts[@]}" || code=1
exit $code
