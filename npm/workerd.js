// The entry for workers at the edge, whose bundler hands the WebAssembly over compiled.

import { initSync } from "./glue.js";
import module from "./glue_bg.wasm";

initSync({ module });

export { Baker, unbake } from "./bake.js";
