// The loader: defines <context-cards>, fetches the deck when the page has time for it, and the widget where a term of the deck may
// stand in the article; every failure becomes one `context-cards:error`, with the article as it was.

const OPTIONS = ["mark", "skip", "theme", "lang", "published", "open-delay", "close-delay", "load", "list", "print"];
const here = (file) => new URL(file, import.meta.url);

/** A failure with the code the site is told. */
class Fault extends Error {
  constructor(code, message, cause) {
    super(cause ? `${message}: ${cause.message ?? cause}` : message);
    this.code = code;
  }
}

/** Fetches a file, as text where that is asked for; anything but a good answer is a fault of that code. */
async function get(url, code, asText) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw `the answer was ${response.status}`;
    return asText ? await response.text() : response;
  } catch (cause) {
    throw new Fault(code, `${url} could not be fetched`, cause);
  }
}

async function readDeck(name) {
  const inline = name[0] === "#";
  const text = inline ? document.getElementById(name.slice(1))?.textContent : await get(name, "deck-unreachable", true);
  if (text === undefined) throw new Fault("deck-unreachable", `no element has the id of the deck ${name}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault("deck-unreadable", `${name} is not JSON`, cause);
  }
}

/** One widget for the whole page, however many elements; a failure may be tried again by the next. */
let loading;
const load = (lang) =>
  (loading ??= Promise.all([import(here("start.js")), import(here("widget.js")), get(here("widget_bg.wasm"), "wasm-unreachable")])
    .then(([{ load }, widget, wasm]) => load(widget, wasm, lang))
    .catch((cause) => {
      loading = null;
      throw cause instanceof Fault ? cause : new Fault(cause.blocked ? "wasm-blocked" : "wasm-unreachable", "the widget failed", cause);
    }));

/** What is left of words whose every spelling is equal to the widget: their letters and digits, without case and accents. */
const fold = (words) => `${words}`.normalize("NFD").toLowerCase().replace(/ς/g, "σ").replace(/[^\p{L}\p{N}]|\p{Lm}/gu, "");

/** Whether the page's address names a card. */
const isLinked = () => location.hash.startsWith("#context=");

/** Whether the widget has anything to do on this page. Never says no where it has; a deck it cannot read is its to refuse. Most
 * terms are dismissed by three letters in a row that are nowhere in the article. */
function isWanted(roots, decks) {
  const article = roots.map((root) => root.textContent).join();
  // A long article mentions something, and a large deck is mentioned: to look through them first is no saving.
  if (article[4e4] || isLinked()) return true;
  if (roots.some((root) => root.querySelector("context-term"))) return true;
  const text = fold(article);
  const threes = new Set();
  for (let at = 2; at < text.length; at++) threes.add(text.slice(at - 2, at + 1));
  const mayStand = (term) => {
    const letters = fold(term?.text ?? term);
    for (let at = 2; at < letters.length; at++) if (!threes.has(letters.slice(at - 2, at + 1))) return false;
    return text.includes(letters);
  };
  return decks.some((deck) => deck?.version !== 1 || !deck.sources || !Array.isArray(deck.cards) || deck.cards[500] ||
    deck.cards.some((card) => !Array.isArray(card?.terms) || card.terms.some(mayStand)));
}

const once = (target, type, options) => new Promise((done) => target.addEventListener(type, done, { once: true, ...options }));

/** Resolves when the page has loaded and has nothing better to do. */
async function idle() {
  if (document.readyState !== "complete") await once(window, "load");
  // A timer takes the object for no delay.
  await new Promise((done) => (window.requestIdleCallback ?? setTimeout)(done, { timeout: 2000 }));
}

class ContextCards extends HTMLElement {
  static observedAttributes = ["deck", "for", ...OPTIONS];
  #handle;
  #run;
  #settle;
  /** The deck's cards, while no widget is there to tell of them. */
  #cards = [];
  /** Ends the wait for a reason to fetch the widget. */
  #wake;
  /** What a script asked of the widget before it was there. */
  #wish;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{position:fixed!important;display:block!important;width:0!important;height:0!important}");
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    this.#renew();
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
    this.#nothing();
    this.#renew();
  }

  attributeChangedCallback() {
    if (this.#run) this.#again();
  }

  /** Several attributes set in a row are one change. */
  #again() {
    this.#stop();
    this.#renew();
    queueMicrotask(() => this.isConnected && !this.#run && this.#start());
  }

  async #start() {
    const run = (this.#run = new AbortController());
    const { signal } = run;
    const fail = ({ code, message }) => signal.aborted || this.#tell("error", { code, message });
    const fell = (message) => {
      fail(new Fault("internal", message));
      this.#run = this.#handle = null;
      this.#nothing();
    };
    const asked = new Promise((done) => (this.#wake = done));
    try {
      const options = Object.fromEntries(
        OPTIONS.map((name) => [name.replace("-d", "D"), this.getAttribute(name)]),
      );
      // The element may stand before the article in the page.
      if (document.readyState === "loading") await once(document, "DOMContentLoaded");
      const names = (this.getAttribute("deck") ?? "").split(/\s+/).filter(Boolean);
      if (!names.length) throw new Fault("bad-option", '"deck" is missing: a URL, or #id of a script on the page');
      const find = () => this.#roots();
      find();
      options.lang ??= (this.closest("[lang]") ?? document.documentElement).lang;
      if (options.load === "intent") {
        // A pointer or a finger comes to the article, a key is pressed, the address or a script asks for a card.
        const signs = ["pointerover", "pointerdown", "focusin"];
        const near = find().flatMap((root) => signs.map((type) => once(root, type, { signal, passive: true })));
        if (!isLinked()) await Promise.race([...near, once(window, "keydown", { signal }), asked]);
      } else if (options.load !== "eager") await idle();
      if (signal.aborted) return;
      const read = names.map((name) => readDeck(name).catch((fault) => void fail(fault)));
      const decks = (await Promise.all(read)).filter((deck) => deck !== undefined);
      if (signal.aborted) return;
      if (!decks.length) return this.#nothing();
      const roots = find();
      const isAsked = () => this.#wish || isWanted(roots, decks);
      const isLate = !isAsked();
      if (isLate) {
        this.#cards = decks.flatMap(({ cards }) => cards.map(({ id, kind, title }) => ({ id, kind, title, mentions: 0 })));
        this.#done(0);
        const { whenWanted } = await import(here("start.js"));
        await Promise.race([asked, whenWanted(isAsked, roots, signal)]);
      }
      const start = await load(options.lang);
      const again = () => this.#again();
      const handle = await (signal.aborted || start(this, { roots, find, decks, options, signal, fail, fell, again }));
      if (signal.aborted || this.#run !== run) return;
      this.#handle = handle;
      if (!isLate) this.#done(handle.terms);
      this.#wish?.(handle);
      this.#wish = null;
    } catch (cause) {
      fail(cause instanceof Fault ? cause : new Fault("internal", "the widget failed", cause));
      if (!signal.aborted) this.#nothing();
    }
  }

  #done(terms) {
    const detail = { cards: this.cards.length, terms };
    this.#settle(detail);
    if (detail.cards) this.#tell("ready", detail);
  }

  #nothing() {
    this.#settle({ cards: 0, terms: 0 });
  }

  #stop() {
    this.#run?.abort();
    this.#handle = this.#run = this.#wish = null;
    this.#cards = [];
  }

  #roots() {
    const chosen = this.getAttribute("for");
    if (!chosen) return [document.querySelector("article") ?? document.querySelector("main") ?? document.body];
    let roots;
    try {
      roots = [...document.querySelectorAll(chosen)];
    } catch {
      throw new Fault("bad-option", `for: "${chosen}" is not a CSS selector`);
    }
    if (!roots.length) throw new Fault("no-article", `for: "${chosen}" matches nothing on this page`);
    return roots;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`context-cards:${name}`, { bubbles: true, composed: true, detail }));
  }

  get cards() {
    return this.#handle?.cards ?? this.#cards;
  }

  /** Whether the card is known; one that is asked for before any is known opens once it is. */
  open(card) {
    this.#ask((handle) => handle.open(card));
    return this.cards.some(({ id }) => id === card);
  }

  close() {
    this.#handle?.close();
  }

  refresh() {
    this.#handle?.refresh();
  }

  openPanel() {
    this.#ask((handle) => handle.openPanel());
  }

  #ask(wish) {
    if (this.#handle) return wish(this.#handle);
    this.#wish = wish;
    this.#wake?.();
  }
}

// Two loaders on one page (two embeds, two versions) are one.
if (!customElements.get("context-cards")) customElements.define("context-cards", ContextCards);
