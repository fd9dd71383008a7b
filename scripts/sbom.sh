#!/usr/bin/env bash
# Writes dist/sbom.json: the crates of the two programs, with versions, licences and checksums (CycloneDX). What comes from npm makes the
# release and is no part of it.
set -euo pipefail
cd "$(dirname "$0")/.."

# The same commit gives the same file: its own time, and no place on this machine.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) cargo cyclonedx --quiet --format json --target wasm32-unknown-unknown \
  --features finder,widget --override-filename sbom
mkdir -p dist
sed "s|file://$PWD|file:///context-cards|g" sbom.json > dist/sbom.json
rm sbom.json
echo "dist/sbom.json: $(grep -c '"purl"' dist/sbom.json) components"
