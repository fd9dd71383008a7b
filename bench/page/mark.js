// How long from terms and text to marks? Ours and its rivals, each on the article as it was sent.

import { Finder, initSync } from "/dist/finder.js";

const article = document.querySelector("article");
const NEVER = "h1, h2, h3, h4, h5, h6, a, button, code, pre, kbd, samp, script, style, textarea, select, [contenteditable]";
let html;
let deck;
let terms;
let cards;
let expected;
let runs = 0;
let wasm;

/** Loads the finder and reads the fixtures, once for all samples; so many terms of the deck are in the article. */
async function prepare(words, count, mentioned) {
  wasm ??= initSync({ module: await WebAssembly.compileStreaming(fetch("/dist/finder_bg.wasm")) });
  expected = mentioned;
  html = await (await fetch(`/article/${words}-${count}`)).text();
  deck = await (await fetch(`/deck/${count}.json`)).json();
  terms = deck.cards.map(({ title }) => title);
  cards = new Map(deck.cards.map(({ id, title }) => [title, id]));
}

/** The strongest simple rival: one alternation, longest term first, whole words, first mention only. */
function regex(edge) {
  const [before, after] = edge;
  const escaped = [...terms].sort((a, b) => b.length - a.length).map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // The browser keeps compiled expressions: one that is new each time is compiled each time, as on a page's first use.
  escaped.push(`no such term ${performance.timeOrigin} ${(runs += 1)}`);
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

/** Our finder on the article as it stands, once its first scan is over. `scanned` resolves after its next one. */
async function find() {
  let finder;
  let tell;
  const scanned = () => new Promise((done, fail) => (tell = { done, fail }));
  const first = scanned();
  const onFaults = ([fault]) => fault && tell.fail(new Error(`${fault.path} ${fault.message}`));
  const onCrash = (error) => tell.fail(error);
  finder = new Finder({ roots: [article], decks: [deck], mark: "first", skip: "", isOff: false, onScanned: () => tell.done(), onFaults, onCrash });
  finder.scan();
  await first;
  return { finder, scanned };
}

/** Each gives a function that takes its marks away, outside of the measured time. */
const CONTENDERS = {
  ours: async () => {
    const { finder } = await find();
    return () => {
      const read = finder.cards.length;
      finder.release();
      if (read !== deck.cards.length) throw new Error(`only ${read} of ${deck.cards.length} cards were read`);
    };
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

/** The two halves of ours: learning the deck's terms (the article is empty), then reading the article and marking it (the article
 * comes, and is scanned at once). */
async function halves() {
  article.innerHTML = "<p></p>";
  const start = performance.now();
  const { finder, scanned } = await find();
  const read = performance.now() - start;
  article.innerHTML = html;
  const again = performance.now();
  const second = scanned();
  finder.scan();
  await second;
  const scan = performance.now() - again;
  if (count() !== expected) throw new Error(`${count()} marks instead of ${expected}`);
  finder.release();
  return { read, scan };
}

/** Bytes of the finder's memory, which never shrinks. */
const memory = () => Object.values(wasm).find((value) => value instanceof WebAssembly.Memory).buffer.byteLength;

window.bench = { prepare, sample, halves, memory };
