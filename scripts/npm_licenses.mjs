// May these npm packages be used? Fails where a lock file names a licence that is not on the list, or a package without a checksum.
// `node scripts/npm_licenses.mjs LOCK…`

import { readFileSync } from "node:fs";

/** Licences that ask for no more than to be named; MPL (axe) and OFL (a font) are for what only tests use, unchanged. */
const ALLOWED = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MPL-2.0", "(MPL-2.0 OR Apache-2.0)", "OFL-1.1",
  "0BSD", "BlueOak-1.0.0", "CC0-1.0"];
/** Packages of any licence: an image library that the simulator of workers brings, and that nothing here calls or ships. */
const UNUSED = /node_modules\/@img\/sharp-/;

const faults = [];
let count = 0;
for (const lock of process.argv.slice(2)) {
  for (const [path, { license, integrity }] of Object.entries(JSON.parse(readFileSync(lock, "utf8")).packages)) {
    // The project itself.
    if (!path) continue;
    count += 1;
    if (!ALLOWED.includes(license) && !UNUSED.test(path)) faults.push(`${lock}: ${path}: the licence ${license ?? "(none)"} is not on the list of scripts/npm_licenses.mjs`);
    if (!integrity) faults.push(`${lock}: ${path}: no checksum; write the lock file anew with npm`);
  }
}
for (const fault of faults) console.error(fault);
if (!faults.length) console.log(`${count} npm packages: licences ok, checksums ok`);
process.exit(faults.length ? 1 : 0);
