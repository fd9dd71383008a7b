// Runs the worker on workerd, as it runs at the edge, before an origin of this machine: for its story and its measurement.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const MODULE = here("../../target/npm/");

/** An origin on a free port: `answer(request, response)` serves it, `seen` are the requests. */
export async function origin(answer) {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { seen, url: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))) };
}

/** The worker's one file, as a bundler for the edge makes it: the WebAssembly stays beside it. */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [here("worker.js")],
    alias: { "@context-cards/bake": `${MODULE}workerd.js` },
    plugins: [{ name: "wasm", setup: ({ onResolve }) => onResolve({ filter: /\.wasm$/ }, () => ({ path: "./glue_bg.wasm", external: true })) }],
    bundle: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0].text;
}

/** The worker with these settings, on a free port. */
export async function worker(env) {
  const miniflare = new Miniflare({
    host: "127.0.0.1",
    port: 0,
    modules: [
      { type: "ESModule", path: "worker.js", contents: await bundle() },
      { type: "CompiledWasm", path: "glue_bg.wasm", contents: readFileSync(`${MODULE}glue_bg.wasm`) },
    ],
    compatibilityDate: "2025-09-01",
    bindings: env,
    // What it says of pages that went on as they came is asserted by what came.
    handleRuntimeStdio: (stdout, stderr) => (stdout.resume(), stderr.resume()),
  });
  const url = (await miniflare.ready).origin;
  return { url, close: () => miniflare.dispose() };
}
