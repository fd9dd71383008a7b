// Makes the WebAssembly smaller, and gives short names to what the glue and it take from each other. wasm-bindgen writes a name and a hash of sixteen
// digits for every function, in both files, and no compression gets rid of digits.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** As the data-wasm-opt-params of index.html enable them. */
const FEATURES = ["bulk-memory", "mutable-globals", "multivalue", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** What makes the finder's WebAssembly smaller once more: its control flow is built anew, and optimized twice. The lowest 1,024 bytes are the far end of the stack, below which a program fails anyway: no address is computed so low. */
const PASSES = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge"];

/** Rewrites both files; `again`: with the passes once more. Throws where the glue does not name what the WebAssembly does. */
export function minifyNames(glue, wasm, again) {
  const enabled = FEATURES.map((name) => `--enable-${name}`);
  const options = ["--minify-imports-and-exports-and-modules", "--strip-debug", "--strip-producers", "--strip-target-features"];
  const printed = execFileSync("wasm-opt", [...options, ...enabled, wasm, "-o", wasm], { encoding: "utf8" });
  // Not in one: repeated passes would print the names again.
  if (again) execFileSync("wasm-opt", [...PASSES, ...enabled, wasm, "-o", wasm]);
  const { imports, exports } = JSON.parse(printed);
  let text = readFileSync(glue, "utf8");
  const replace = (from, to) => {
    const replaced = text.replace(from, to);
    if (replaced === text) throw new Error(`${glue} does not name ${from}`);
    text = replaced;
  };
  const [[module]] = imports;
  // The minifier calls every module of imports `a`.
  replace(`"${module}":`, "a:");
  for (const [, long, short] of imports) replace(new RegExp(`\\b${long}:`), `${short}:`);
  // Not every export is the glue's business: `main` is started by the WebAssembly itself.
  for (const [long, short] of exports) text = text.replace(new RegExp(`\\bwasm\\.${long}\\b`, "g"), `wasm.${short}`);
  writeFileSync(glue, text);
}
