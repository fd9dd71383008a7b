// Does the npm module bake as the command line does, whole and in a stream, and let an article go on as it came where it cannot?

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { Baker, unbake } from "../../target/npm/node.js";

const DECK = readFileSync(new URL("../articles/deck.json", import.meta.url));
const ARTICLE = "<!doctype html><html><head><title>A</title></head><body><article><p>They spoke of CECOT, 😀 and of a dam.</p></article></body></html>";
const articles = readdirSync(new URL("../articles/", import.meta.url)).filter((name) => name.endsWith(".html"));
const read = (name) => readFileSync(new URL(`../articles/${name}`, import.meta.url));

/** What comes out of a stream that is given these chunks, chunk by chunk. */
async function piped(stream, chunks) {
  const output = [];
  const source = new ReadableStream({ start: (controller) => (chunks.forEach((chunk) => controller.enqueue(chunk)), controller.close()) });
  for await (const bytes of source.pipeThrough(stream)) output.push(Buffer.from(bytes));
  return output;
}

const inPieces = (bytes, size) => Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

test("a text stays a text, bytes stay bytes", () => {
  const baker = new Baker(DECK);
  const html = baker.bake(ARTICLE);
  assert.match(html, /of <context-term card="cecot" auto><a href="#context-cecot">CECOT<\/a><\/context-term>, 😀/);
  assert.deepEqual(Buffer.from(baker.bake(Buffer.from(ARTICLE))).toString(), html);
  assert.equal(unbake(html), ARTICLE);
  assert.equal(baker.bake(html), html, "baking twice changes nothing");
});

test("a deck may be text, bytes or parsed, or several", () => {
  const parsed = JSON.parse(DECK);
  const html = new Baker(DECK).bake("<p>CECOT.</p>");
  for (const deck of [DECK.toString(), parsed, [parsed], [DECK, { ...parsed, cards: [] }]]) {
    const other = new Baker(deck).bake("<p>CECOT.</p>");
    assert.equal(unbake(other), "<p>CECOT.</p>");
    assert.match(other, /card="cecot"/);
    assert.equal(other.length, html.length);
  }
});

test("options choose what is marked, and one that is not understood is told", () => {
  const count = (options) => new Baker(DECK, options).bake("<p>CECOT</p><p class=x>CECOT</p>").match(/<context-term/g)?.length ?? 0;
  assert.equal(count({}), 1);
  assert.equal(count({ mark: "all" }), 2);
  assert.equal(count({ mark: "all", skip: ".x" }), 1);
  assert.match(new Baker(DECK, { embed: "/cards.js" }).bake("<p>CECOT</p>"), /src="\/cards\.js"/);
  assert.throws(() => new Baker(DECK, { embed: "javascript:alert(1)" }), /embed: "javascript:alert\(1\)" is not the address/);
  assert.throws(() => new Baker(DECK, { mark: "some" }), /first, section or all/);
  assert.throws(() => new Baker(DECK, { format: "pdf" }), /html, amp or rss/);
  assert.throws(() => new Baker(DECK, { for: "##" }), /for/);
  assert.throws(() => new Baker("{"), Error);
  assert.notEqual(new Baker(DECK).hash, new Baker(DECK, { mark: "all" }).hash);
});

for (const name of articles) {
  test(`${name} in a stream, however it is cut, is ${name} baked whole`, async () => {
    const baker = new Baker(DECK);
    const whole = Buffer.from(baker.bake(read(name)));
    assert.deepEqual(Buffer.from(unbake(whole)), read(name));
    for (const size of [1, 7, 64, 1 << 16]) {
      assert.equal(Buffer.concat(await piped(baker.stream(), inPieces(read(name), size))).toString(), whole.toString(), `in pieces of ${size}`);
    }
  });
}

test("what stands before the article goes on at once", async () => {
  // The encoding is known after 1,024 bytes.
  const page = ARTICLE.replace("<title>", `<meta name="description" content="${"x".repeat(1024)}"><title>`);
  const [head, body] = [page.slice(0, page.indexOf("<article>") + 9), page.slice(page.indexOf("<article>") + 9)];
  const stream = new Baker(DECK, { for: "article" }).stream();
  const [writer, reader] = [stream.writable.getWriter(), stream.readable.getReader()];
  writer.write(Buffer.from(head));
  const { value } = await reader.read();
  assert.ok(head.startsWith(Buffer.from(value)) && value.length > 20, "while the rest has not come");
  writer.write(Buffer.from(body));
  writer.close();
  await reader.read();
});

test("an article that cannot be baked goes on as it came, and it is said why", async () => {
  const deep = Buffer.from("<b>".repeat(200_000));
  const cases = [
    ["too long", Buffer.from(ARTICLE.repeat(20)), { limit: 500 }],
    ["too deep", deep, {}],
  ];
  assert.throws(() => new Baker(DECK).bake(deep), /never closed/);
  for (const [what, bytes, options] of cases) {
    const errors = [];
    const stream = new Baker(DECK).stream({ ...options, onError: (error) => errors.push(error.message) });
    assert.deepEqual(Buffer.concat(await piped(stream, inPieces(bytes, 100))), bytes, what);
    assert.equal(errors.length, 1, what);
  }
});

test("a baker may be let go of while its stream runs", async () => {
  const stream = new Baker(DECK).stream();
  globalThis.gc?.();
  assert.match(Buffer.concat(await piped(stream, [Buffer.from(ARTICLE)])).toString(), /card="cecot"/);
});
