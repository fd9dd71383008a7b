// What happens to a build before it is served: in a release everything is made small, and what a reader's browser will
// fetch is printed. Run by Trunk after each build.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { shorten } from "./shorten.mjs";

const folder = process.env.TRUNK_STAGING_DIR ?? "dist";
const release = process.env.TRUNK_PROFILE === "release";
/** What a page fetches to show its first card, without the deck. */
const FILES = ["context-cards.js", "widget.js", "widget_bg.wasm"];

const sizes = (bytes) => [
  bytes.length,
  gzipSync(bytes, { level: 9 }).length,
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
];

if (release) {
  const { transformSync } = await import("esbuild").catch(() => {
    throw new Error("esbuild is missing: run `make tools` once, or `npm ci && node node_modules/esbuild/install.js`");
  });
  for (const file of FILES.filter((name) => name.endsWith(".js"))) {
    const path = join(folder, file);
    writeFileSync(path, transformSync(readFileSync(path, "utf8"), { minify: true, format: "esm", target: "es2022" }).code);
  }
  const [glue, wasm] = ["widget.js", "widget_bg.wasm"].map((file) => join(folder, file));
  const [short, small] = shorten(readFileSync(glue, "utf8"), readFileSync(wasm));
  writeFileSync(glue, short);
  writeFileSync(wasm, small);
  const rows = FILES.map((file) => [file, ...sizes(readFileSync(join(folder, file)))]);
  const total = rows.reduce((sum, row) => sum.map((value, index) => value + row[index + 1]), [0, 0, 0]);
  const line = (cells) => cells.map((cell, index) => (index ? String(cell).padStart(9) : cell.padEnd(18))).join("");
  console.log([["bytes", "raw", "gzip", "brotli"], ...rows, ["total", ...total]].map(line).join("\n"));
}
