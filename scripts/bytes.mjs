// How many bytes does a page fetch for the widget? The same count for every report.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What a page fetches, without the deck, until all terms are marked, and then for the first card; styles travel inside. */
export const MARKING = ["context-cards.js", "start.js", "finder.js", "finder_bg.wasm"];
export const SHOWING = ["widget.js", "widget_bg.wasm"];
/** What is fetched beside: with the first intent on a published page, for the keyboard, where mentions are painted, with a chart or a map,
 * with an error, with `keep` or `refresh`. */
export const BESIDE = ["baked.js", "opener.js", "highlight.js", "drawing.js", "warnings.js", "refresh.js"];

/** As a server sends it: brotli at its best, with the window that all browsers take. */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

export const gzip = (bytes) => gzipSync(bytes, { level: 9 });

/** Raw, gzip and brotli sizes of the files in a folder, with a line for each sum. */
export function sizes(folder) {
  const row = (file) => {
    const bytes = readFileSync(join(folder, file));
    return [file, bytes.length, gzip(bytes).length, brotli(bytes).length];
  };
  const sum = (name, rows) => [name, ...[1, 2, 3].map((at) => rows.reduce((sum, row) => sum + row[at], 0))];
  const [marking, showing] = [MARKING.map(row), SHOWING.map(row)];
  return [...marking, sum("until marked", marking), ...showing, sum("for a card", showing), ...BESIDE.map(row)];
}

/** The same for people. */
export function table(folder) {
  const line = (cells) => cells.map((cell, index) => (index ? String(cell).padStart(9) : cell.padEnd(18))).join("");
  return [["bytes", "raw", "gzip", "brotli"], ...sizes(folder)].map(line).join("\n");
}
