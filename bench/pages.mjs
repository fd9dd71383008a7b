// What stands in each measured page? The same article and look for every contender; each finds its terms, or has them marked by
// hand, as its own documentation says.

import { readFileSync } from "node:fs";
import { article, generated, terms, MENTIONED } from "./fixtures.mjs";

const LOOK = `body { max-width: 42rem; margin: 2rem auto; font: 1.1rem/1.6 serif; color: #222; background: #fff; }
  .term { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-decoration: underline dotted; }`;
const OPEN = { words: 5000 };
const LONG = { words: 20_000 };

const page = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bench</title>
<link rel="icon" href="data:,"><style>${LOOK}</style>${head}</head><body>${body}</body></html>`;
const module = (name) => `<script type="module" src="/bench/${name}"></script>`;

/** The demo's own article, as its page has it. */
const demo = () => /<article[^]*<\/article>/.exec(readFileSync("dist/index.html", "utf8"))[0];
/** A term of each card of the demo's deck that is marked wherever it stands. */
const demoTerms = () =>
  JSON.parse(readFileSync("dist/decks/el-salvador.json", "utf8")).cards.flatMap((card) => card.terms.find((term) => typeof term === "string") ?? []);
/** The demo's article with its terms marked by hand, for a widget that does not find them; told once ours has found them. */
export const byHand = { html: "" };

const embedding = '<context-cards deck="/dist/decks/el-salvador.json" for="article"></context-cards>';
/** The same with the marks that `bake` writes, in which the words are links. */
const baked = () =>
  byHand.html.replace(/<span data-wikipedia-preview data-card="([^"]*)">([^]*?)<\/span>/g, (_, id, words) => `<context-term card="${id}" auto><a href="#context-${id}">${words}</a></context-term>`);

/** The summary that every card of the openings shows. */
const summary = (text) => `${text} has been in the news since the spring, when <em>two reports</em> named it for the first time.`;
const card = (text) => `<strong>${text}</strong><p>${summary(text)}</p>`;

/** The article with its first mentions wrapped on the server: for contenders who find nothing themselves. */
function wrapped(wrap) {
  let html = generated(OPEN.words);
  for (const [at, { text }] of terms(MENTIONED).entries()) html = html.replace(text, () => wrap(text, at));
  return html;
}
const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const span = (text, at) => `<span class="term" tabindex="0" data-card="${at}" data-content="${attribute(card(text))}">${text}</span>`;

/** Each contender of the openings: what its head loads, and its article. */
const OPENERS = {
  ours: () => [
    '<script type="module" src="/dist/context-cards.js"></script>',
    `<article>${generated(OPEN.words)}</article>
     <context-cards deck="/deck/${MENTIONED}.json" for="article" open-delay="0" close-delay="0" load="eager"></context-cards>`,
  ],
  // https://atomiks.github.io/tippyjs/v6/getting-started/, delay and duration as in "All Props".
  "Tippy 6": () => [
    '<script src="/peers/@popperjs/core/dist/umd/popper.min.js"></script><script src="/peers/tippy.js/dist/tippy-bundle.umd.min.js"></script>',
    `<article>${wrapped(span)}</article>`,
  ],
  // https://floating-ui.com/docs/tutorial: one floating element, placed by computePosition when it is shown.
  "Floating UI": () => [
    `<script type="importmap">{"imports": {"@floating-ui/core": "/peers/@floating-ui/core/dist/floating-ui.core.browser.min.mjs"}}</script>
     <style>#tooltip { display: none; width: max-content; max-width: 20rem; position: absolute; top: 0; left: 0; background: #fff; border: 1px solid #ccc; }</style>`,
    `<article>${wrapped(span)}</article><div id="tooltip" role="tooltip"></div>`,
  ],
  // The browser's own: an interest invoker and a hint for each term, placed by an implicit anchor.
  "native interestfor": () => [
    `<style>[interestfor] { interest-delay: 0s; } [popover] { position-area: bottom span-right; position-try: flip-block; margin: 0; max-width: 20rem; border: 1px solid #ccc; }</style>`,
    `<article>${wrapped((text, at) => `<button class="term" interestfor="card-${at}">${text}</button>`)}</article>
     ${terms(MENTIONED).map(({ text }, at) => `<div id="card-${at}" popover="hint">${card(text)}</div>`).join("\n")}`,
  ],
};
export const OPENER_NAMES = Object.keys(OPENERS);

/** The pages by name; each is given the query of its address. */
export const PAGES = {
  /** An empty article that scripts fill. */
  mark: () => page(`<script src="/peers/mark.js/dist/mark.es6.min.js"></script>${module("mark.js")}`, "<article></article>"),
  open: (query) => {
    const [head, body] = OPENERS[query.get("who")]();
    return page(`${head}${module("open.js")}`, body);
  },
  /** The demo's article and its cards, loaded as the demo loads them: the widget comes with the reader's first intent. */
  first: () => page(`<script type="module" src="/dist/context-cards.js"></script>${module("open.js")}`, demo() + embedding),
  /** The demo's article before anything of ours, or of a rival's, has run. */
  start: (query) => page(module("start.js"), query.get("who") === "wikipedia-preview" ? byHand.html : demo()),
  /** The demo's article as it is when its marks were made before it was sent. */
  baked: () => page('<script type="module" src="/dist/context-cards.js"></script>', baked() + embedding),
  /** A long article, before anything of ours is on the page. */
  long: (query) => {
    const html = query.get("deck") === "demo" ? article(LONG.words, demoTerms()) : generated(LONG.words);
    return page(module("long.js"), `<article>${html}</article>`);
  },
};
