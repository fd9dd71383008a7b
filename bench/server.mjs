// What can the measured pages fetch? The release in dist/, the peers as they are installed, and what the generator makes; all
// from this machine and all to be kept, so that no network is measured.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { deck, generated } from "./fixtures.mjs";
import { PAGES } from "./pages.mjs";

const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".cjs": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".html": "text/html" };
const FOLDERS = { dist: "dist", peers: "bench/node_modules", bench: "bench/page" };
/** A file is fetched once and then stands in the browser's cache; a page is asked for each time. */
const KEPT = "public, max-age=31536000, immutable";

/** The same answer twice is made once: 100,000 cards take a while. */
const made = new Map();
function once(name, make) {
  if (!made.has(name)) made.set(name, make());
  return made.get(name);
}

function answer(url) {
  const [, folder, ...rest] = normalize(url.pathname).split("/");
  const name = rest.join("/");
  if (folder === "deck") return [".json", once(url.pathname, () => JSON.stringify(deck(...name.match(/\d+/g).map(Number))))];
  if (folder === "article") {
    const [words, cards] = name.split("-").map((text) => parseInt(text, 10));
    return [".html", once(url.pathname, () => generated(words, cards))];
  }
  if (folder === "page") return [".html", once(url.href, () => PAGES[name](url.searchParams))];
  if (FOLDERS[folder]) return [extname(name), readFileSync(join(FOLDERS[folder], name))];
  throw new Error("there is nothing of this name");
}

/** Starts to serve; gives the origin, and how to stop. */
export async function serve() {
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://127.0.0.1");
    // Isolated from other origins, a page is given a clock of 5 microseconds instead of 100.
    const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
    try {
      const [type, body] = answer(url);
      const cache = url.pathname.startsWith("/page/") ? "no-store" : KEPT;
      // WebAssembly is compiled while it comes only under its bare type.
      const mediaType = type === ".wasm" ? TYPES[type] : `${TYPES[type]}; charset=utf-8`;
      response.writeHead(200, { ...headers, "Content-Type": mediaType, "Cache-Control": cache }).end(body);
    } catch (fault) {
      response.writeHead(404, headers).end(String(fault));
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const stop = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}
