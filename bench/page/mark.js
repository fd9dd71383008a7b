// How long from terms and text to marks? Ours and its rivals, each on the article as it was sent.

import init, { mount } from "/dist/widget.js";

const article = document.querySelector("article");
const NEVER = "h1, h2, h3, h4, h5, h6, a, button, code, pre, kbd, samp, script, style, textarea, select, [contenteditable]";
let html;
let deck;
let terms;
let cards;
let expected;
let runs = 0;
let wasm;

/** Reads the fixtures, once for all samples; so many terms of the deck are in the article. */
async function prepare(words, count, mentioned) {
  wasm ??= await init();
  expected = mentioned;
  html = await (await fetch(`/article/${words}-${count}`)).text();
  deck = await (await fetch(`/deck/${count}.json`)).json();
  terms = deck.cards.map(({ title }) => title);
  cards = new Map(deck.cards.map(({ id, title }) => [title, id]));
  document.addEventListener("context-cards:error", ({ detail }) => console.error(detail.message));
}

/** The strongest simple rival: one alternation, longest term first, whole words, first mention only. */
function regex(edge) {
  const [before, after] = edge;
  const escaped = [...terms].sort((a, b) => b.length - a.length).map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // The browser keeps compiled expressions: one that is new each time is compiled each time, as on a page's first use.
  escaped.push(`no such term ${(runs += 1)}`);
  const pattern = new RegExp(`${before}(?:${escaped.join("|")})${after}`, before === "\\b" ? "g" : "gu");
  const taken = new Set();
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(NEVER)) texts.push(walker.currentNode);
  for (const text of texts) {
    const found = [...text.data.matchAll(pattern)].filter(([term]) => !taken.has(term) && taken.add(term));
    // From the last, so that the places of the others stay.
    for (const { 0: term, index } of found.reverse()) {
      const mark = document.createElement("context-term");
      mark.setAttribute("card", cards.get(term));
      const middle = text.splitText(index);
      middle.splitText(term.length);
      middle.replaceWith(mark);
      mark.append(middle);
    }
  }
}

/** Each gives a function that takes its marks away, outside of the measured time. */
const CONTENDERS = {
  ours: async () => {
    const handle = mount(article, deck, {});
    await (handle.ready ?? 0);
    const read = handle.cards.length;
    if (read !== deck.cards.length) throw new Error(`only ${read} of ${deck.cards.length} cards were read`);
    return () => handle.free();
  },
  "regex, \\b": () => regex(["\\b", "\\b"]),
  "regex, Unicode words": () => regex(["(?<![\\p{L}\\p{N}_])", "(?![\\p{L}\\p{N}_])"]),
  "mark.js": () =>
    new Promise((done) => {
      new Mark(article).mark(terms, {
        accuracy: "exactly",
        separateWordSearch: false,
        caseSensitive: true,
        diacritics: false,
        element: "context-term",
        // `counter` says how often this term has been marked before: the first mention only.
        filter: (node, term, total, counter) => counter === 0,
        done: () => done(),
      });
    }),
};

const count = () => article.querySelectorAll("context-term").length;

/** Milliseconds of one whole run. Every contender must come to the same marks. */
async function sample(name) {
  article.innerHTML = html;
  // A task of its own: mark.js goes one call deeper for each term and needs all of the stack.
  await new Promise((done) => setTimeout(done));
  const start = performance.now();
  const free = await CONTENDERS[name]();
  const time = performance.now() - start;
  if (count() !== expected) throw new Error(`${count()} marks instead of ${expected}`);
  free?.();
  if (free && count()) throw new Error("marks were left behind");
  return time;
}

/** The two halves of ours: reading the deck and building the matcher (an empty article is mounted), then reading the article and
 * marking it (the article comes, and `refresh` is called). */
async function halves() {
  article.innerHTML = "<p></p>";
  const start = performance.now();
  const handle = mount(article, deck, {});
  await (handle.ready ?? 0);
  const read = performance.now() - start;
  article.innerHTML = html;
  const again = performance.now();
  await (handle.refresh() ?? 0);
  while (count() < expected) await new Promise(requestAnimationFrame);
  const scan = performance.now() - again;
  handle.free();
  return { read, scan };
}

/** Bytes of the WebAssembly's memory, which never shrinks. */
const memory = () => wasm.memory.buffer.byteLength;

window.bench = { prepare, sample, halves, memory };
