// The entry for Node, Deno and Bun: reads the WebAssembly from the file beside it.

import { readFileSync } from "node:fs";
import { initSync } from "./glue.js";

initSync({ module: readFileSync(new URL("glue_bg.wasm", import.meta.url)) });

export { Baker, unbake } from "./bake.js";
