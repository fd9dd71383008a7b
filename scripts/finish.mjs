// What happens to a build before it is served: its JavaScript is bundled; in a release everything is made small and also kept
// compressed, and what a reader's browser will fetch is printed. Run by Trunk after each build.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { brotli, gzip, table } from "./bytes.mjs";
import { minifyNames } from "./minify_names.mjs";

const folder = process.env.TRUNK_STAGING_DIR ?? "dist";
const isRelease = process.env.TRUNK_PROFILE === "release";

if (isRelease) for (const name of ["finder", "widget"]) minifyNames(name, join(folder, `${name}.js`), join(folder, `${name}_bg.wasm`));
await bundle(folder, isRelease);
if (isRelease) {
  // For servers that send files as they lie there.
  for (const file of readdirSync(folder, { recursive: true }).filter((name) => /\.(js|json|wasm)$/.test(name))) {
    const bytes = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.br`), brotli(bytes));
    writeFileSync(join(folder, `${file}.gz`), gzip(bytes));
  }
  console.log(table(folder));
}
