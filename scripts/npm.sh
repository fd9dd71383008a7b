#!/bin/bash
# Makes the npm module of npm/ in target/npm/: its files, and baking compiled to WebAssembly.
set -eu -o pipefail

# For speed, not for size: it is loaded once by a server.
cargo build --locked --release --target wasm32-unknown-unknown --features bake --bin bake --config 'profile.release.opt-level=3'
rm -rf target/npm
mkdir -p target/npm
cp npm/* LICENSE-* target/npm/
wasm-bindgen --target web --no-typescript --out-dir target/npm --out-name glue target/wasm32-unknown-unknown/release/bake.wasm
wasm-opt -O3 --enable-bulk-memory --enable-mutable-globals --enable-multivalue --enable-nontrapping-float-to-int --enable-reference-types \
  --enable-sign-ext target/npm/glue_bg.wasm -o target/npm/glue_bg.wasm
ls -l target/npm/glue_bg.wasm | awk '{ print "npm module: " $5 " bytes of WebAssembly" }'
