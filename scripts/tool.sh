#!/usr/bin/env bash
# Installs a command line tool from crates.io in this very version, unless it is there: ready made where cargo-binstall is at hand
# and finds it, else compiled here.
set -euo pipefail
[ $# = 3 ] || { echo "usage: $0 PROGRAM CRATE VERSION" >&2; exit 2; }
program=$1 tool=$2@$3

# Some of cargo's own commands know their version only when cargo calls them.
said=$("$program" --version 2>/dev/null || cargo "${program#cargo-}" --version 2>/dev/null || true)
# The first line is a name and a version, and for some what they were built from.
case " ${said%%$'\n'*} " in *" $3 "*) exit ;; esac

# By force: cargo's list of what it has installed may name a program that is no longer there.
if command -v cargo-binstall >/dev/null && cargo binstall --no-confirm --force --disable-strategies compile "$tool"; then
  exit
fi
# Compiled to be there soon rather than to run fast: in half the time, and a build waits for the compiler anyway.
export CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
# The versions that a tool's makers locked are the ones they tested, but a registry that lags behind may lack one of them.
cargo install --force --locked "$tool" || cargo install --force "$tool"
