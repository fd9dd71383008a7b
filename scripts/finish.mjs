// What happens to a build before it is served: in a release everything is made small and also kept compressed, and what a
// reader's browser will fetch is printed. Run by Trunk after each build.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotli, gzip, table, WIDGET } from "./bytes.mjs";
import { shorten } from "./shorten.mjs";

const folder = process.env.TRUNK_STAGING_DIR ?? "dist";

if (process.env.TRUNK_PROFILE === "release") {
  const { transformSync } = await import("esbuild").catch(() => {
    throw new Error("esbuild is missing: run `make tools` once, or `npm ci && node node_modules/esbuild/install.js`");
  });
  for (const file of WIDGET.filter((name) => name.endsWith(".js"))) {
    const path = join(folder, file);
    writeFileSync(path, transformSync(readFileSync(path, "utf8"), { minify: true, format: "esm", target: "es2022" }).code);
  }
  const [glue, wasm] = ["widget.js", "widget_bg.wasm"].map((file) => join(folder, file));
  const [short, small] = shorten(readFileSync(glue, "utf8"), readFileSync(wasm));
  writeFileSync(glue, short);
  writeFileSync(wasm, small);
  // For servers that send files as they lie there.
  for (const file of readdirSync(folder, { recursive: true }).filter((name) => /\.(js|json|wasm)$/.test(name))) {
    const bytes = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.br`), brotli(bytes));
    writeFileSync(join(folder, `${file}.gz`), gzip(bytes));
  }
  console.log(table(folder));
}
