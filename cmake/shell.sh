# Shared shell helpers, sourced by ./run, ./test and the scripts in this folder. Sets `root` (the clone's absolute path) and `toolchain`.
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
toolchain=$root/.toolchain
logs=$root/build/logs

say() { printf '%s\n' "$*" >&2; }

die() {
  say "error: $*"
  exit 1
}

# at_least WANTED FOUND: true when version FOUND is WANTED or newer.
at_least() { [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -1) == "$1" ]]; }

# require NAME WANTED FOUND: ends the script when FOUND is older, else says what is used.
require() {
  at_least "$2" "${3:-0}" || die "$1 $2 or newer is needed, found ${3:-none}"
  say "  uses $1 $3"
}

# first_version TEXT: the first thing in TEXT that looks like a version.
first_version() { grep -oE '[0-9]+(\.[0-9]+)+' <<<"$1" | head -1; }

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "this needs root: run it as root, install sudo, or have an administrator run: $*"
  fi
}

# apt_install PACKAGE…: one quiet call, without questions and without recommended packages.
apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends "$@"
}

# unless_done STAMP KEY COMMAND…: runs COMMAND unless STAMP already holds KEY. The stamp goes away first and comes back last,
# so that an interrupted attempt never looks done. The command runs in a shell of its own: bash drops `set -e` inside conditions.
unless_done() {
  local stamp=$1 key=$2
  shift 2
  [[ -f $stamp && $(<"$stamp") == "$key" ]] && return
  rm -f "$stamp"
  "$@"
  mkdir -p "$(dirname "$stamp")"
  printf '%s' "$key" >"$stamp"
}

# hash_of FILE…: one hash for names and contents.
hash_of() { (cd "$root" && sha256sum "$@" | sha256sum | cut -c1-32); }

# log_of TITLE: where step keeps the output.
log_of() { echo "$logs/$(tr -cs 'a-zA-Z0-9\n' '-' <<<"$1").log"; }

# step TITLE COMMAND…: runs the command with its output in build/logs/, prints one line with the seconds it took,
# and the output as well when it fails. Gives the command's exit code. The command is a program, not a function: inside one
# bash would drop `set -e`.
step() {
  local title=$1 code=0 start=$SECONDS log
  log=$(log_of "$title")
  shift
  mkdir -p "$logs"
  "$@" </dev/null >"$log" 2>&1 || code=$?
  printf '%-44s %4d s  %s\n' "$title" $((SECONDS - start)) "$( ((code)) && echo FAILED || echo ok)"
  ((code == 0)) || { tail -n 80 "$log" && say "(all of it: ${log#"$root"/})"; }
  return $code
}
