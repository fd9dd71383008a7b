// How many bytes does a reader fetch for each? The files as they are shipped, minified, with brotli at its best.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotli, sizes } from "../../scripts/bytes.mjs";

/** What each peer's documentation has a page load, in the smallest form that it ships. */
const PEERS = {
  "wikipedia-preview": ["wikipedia-preview/dist/wikipedia-preview.js", "wikipedia-preview/dist/wikipedia-preview.css"],
  "Tippy 6 with Popper": ["@popperjs/core/dist/umd/popper.min.js", "tippy.js/dist/tippy-bundle.umd.min.js"],
  "Floating UI": ["@floating-ui/core/dist/floating-ui.core.browser.min.mjs", "@floating-ui/dom/dist/floating-ui.dom.browser.min.mjs"],
  "mark.js": ["mark.js/dist/mark.es6.min.js"],
};

export async function run({ log }) {
  const [ours] = sizes("dist").slice(-1).map(([, , , bytes]) => bytes);
  const count = (file) => brotli(readFileSync(join("bench/node_modules", file))).length;
  const rivals = Object.entries(PEERS).map(([name, files]) => {
    const bytes = files.map(count).reduce((sum, size) => sum + size);
    return { name, median: bytes, ratio: { median: ours / bytes } };
  });
  log("bytes");
  return { rows: [{ what: "Bytes to fetch, brotli", unit: "bytes", ours: { median: ours }, rivals }] };
}
