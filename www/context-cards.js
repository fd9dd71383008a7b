// The loader: defines <context-cards>, fetches the deck and the WebAssembly when the page has time for it, and turns
// every failure into one `context-cards:error` with the article as it was.

const OPTIONS = ["mark", "skip", "theme", "lang", "published", "open-delay", "close-delay", "load", "list", "print"];
/** The languages in `words/`, beside English. */
const LANGUAGES = ["ar", "de", "es", "fr", "he", "hi", "ja", "pt", "zh"];
const here = (file) => new URL(file, import.meta.url);

/** All elements that have a widget: a panic in the shared WebAssembly ends every one of them. */
const mounted = new Set();

/** A failure with the code the site is told. */
class Fault extends Error {
  constructor(code, message, cause) {
    super(cause ? `${message}: ${cause.message ?? cause}` : message);
    this.code = code;
  }
}

/** Fetches a file; anything but a good answer is a fault of that code. */
async function get(url, code, what) {
  let response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new Fault(code, `${what} ${url} could not be fetched`, cause);
  }
  if (!response.ok) throw new Fault(code, `${what} ${url} answered ${response.status}`);
  return response;
}

/** One module for the whole page, however many elements; a failure may be tried again by the next. */
let loading;
let widget;
const load = () => (loading ??= fetchWidget().catch((fault) => ((loading = null), Promise.reject(fault))));

async function fetchWidget() {
  const [module, wasm] = await Promise.all([
    import(here("widget.js")).catch((cause) => {
      throw new Fault("wasm-unreachable", "widget.js could not be loaded", cause);
    }),
    get(here("widget_bg.wasm"), "wasm-unreachable", "the widget"),
  ]);
  try {
    await module.default({ module_or_path: wasm });
  } catch (cause) {
    // What is not forbidden, and yet no WebAssembly, is some other file: a proxy's or a login page.
    const blocked = !window.WebAssembly || /CSP|unsafe-eval|Content.Security/i.test(cause);
    throw new Fault(blocked ? "wasm-blocked" : "wasm-unreachable", "the widget could not be started", cause);
  }
  return (widget = module);
}

async function readDeck(name) {
  const inline = name[0] === "#";
  const script = inline ? document.getElementById(name.slice(1)) : undefined;
  if (inline && !script) throw new Fault("deck-unreachable", `no element on the page has the id of the deck "${name}"`);
  let text = script?.textContent;
  try {
    text ??= await (await get(new URL(name, document.baseURI), "deck-unreachable", "the deck")).text();
  } catch (cause) {
    throw cause instanceof Fault ? cause : new Fault("deck-unreachable", `the deck ${name} could not be fetched`, cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault("deck-unreadable", `the deck ${name} is not JSON`, cause);
  }
}

/** The widget's own words in a language: `es-MX` is spoken to in `es`, `iw` in `he`. Where there are none, or they do not
 * come, the widget speaks English, which costs the reader no context: that is no fault, and not worth a wait. */
async function readWords(lang) {
  try {
    const { language, script } = new Intl.Locale(lang).maximize();
    // There are no words in traditional Chinese, whose readers would rather be met in English than in simplified letters.
    if (!LANGUAGES.includes(language) || script === "Hant") return;
    const answer = await fetch(here(`words/${language}.json`), { signal: AbortSignal.timeout(3000) });
    if (answer.ok) return await answer.json();
  } catch {}
}

/** The article's date, where the page says it. */
function published() {
  const said = document.querySelector('meta[property="article:published_time"]')?.content;
  if (said) return said;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const date = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent);
    if (date) return date[1];
  }
  return document.querySelector("article time[datetime], main time[datetime]")?.dateTime;
}

/** Resolves when the page has loaded and has nothing better to do. */
async function idle() {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  await new Promise((done) => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: 2000 }) : setTimeout(done, 1)));
}

/** Resolves when a pointer, finger or the focus comes to the article. */
const intent = (roots, signal) =>
  new Promise((done) => {
    for (const root of roots)
      for (const type of ["pointerover", "pointerdown", "focusin"]) root.addEventListener(type, done, { signal, passive: true });
  });

class ContextCards extends HTMLElement {
  static observedAttributes = ["deck", "for", ...OPTIONS];
  #handle;
  #run;
  #settle;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{position:fixed!important;display:block!important;width:0!important;height:0!important}");
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    this.#renew();
  }

  /** A new promise for a new run. */
  #renew() {
    this.ready = new Promise((done) => (this.#settle = done));
  }

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    this.#stop();
    this.#renew();
  }

  attributeChangedCallback() {
    if (!this.#run) return;
    // Several attributes set in a row are one change.
    this.#stop();
    this.#renew();
    queueMicrotask(() => this.isConnected && !this.#run && this.#start());
  }

  async #start() {
    const run = (this.#run = new AbortController());
    const { signal } = run;
    try {
      const options = Object.fromEntries(
        OPTIONS.map((name) => [name.replace("-d", "D"), this.getAttribute(name) ?? undefined]),
      );
      // The element may stand before the article in the page.
      if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
      const names = (this.getAttribute("deck") ?? "").split(/\s+/).filter(Boolean);
      if (!names.length) throw new Fault("bad-option", 'the attribute "deck" is missing: it names the deck\'s URL, or #id of a script on the page');
      const roots = this.#roots();
      for (const name of ["skip", "list"]) {
        const drop = (fault) => (this.#fail(fault), (options[name] = undefined));
        const found = options[name] && this.#select(options[name], name, drop);
        if (name === "list" && found?.length === 0) drop(new Fault("bad-option", `list: "${options.list}" matches nothing on this page`));
      }
      options.lang ??= (this.closest("[lang]") ?? document.documentElement).lang;
      options.published ??= published();
      if (options.load === "intent") await intent(roots, signal);
      else if (options.load !== "eager") await idle();
      if (signal.aborted) return;
      const decks = names.map((name) => readDeck(name).catch((fault) => void (signal.aborted || this.#fail(fault))));
      const [{ mount }, words, ...read] = await Promise.all([load(), readWords(options.lang), ...decks]);
      if (signal.aborted) return;
      const usable = read.filter((deck) => deck !== undefined);
      if (!usable.length) return this.#settle({ cards: 0, terms: 0 });
      this.#handle = mount(roots, usable, { ...options, words, host: this });
      mounted.add(this);
      const detail = { cards: this.cards.length, terms: this.#handle.terms };
      this.#settle(detail);
      if (detail.cards) this.#tell("ready", detail);
    } catch (cause) {
      if (signal.aborted) return;
      this.#fail(cause instanceof Fault ? cause : new Fault("internal", "the widget failed", cause));
      this.#settle({ cards: 0, terms: 0 });
    }
  }

  #stop() {
    this.#run?.abort();
    this.#run = null;
    mounted.delete(this);
    const handle = this.#handle;
    this.#handle = null;
    handle?.free();
  }

  #select(selector, attribute, otherwise) {
    try {
      return [...document.querySelectorAll(selector)];
    } catch {
      return otherwise(new Fault("bad-option", `${attribute}: "${selector}" is not a CSS selector`));
    }
  }

  #roots() {
    const chosen = this.getAttribute("for");
    const roots = chosen
      ? this.#select(chosen, "for", (fault) => {
          throw fault;
        })
      : ["article", "main", "body"].map((name) => document.querySelector(name)).filter(Boolean).slice(0, 1);
    if (!roots.length) throw new Fault("no-article", `for: "${chosen}" matches nothing on this page`);
    return roots;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`context-cards:${name}`, { bubbles: true, composed: true, detail }));
  }

  #fail({ code, message }) {
    this.#tell("error", { code, message });
  }

  /** The widget's code has failed: its memory is not to be trusted, so the article is put back from here. */
  _fell(message) {
    this.#run = this.#handle = null;
    mounted.delete(this);
    this.shadowRoot.replaceChildren();
    for (const term of document.querySelectorAll("context-term")) {
      if (term.hasAttribute("auto")) term.replaceWith(...term.childNodes);
      else for (const name of ["role", "tabindex", "aria-haspopup", "aria-expanded", "data-open"]) term.removeAttribute(name);
    }
    this.#settle({ cards: 0, terms: 0 });
    this.#fail({ code: "internal", message });
  }

  get cards() {
    return this.#handle?.cards ?? [];
  }

  open(card) {
    return this.#handle?.open(card) ?? false;
  }

  close() {
    this.#handle?.close();
  }

  refresh() {
    this.#handle?.refresh();
  }

  openPanel() {
    this.#handle?.openPanel();
  }
}

// A panic, a trap, or a browser function that threw into the widget: it is known by its prefix or by where it came through.
addEventListener("error", ({ error }) => {
  if (!widget || !(/^context-cards: /.test(error?.message) || error?.stack?.includes(here("widget").href))) return;
  widget.die();
  for (const element of [...mounted]) element._fell(error.message);
});

// Two loaders on one page (two embeds, two versions) are one.
if (!customElements.get("context-cards")) customElements.define("context-cards", ContextCards);
