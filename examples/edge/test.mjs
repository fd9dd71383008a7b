// Does the worker bake what the origin sends, and send on untouched whatever it cannot bake? On workerd, with an origin on 127.0.0.1.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { unbake } from "../../target/npm/node.js";
import { origin, worker } from "./server.mjs";

const DECK = readFileSync(new URL("../../tests/articles/deck.json", import.meta.url), "utf8");
const PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>A</title></head><body><article><p>They spoke of CECOT.</p></article></body></html>';
/** Its encoding is known after 1,024 bytes. */
const SLOW = PAGE.replace("<title>", `<meta name="description" content="${"x".repeat(1024)}"><title>`);
const LONG = `<!doctype html><article><p>CECOT.</p>${"<p>Sand.</p>".repeat(500_000)}</article>`;

/** What the site answers to each path: its headers, and its body, or what writes it. */
const ANSWERS = {
  "/page": [{ "Content-Type": "text/html; charset=utf-8", ETag: '"one"', "Last-Modified": "Tue, 24 Nov 2026 10:00:00 GMT", "Accept-Ranges": "bytes" }, PAGE],
  "/brotli": [{ "Content-Type": "text/html", "Content-Encoding": "br" }, brotliCompressSync(PAGE)],
  "/latin": [{ "Content-Type": "text/html; charset=windows-1252" }, Buffer.from("<article><p>\u00d1u\u00f1oa is no dam.</p></article>", "latin1")],
  "/data": [{ "Content-Type": "application/json" }, '{"text": "CECOT"}'],
  "/untouchable": [{ "Content-Type": "text/html", "Cache-Control": "no-transform" }, PAGE],
  "/long": [{ "Content-Type": "text/html" }, LONG],
  "/picture": [{ "Content-Type": "text/html" }, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 4])],
  "/slow": [{ "Content-Type": "text/html" }, async (response) => {
    response.write(SLOW.slice(0, SLOW.indexOf("<p>")));
    await once(response.req.socket, "go");
    response.end(SLOW.slice(SLOW.indexOf("<p>")));
  }],
};

let site;
/** What the deck's address answers. */
let deck = (response) => response.end(DECK);

before(async () => {
  site = await origin((request, response) => {
    const path = new URL(request.url, "http://site").pathname;
    if (path === "/deck.json") return deck(response);
    const [headers, body] = ANSWERS[path] ?? [];
    if (!headers) return response.writeHead(404, { "Content-Type": "text/html" }).end(PAGE);
    response.writeHead(200, headers);
    if (typeof body === "function") body(response);
    else response.end(request.method === "HEAD" ? undefined : body);
  });
});
after(() => site.close());

/** Does something with a worker of its own, which nothing was asked of yet. */
async function withWorker(env, act) {
  const edge = await worker({ ORIGIN: site.url, DECK: `${site.url}/deck.json`, LOADER: "/context-cards.js", ...env });
  try {
    await act((path, options) => fetch(edge.url + path, options));
  } finally {
    await edge.close();
  }
}

test("an article is baked, its headers say so, and what was asked of it before is not", () =>
  withWorker({}, async (ask) => {
    const response = await ask("/page", { headers: { Range: "bytes=0-5" } });
    const html = await response.text();
    assert.match(html, /of <context-term card="cecot" auto><a href="#context-cecot">CECOT<\/a>/);
    assert.match(html, /src="\/context-cards\.js"/);
    assert.equal(unbake(html), PAGE);
    assert.equal(response.status, 200);
    for (const name of ["Content-Length", "Accept-Ranges", "Last-Modified"]) assert.equal(response.headers.get(name), null, name);
    const tag = response.headers.get("ETag");
    assert.match(tag, /^W\/"one-[0-9a-f]+"$/);
    const again = await ask("/page", { headers: { "If-None-Match": tag } });
    assert.equal(again.status, 304, "nothing new");
    const stale = await ask("/page", { headers: { "If-None-Match": '"one"' } });
    assert.equal(stale.status, 200, "the page without the deck is another one");
    await stale.text();
    assert.ok(site.seen.every(({ headers }) => !headers.range && !headers["if-none-match"]));
  }));

test("encodings of both kinds are kept", () =>
  withWorker({}, async (ask) => {
    const brotli = await ask("/brotli", { headers: { "Accept-Encoding": "br" } });
    assert.match(await brotli.text(), /card="cecot"/);
    const latin = Buffer.from(await (await ask("/latin")).arrayBuffer());
    assert.ok(latin.includes(Buffer.from('card="nunoa"')) && latin.includes(Buffer.from("\u00d1u\u00f1oa", "latin1")));
    assert.equal(brotliDecompressSync(ANSWERS["/brotli"][1]).toString(), PAGE);
  }));

test("what is no article goes on untouched", () =>
  withWorker({}, async (ask) => {
    for (const path of ["/data", "/untouchable", "/long", "/picture"]) {
      const body = Buffer.from(await (await ask(path)).arrayBuffer());
      assert.ok(body.equals(Buffer.from(ANSWERS[path][1])), path);
    }
    const missing = await ask("/missing");
    assert.deepEqual([missing.status, await missing.text()], [404, PAGE]);
    assert.equal((await ask("/page", { method: "HEAD" })).headers.get("ETag"), '"one"');
  }));

test("paths that are no articles are not looked into", () =>
  withWorker({ PATHS: "^/news/" }, async (ask) => assert.equal(await (await ask("/page")).text(), PAGE)));

test("the head goes on while the article is still coming", { timeout: 20_000 }, () =>
  withWorker({ FOR: "article" }, async (ask) => {
    await (await ask("/page")).text();
    const response = await ask("/slow", { headers: { "Accept-Encoding": "identity" } });
    const reader = response.body.getReader();
    const { value } = await reader.read();
    assert.ok(SLOW.startsWith(Buffer.from(value).toString()));
    site.seen.at(-1).socket.emit("go");
    let rest = Buffer.from(value).toString();
    for (let part; !(part = await reader.read()).done; ) rest += Buffer.from(part.value).toString();
    assert.match(rest, /card="cecot"/);
  }));

for (const [what, answer] of Object.entries({
  "is not there": (response) => response.writeHead(404).end(),
  "is no JSON": (response) => response.end("<!doctype html>"),
  "is none": (response) => response.end("{}"),
  "never comes": () => {},
})) {
  test(`pages go on untouched where the deck ${what}`, async () => {
    deck = answer;
    await withWorker({}, async (ask) => assert.equal(await (await ask("/page")).text(), PAGE));
    deck = (response) => response.end(DECK);
  });
}

test("a deck is kept, renewed when it is old, and an old one is better than none", async () => {
  let served = 0;
  deck = (response) => (served++, response.end(DECK));
  await withWorker({ DECK_SECONDS: "3600" }, async (ask) => {
    for (let times = 0; times < 3; times++) assert.match(await (await ask("/page")).text(), /card="cecot"/);
    assert.equal(served, 1);
  });
  await withWorker({ DECK_SECONDS: "0" }, async (ask) => {
    assert.match(await (await ask("/page")).text(), /card="cecot"/);
    deck = (response) => response.end(DECK.replace('"title": "CECOT"', '"title": "The prison"'));
    for (let html = ""; !html.includes("The prison"); html = await (await ask("/page")).text());
    deck = (response) => response.writeHead(500).end();
    assert.match(await (await ask("/page")).text(), /The prison/);
  });
  deck = (response) => response.end(DECK);
});
