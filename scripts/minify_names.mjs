// Makes the WebAssembly smaller, and gives short names to what the glue and it take from each other. wasm-bindgen writes a name and a hash of sixteen
// digits for every function, in both files, and no compression gets rid of digits.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** As the data-wasm-opt-params of index.html enable them. */
const FEATURES = ["bulk-memory", "mutable-globals", "multivalue", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** What makes each program's WebAssembly smaller once its names are short. The finder's control flow is built anew, and optimized twice, the
 * second time for speed. More functions than by default become part of their callers: each is compiled when it is first called, and 96 of 146 are
 * left (measured: a tenth of the time to the first mark, for 400 bytes). The lowest 1,024 bytes are the far end of the stack, below which a
 * program fails anyway: no address is computed so low. The widget, which had that from Trunk already, would grow by it (180 bytes of brotli); its locals share places by an order that is searched for (measured: 165 bytes). */
const PASSES = {
  finder: ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "--always-inline-max-function-size=30", "--flexible-inline-max-function-size=60", "-O3"],
  widget: ["--coalesce-locals-learning"],
};

/** Rewrites the glue and the WebAssembly of a program. Throws where the glue does not name what the WebAssembly does. */
export function minifyNames(program, glue, wasm) {
  const enabled = FEATURES.map((name) => `--enable-${name}`);
  const options = ["--minify-imports-and-exports-and-modules", "--strip-debug", "--strip-producers", "--strip-target-features"];
  const printed = execFileSync("wasm-opt", [...options, ...enabled, wasm, "-o", wasm], { encoding: "utf8" });
  // Not in one: repeated passes would print the names again.
  execFileSync("wasm-opt", [...PASSES[program], ...enabled, wasm, "-o", wasm]);
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
