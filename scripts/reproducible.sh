#!/usr/bin/env bash
# Is the release the same, byte by byte, wherever it is built? Builds this commit in two fresh clones at places of different length.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for place in "$work/one" "$work/another/and/deeper"; do
  git clone --quiet . "$place"
  make --quiet -C "$place" build
done
if diff -r "$work/one/dist" "$work/another/and/deeper/dist"; then
  echo "the release of $(git rev-parse --short HEAD) is the same from both"
else
  echo 'the release differs between two builds: see above' >&2
  exit 1
fi
