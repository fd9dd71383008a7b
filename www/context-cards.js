// The loader: defines <context-cards> and fetches the rest when the page has time for it, or when a reader wants a card.

import css from "./baked/baked.css";
import { INTENTS, record } from "./loader/record.js";

const ATTRIBUTES = "deck for mark skip theme lang published open-delay close-delay load list print mode keep refresh".split(" ");
/** Milliseconds for a deck to come, as for every file (www/start/fetch.js). */
const TIMEOUT = 20000;

/** Whether start.js is there: decks that are wanted until then are fetched beside it. */
let isStarted;

/** Where an address leads that opens a card, and the links of marks that were written when the page was published. */
const CARD = "#context=";
const BAKED = "context-term:not([aria-hidden])>a[href^='#context-']";

const once = (target, type, options) => new Promise((done) => target.addEventListener(type, done, { once: true, ...options }));

/** Resolves when the page has nothing better to do. (A timer takes the object for no delay.) */
const idle = () => new Promise((done) => (window.requestIdleCallback ?? setTimeout)(done, { timeout: 2000 }));

/** Whether the reader has turned context off on this device. */
const isOff = () => {
  try {
    return localStorage["context-cards:off"] != null;
  } catch {}
};

/** What to do where even what says what to do cannot be fetched. */
const warn = ({ message }) => console.warn(`context-cards: ${message}. Put all files beside context-cards.js.`);

/** Gives a document or shadow tree a style sheet, until the signal aborts. */
function paint(css, tree, signal) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  tree.adoptedStyleSheets.push(sheet);
  signal?.addEventListener("abort", () => (tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet)));
}

class ContextCards extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  #run;
  #settle;
  /** What runs this element, once start.js is there. */
  #page;
  /** What a script asked for before that. */
  #wish;
  #wake;
  #values = {};

  constructor() {
    super();
    this.#renew();
    // Set before the element was defined.
    for (const name of ["decks", "roots"]) {
      const value = this[name];
      if (delete this[name] && value) this[name] = value;
    }
  }

  /** A new promise for a new run; who waits for the old one waits on. */
  #renew() {
    const settle = this.#settle;
    this.ready = new Promise((done) => (this.#settle = done));
    settle?.(this.ready);
  }

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    this.#stop();
    this.#settle({ cards: 0, terms: 0 });
    this.#renew();
  }

  attributeChangedCallback() {
    if (this.#run) this.#again();
  }

  /** Several changes in a row are one. */
  #again() {
    this.#stop();
    this.#renew();
    queueMicrotask(() => this.isConnected && !this.#run && this.#start());
  }

  #stop() {
    this.#run?.abort();
    this.#run = this.#page = this.#wish = null;
  }

  async #start() {
    const { signal } = (this.#run = new AbortController());
    const run = { signal };
    let missing = "";
    try {
      if (!this.shadowRoot) {
        paint(":host{position:fixed!important;display:block!important;width:0!important;height:0!important}", this.attachShadow({ mode: "open" }));
      }
      const asked = new Promise((done) => (this.#wake = done));
      if (document.readyState === "loading") await once(document, "DOMContentLoaded");
      if (signal.aborted) return;
      const want = () => (this.#wake(), !isOff());
      Object.assign(run, {
        record,
        isOff,
        warn,
        paint: (css) => paint(css, document, signal),
        attributes: ATTRIBUTES,
        settle: this.#settle,
        again: () => signal.aborted || this.#again(),
      });
      const baked = document.querySelectorAll(BAKED);
      const load = this.getAttribute("load");
      const isLinked = () => location.hash.startsWith(CARD);
      if (baked[0]) {
        run.baked = baked;
        run.recorded = record((term) => term.querySelector("a[href^='#context-']") && want(), signal);
        run.paint(css);
        const detail = { cards: new Set([...baked].map((link) => link.parentNode.getAttribute("card"))).size, terms: baked.length };
        this.#tell("ready", detail);
        this.#settle(detail);
      }
      const isWanted = isLinked() || load === "eager";
      if (baked[0] && !isWanted && !this.getAttribute("list")) {
        addEventListener("hashchange", () => isLinked() && want(), { signal });
        await asked;
      } else if (!baked[0] && load === "intent" && !isWanted) {
        const near = ({ target }) => {
          try {
            if (target.closest(this.getAttribute("for") || "article,main,body")) want();
          } catch {
            want(); // What is wrong with "for" is told by start.js.
          }
        };
        for (const type of INTENTS) document.addEventListener(type, near, { signal });
        addEventListener("keydown", want, { signal });
        await asked;
      } else if (load !== "eager") {
        if (document.readyState !== "complete") await once(window, "load");
        // Files may come beside it; and at once where the browser cannot tell.
        run.idle = idle().catch(() => {});
      }
      if (signal.aborted) return;
      missing = "start.js: ";
      const starting = import(new URL("start.js", import.meta.url));
      run.fetching = {};
      for (const deck of isStarted ? [] : (this.getAttribute("deck") ?? "").split(/\s+/)) {
        if (!/^[^#]/.test(deck)) continue;
        // What it fails with is told when it is read.
        (run.fetching[deck] = new Promise((done) => done(fetch(deck, { signal: AbortSignal.timeout(TIMEOUT) })))).catch(() => {});
      }
      const { start } = await starting;
      missing = "";
      isStarted = true;
      if (signal.aborted) return;
      this.#page = start(this, run);
      this.#wish?.(this.#page);
    } catch ({ message }) {
      const detail = { code: missing ? "wasm-unreachable" : "internal", message: missing + message };
      warn(detail);
      run.recorded?.abandon();
      this.#settle({ cards: 0, terms: 0 });
      this.#tell("error", detail);
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`context-cards:${name}`, { bubbles: true, composed: true, detail }));
  }

  #ask(wish) {
    if (this.#page) return wish(this.#page);
    this.#wish = wish;
    this.#wake?.();
  }

  get decks() {
    return this.#values.decks;
  }

  set decks(decks) {
    this.#values.decks = decks;
    this.attributeChangedCallback();
  }

  get roots() {
    return this.#values.roots;
  }

  set roots(roots) {
    this.#values.roots = roots;
    this.attributeChangedCallback();
  }

  get cards() {
    return this.#page?.cards ?? [];
  }

  /** Whether the card is known; one that is asked for before any is known opens once it is. */
  open(card) {
    this.#ask((page) => page.open(card));
    return this.cards.some(({ id }) => id === card);
  }

  close() {
    this.#wish = null;
    this.#page?.close();
  }

  refresh() {
    this.#page?.refresh();
  }

  openPanel() {
    this.#ask((page) => page.openPanel());
  }
}

// Two loaders on one page (two embeds, two versions) are one.
try {
  if (!customElements.get("context-cards")) customElements.define("context-cards", ContextCards);
} catch (cause) {
  warn(cause);
}
