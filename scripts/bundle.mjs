// Bundles the JavaScript of the page: start.js and drawing.js of their files, and finder.js of the glue of its WebAssembly and the files that walk and
// mark the page.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Bundles into `folder`, where Trunk has put the glue; `minify` in a release. */
export async function bundle(folder, minify) {
  const { build, transform } = await import("esbuild").catch(() => {
    throw new Error("esbuild is missing: run `make tools` once, or `npm ci && node node_modules/esbuild/install.js`");
  });
  const sheets = {
    name: "style sheets as text",
    setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify });
      return { contents: code, loader: "text" };
    }),
  };
  const common = { plugins: [sheets], bundle: true, minify, format: "esm", target: "es2022", allowOverwrite: true, logLevel: "warning" };
  await build({ ...common, entryPoints: ["www/context-cards.js"], outfile: join(folder, "context-cards.js") });
  await build({ ...common, entryPoints: ["www/start/start.js"], outfile: join(folder, "start.js") });
  await build({
    ...common,
    entryPoints: ["www/finder/finder.js"],
    alias: { glue: join(process.cwd(), relativeTo(folder, "finder.js")) },
    outfile: join(folder, "finder.js"),
  });
  await build({ ...common, entryPoints: ["www/warnings/warnings.js"], outfile: join(folder, "warnings.js") });
  await build({ ...common, entryPoints: ["www/drawing/drawing.js"], outfile: join(folder, "drawing.js") });
  const widget = join(folder, "widget.js");
  writeFileSync(widget, keepCause(withoutLoading(readFileSync(widget, "utf8"))));
  await build({ ...common, entryPoints: [widget], outfile: widget });
}

const relativeTo = (folder, file) => (folder.startsWith("/") ? join(folder, file).slice(process.cwd().length + 1) : join(folder, file));

/** The glue can load its WebAssembly by itself; here www/start/programs.js does, and `initSync` is all it takes. */
function withoutLoading(glue) {
  const kept = glue.replace("export { initSync, __wbg_init as default };", "export { initSync };");
  if (kept === glue) throw new Error("the glue of the widget ends in another way than scripts/bundle.mjs knows");
  return kept;
}

/** The glue keeps what the browser last threw at the program: a panic that follows says no more than "unreachable". */
function keepCause(glue) {
  const kept = glue.replace(/(function handleError\(.*?catch \((\w+)\) \{)/s, "$1\n        cause = $2;");
  if (kept === glue) throw new Error("the glue of the widget handles errors in another way than scripts/bundle.mjs knows");
  return `${kept}\nexport let cause;\n`;
}
