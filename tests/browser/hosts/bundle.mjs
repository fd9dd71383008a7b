// Builds the sites of hosts.rs into target/hosts/: for each framework a script that defines `site`, and the article as its server renders it.
//
// site.mount(root)    renders the article into an empty element
// site.hydrate(root)  takes over what the server has rendered; with attributes of <context-cards> as a second argument, the article
//                     brings that element once it is mounted
// site.set(stories)   renders other stories, at once
// site.leave()        takes the article away

import { build } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "svelte/compiler";

const [here, out] = [import.meta.dirname, join(import.meta.dirname, "../../../target/hosts")];
mkdirSync(out, { recursive: true });

/** Compiles components for a browser or a server. */
const svelte = (generate) => ({
  name: "svelte",
  setup: ({ onLoad }) => onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
    contents: compile(readFileSync(path, "utf8"), { filename: path, generate }).js.code,
  })),
});

const common = { bundle: true, minify: true, logLevel: "warning", define: {
  "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
} };
for (const site of ["react", "vue", "svelte"]) {
  const entry = (name) => [join(here, `${name}.js`)];
  await build({ ...common, entryPoints: entry(site), outfile: join(out, `${site}.js`), format: "iife", conditions: ["browser"], plugins: [svelte("client")] });
  const server = join(out, `${site}.server.cjs`);
  await build({ ...common, entryPoints: entry(`${site}.server`), outfile: server, format: "cjs", platform: "node", plugins: [svelte("server")] });
  const { default: { html } } = await import(pathToFileURL(server));
  writeFileSync(join(out, `${site}.html`), await html());
}
