// How many bytes does a page fetch for the widget? The same count for every report.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What a page fetches to show its first card, without the deck; the styles travel in the WebAssembly. */
export const WIDGET = ["context-cards.js", "start.js", "widget.js", "widget_bg.wasm"];

/** As a server sends it: brotli at its best, with the window that all browsers take. */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

export const gzip = (bytes) => gzipSync(bytes, { level: 9 });

/** Raw, gzip and brotli sizes of the widget's files in a folder, and of all together. */
export function sizes(folder) {
  const rows = WIDGET.map((file) => {
    const bytes = readFileSync(join(folder, file));
    return [file, bytes.length, gzip(bytes).length, brotli(bytes).length];
  });
  return [...rows, rows.reduce(([name, ...sum], [, ...row]) => [name, ...sum.map((value, at) => value + row[at])], ["total", 0, 0, 0])];
}

/** The same for people. */
export function table(folder) {
  const line = (cells) => cells.map((cell, index) => (index ? String(cell).padStart(9) : cell.padEnd(18))).join("");
  return [["bytes", "raw", "gzip", "brotli"], ...sizes(folder)].map(line).join("\n");
}
