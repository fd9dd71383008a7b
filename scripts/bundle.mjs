// Bundles the JavaScript of the page, a file of dist/ for each folder of www/ that has any (that of www/loader/ is in context-cards.js); finder.js and
// widget.js have the glue of their WebAssembly in them.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Has Chromium compile all functions of a file at once. One that is compiled when it is first called has been scanned before, and is parsed again
 * (measured: 5 of 27 ms of the main thread before a reader's first intent, and 12 ms of the first card on a four times slower processor). To other
 * browsers it is a comment.
 * https://v8.dev/blog/explicit-compile-hints */
const COMPILE_HINT = "//# allFunctionsCalledOnLoad";

/** Bundles into `folder`, where Trunk has put the glue; `minify` in a release. */
export async function bundle(folder, minify) {
  const missing = (name) => () => {
    throw new Error(`${name} is missing: run \`make tools\` once, or \`npm ci && node node_modules/esbuild/install.js\``);
  };
  const { build, transform } = await import("esbuild").catch(missing("esbuild"));
  // What esbuild has bundled gets smaller once more (measured: 450 bytes of brotli until marks stand). `unsafe_arrows` makes arrows of
  // functions without `this`: none here is called with `new`;
  // `pure_getters` holds as no property is read for what that does.
  const { minify: shrink } = await import("terser").catch(missing("terser"));
  const sheets = {
    name: "style sheets as text",
    setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify });
      return { contents: code.trim(), loader: "text" };
    }),
  };
  const common = { plugins: [sheets], bundle: true, minify, format: "esm", target: "es2022", allowOverwrite: true, logLevel: "warning" };
  const glueOf = (program) => ({ glue: join(process.cwd(), relativeTo(folder, `${program}.js`)) });
  const change = (file, by) => writeFileSync(join(folder, file), by(readFileSync(join(folder, file), "utf8")));
  change("widget.js", (glue) => withoutFinalization(withoutMarkup(keepCause(withoutLoading(withoutPolyfill(glue))))));
  change("finder.js", (glue) => withoutFinalization(withoutPolyfill(glue)));
  const entries = {
    "context-cards.js": "www/context-cards.js",
    "start.js": "www/start/start.js",
    "finder.js": "www/finder/finder.js",
    "widget.js": "www/widget/widget.js",
    "baked.js": "www/baked/baked.js",
    "opener.js": "www/opener/opener.js",
    "highlight.js": "www/highlight/highlight.js",
    "drawing.js": "www/drawing/drawing.js",
    "warnings.js": "www/warnings/warnings.js",
    "refresh.js": "www/refresh/refresh.js",
  };
  for (const [file, entry] of Object.entries(entries)) {
    const outfile = join(folder, file);
    await build({ ...common, entryPoints: [entry], alias: glueOf(file.slice(0, -3)), outfile });
    if (!minify) continue;
    const { code } = await shrink(readFileSync(outfile, "utf8"), { module: true, ecma: 2020, compress: { passes: 3, hoist_vars: true, unsafe_arrows: true, pure_getters: true }, format: { preamble: COMPILE_HINT } });
    writeFileSync(outfile, code);
  }
}

const relativeTo = (folder, file) => (folder.startsWith("/") ? join(folder, file).slice(process.cwd().length + 1) : join(folder, file));

/** The glue can load its WebAssembly by itself; here www/start/programs.js does, and `initSync` is all it takes. */
function withoutLoading(glue) {
  const kept = glue.replace("export { initSync, __wbg_init as default };", "export { initSync };");
  if (kept === glue) throw new Error("the glue of the widget ends in another way than scripts/bundle.mjs knows");
  return kept;
}

/** `TextEncoder.encodeInto` is older than style sheets that are constructed, without which nothing here works. */
function withoutPolyfill(glue) {
  const kept = glue.replace(/^if \(!\('encodeInto' in .*?^\}\n/ms, "");
  if (kept === glue) throw new Error("the glue no longer has the polyfill that scripts/bundle.mjs takes out");
  return kept;
}

/** The glue would have the garbage collector free what it made; here its owner does, in both programs. A registry of what is to be finalized
 * runs in a page that the reader has left, and for that a browser no longer keeps it. */
function withoutFinalization(glue) {
  const registry = "(?:TermsFinalization|CLOSURE_DTORS)";
  const kept = glue.replace(RegExp(`^ *${registry}\\..*\n`, "gm"), "").replace(RegExp(`^const ${registry} = [^;]*;\n`, "m"), "");
  if (/Finalization|CLOSURE_DTORS/.test(kept)) throw new Error("the glue frees in another way than scripts/bundle.mjs knows");
  return kept;
}

/** The glue keeps what the browser last threw at the program: a panic that follows says no more than "unreachable". */
function keepCause(glue) {
  const kept = glue.replace(/(function handleError\(.*?catch \((\w+)\) \{)/s, "$1\n        cause = $2;");
  if (kept === glue) throw new Error("the glue of the widget handles errors in another way than scripts/bundle.mjs knows");
  return `${kept}\nexport let cause;\n`;
}

/** Yew can set markup (`VNode::from_html_unchecked`), which no file of ours asks for: the glue no longer can. */
function withoutMarkup(glue) {
  const kept = glue.replace(/\S+\.innerHTML = [^;]+;/g, 'throw new Error("markup is never set");');
  if (kept === glue || /\.innerHTML\b/.test(kept)) throw new Error("the glue of the widget sets markup in another way than scripts/bundle.mjs knows");
  return kept;
}
