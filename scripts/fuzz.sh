#!/usr/bin/env bash
# Searches for inputs that break a property, so many seconds for each target of fuzz/, and notes in target/reliability/ how many were tried.
# What is found stands in fuzz/artifacts/, and fails the command: add it to the table in tests/properties/main.rs.
set -euo pipefail
[ $# = 1 ] || { echo "usage: $0 SECONDS" >&2; exit 2; }
cd "$(dirname "$0")/.."
mkdir -p target/reliability target/fuzz
failed=0

for file in fuzz/fuzz_targets/*.rs; do
  target=$(basename "$file" .rs)
  said=target/fuzz/$target.log
  failures=0
  # Coverage needs a flag that stable Rust has only on request. No sanitizer: there is no unsafe code to watch.
  RUSTC_BOOTSTRAP=1 cargo fuzz run --sanitizer none "$target" -- "-max_total_time=$1" -timeout=20 -print_final_stats=1 2>&1 |
    tee "$said" | grep --line-buffered -E '^(error|thread|Test unit|stat::number_of_executed|SUMMARY)|panicked' || true
  grep -q '^Done [0-9]' "$said" || failures=1 failed=1
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$said")
  echo "$target: ${runs:-0} inputs, $failures failures"
  printf '{"what":"inputs of `make fuzz` for the property of tests/properties/%s.rs","cases":%s,"failures":%s,"engines":[]}\n' \
    "$target" "${runs:-0}" "$failures" > "target/reliability/fuzz-search-$target.json"
done
exit $failed
