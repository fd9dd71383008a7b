// Loads the finder and the widget, each once for the whole page, and puts the article back where one crashes.

import { Fault, TIMEOUT, get, here, load } from "./fetch.js";

/** The finder and the widget, each loaded once for the whole page: a promise of its module. */
const programs = {};
/** A question mark for each time it has crashed, at the end of its address: a new one is another module. */
const crashes = { finder: "", widget: "" };
/** What runs on this page. */
export const pages = new Set();

/** The module of a program, started; a failure may be tried again by the next who asks. */
export const program = (name) => (programs[name] ??= loadProgram(name).catch((cause) => {
  delete programs[name];
  // What a module has thrown while it was loaded, it throws for ever.
  crashes[name] += "?";
  throw cause;
}));

async function loadProgram(name) {
  const fail = (code, cause) => new Fault(code, `the ${name} could not be loaded`, cause);
  const late = new Promise((_, give) => setTimeout(give, TIMEOUT, fail("wasm-unreachable", "no answer")));
  const [loaded, wasm] = await Promise.race([Promise.all([load(`${name}.js${crashes[name]}`), get(here(`${name}_bg.wasm`), "wasm-unreachable")]), late]);
  try {
    loaded.initSync({ module: await Promise.race([compile(wasm), late]) });
  } catch (cause) {
    // What is not forbidden, and yet no WebAssembly, is some other file: a proxy's or a login page.
    const isBlocked = !window.WebAssembly || /CSP|unsafe-eval|Content.Security/i.test(cause);
    throw fail(isBlocked ? "wasm-blocked" : "wasm-unreachable", cause);
  }
  watchCrashes();
  return loaded;
}

async function compile(wasm) {
  try {
    return await WebAssembly.compileStreaming(wasm);
  } catch (cause) {
    // It is not compiled while it comes under any other type than its own, one with a charset too, nor where the page's own `fetch`
    // answers with what only looks like an answer; the bytes are the same.
    if (wasm.bodyUsed) throw cause;
  }
  return WebAssembly.compile(await wasm.arrayBuffer());
}

let isWatching;
function watchCrashes() {
  if (isWatching) return;
  isWatching = true;
  const heed = (event) => {
    const error = event.error ?? event.reason;
    // Where a program is at work at this very moment, the error has stopped before it: a site's own listener threw while it
    // was told something, which is the site's affair.
    const name = Object.keys(crashes).find((name) => isIn(name, error?.stack) && !isIn(name, new Error().stack));
    if (!name) return;
    // It is told as an event, and with one warning.
    event.preventDefault();
    crash(name, error);
  };
  for (const type of ["error", "unhandledrejection"]) addEventListener(type, heed);
}

const isIn = (name, trace) => [".js", "_bg.wasm"].some((end) => trace?.includes(here(name + end)));

/** An exception went through a program's code: its memory is not to be trusted, and the article is put back from here. */
export async function crash(name, error) {
  const broken = programs[name];
  if (!broken) return;
  delete programs[name];
  crashes[name] += "?";
  const module = await broken;
  module.poison?.();
  const message = `the ${name} crashed: ${(error instanceof WebAssembly.RuntimeError && module.cause?.message) || error.message}`;
  for (const page of [...pages]) if (page[name]) page.end(name, new Fault("internal", message));
}
