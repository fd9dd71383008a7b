// Loads the finder and the widget, each once for the whole page, and puts the article back where one crashes.

import { Fault, TIMEOUT, get, here, load } from "./fetch.js";

/** The finder and the widget, each loaded once for the whole page: a promise of its module. */
const programs = {};
/** How often each has crashed: a new one is another module. */
const crashes = { finder: 0, widget: 0 };
/** What runs on this page. */
export const pages = new Set();

/** The module of a program, started; a failure may be tried again by the next who asks. */
export const program = (name) => (programs[name] ??= loadProgram(name).catch((cause) => {
  delete programs[name];
  throw cause;
}));

async function loadProgram(name) {
  const file = here(`${name}.js${crashes[name] ? `?${crashes[name]}` : ""}`);
  const fail = (code, cause) => new Fault(code, `the ${name} could not be loaded`, cause);
  const late = new Promise((_, give) => setTimeout(give, TIMEOUT, fail("wasm-unreachable", "no answer")));
  const [loaded, wasm] = await Promise.race([Promise.all([load(file), get(here(`${name}_bg.wasm`), "wasm-unreachable")]), late]);
  try {
    // Under any other type, one with a charset too, it is not compiled while it comes, nor where a page's own `fetch` has wrapped it; the
    // bytes are the same.
    const compiled = WebAssembly.compileStreaming(wasm).catch((cause) => {
      if (cause instanceof TypeError) return wasm.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
      throw cause;
    });
    loaded.initSync({ module: await Promise.race([compiled, late]) });
  } catch (cause) {
    // What is not forbidden, and yet no WebAssembly, is some other file: a proxy's or a login page.
    const isBlocked = !window.WebAssembly || /CSP|unsafe-eval|Content.Security/i.test(cause);
    throw fail(isBlocked ? "wasm-blocked" : "wasm-unreachable", cause);
  }
  watchCrashes();
  return loaded;
}

let isWatching;
function watchCrashes() {
  if (isWatching) return;
  isWatching = true;
  const heed = (error) => {
    // Where a program is at work at this very moment, the error has stopped before it: a site's own listener threw while it
    // was told something, which is the site's affair.
    const name = Object.keys(crashes).find((name) => isIn(name, error?.stack) && !isIn(name, new Error().stack));
    if (name) crash(name, error);
  };
  addEventListener("error", ({ error }) => heed(error));
  addEventListener("unhandledrejection", ({ reason }) => heed(reason));
}

const isIn = (name, trace) => [".js", "_bg.wasm"].some((end) => trace?.includes(here(name + end)));

/** An exception went through a program's code: its memory is not to be trusted, and the article is put back from here. */
export async function crash(name, error) {
  const broken = programs[name];
  if (!broken) return;
  delete programs[name];
  crashes[name]++;
  const module = await broken;
  module.poison?.();
  const message = `the ${name} crashed: ${(error instanceof WebAssembly.RuntimeError && module.cause?.message) || error.message}`;
  for (const page of [...pages]) if (page[name]) page.end(name, new Fault("internal", message));
}
