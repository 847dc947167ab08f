#!/usr/bin/env bash
# Builds the npm package `cubaru` into bindings/js/pkg and tests it in TypeScript, Node and Chromium.
#
#   scripts/js.sh          install what is needed, build, test
#   scripts/js.sh build    install what is needed, build
#
# CUBARU_WASM=debian builds with Debian's compiler even where rustup has the WebAssembly target.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
target=wasm32-unknown-unknown
profile=release-wasm
module=""

stage() { # stage NAME COMMAND…: runs it and says how long it took
  local name=$1 start=$SECONDS
  shift
  echo "== $name"
  "$@"
  echo "== $name: $((SECONDS - start)) s"
}

name=js.sh
. scripts/common.sh

has_target() {
  [ "${CUBARU_WASM:-}" != debian ] || return 1
  [ ! -d "$(rustc --print sysroot)/lib/rustlib/$target" ] || return 0
  command -v rustup >/dev/null && retry rustup target add "$target"
}

build_module() {
  # No path of the machine that built it belongs into what is shipped.
  local flags="--remap-path-prefix=$root=cubaru --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
  local cargo=(cargo build --quiet -p cubaru-js --profile "$profile" --target "$target")
  if has_target; then
    folder=target/wasm
    RUSTFLAGS=$flags "${cargo[@]}" --target-dir "$folder"
  else
    echo "no $target by rustup: Debian's compiler, and the standard library from its sources"
    apt_install rustc-web rust-web-src lld-19
    folder=target/wasm-debian
    RUSTFLAGS=$flags RUSTC=$(dpkg -L rustc-web | grep 'bin/rustc$') RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19 \
      "${cargo[@]}" -Zbuild-std=std,panic_abort --target-dir "$folder"
  fi
  module=$folder/$target/$profile/cubaru_js.wasm
}

build_tools() { cargo build --quiet -p xtask-bindgen --profile tool; }

assemble() {
  local pkg=bindings/js/pkg
  rm -rf "$pkg"
  target/tool/xtask-bindgen "$module" "$pkg" cubaru
  # The npm one: Debian's wasm-opt 108 breaks the module and says nothing.
  bindings/js/node_modules/.bin/wasm-opt -Os "$pkg/cubaru_bg.wasm" -o "$pkg/optimised.wasm"
  mv "$pkg/optimised.wasm" "$pkg/cubaru_bg.wasm"
  cp bindings/js/package/* LICENSE-* NOTICE "$pkg"
  node -e '
    const { readFileSync } = require("node:fs"), zlib = require("node:zlib");
    const module = readFileSync(process.argv[1]);
    console.log(`the module: ${module.length} bytes, ${zlib.brotliCompressSync(module).length} with brotli`);
  ' "$pkg/cubaru_bg.wasm"
}

node_packages() { (cd bindings/js && retry npm ci --no-fund --no-audit); }
rust_side() { cargo build --quiet -p cubaru-cli; }
node_tests() { node --test bindings/js/tests/*.test.mjs; }
browser_tests() { node --test bindings/js/tests/browser/*.test.mjs; }
chromium() { [ -x "${CUBARU_CHROMIUM:-/usr/bin/chromium}" ] || apt_install chromium; }

stage "npm packages" node_packages
# The glue writer and the module share no artefact: they build side by side.
build_tools &
tools=$!
stage "WebAssembly module" build_module
stage "glue writer" wait "$tools"
stage "package" assemble
[ "${1:-}" != build ] || exit 0
stage "the command line, to compare with" rust_side
stage "tests in Node" node_tests
stage "Chromium" chromium
stage "tests in Chromium" browser_tests
