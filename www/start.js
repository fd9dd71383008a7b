// How does the widget come to a page that wants it? Its WebAssembly and its words are fetched, it is mounted, and if it ever fails
// the article is put back from here, for its own memory is not to be trusted then.

/** The languages in `words/`, beside English. */
const LANGUAGES = ["ar", "de", "es", "fr", "he", "hi", "ja", "pt", "zh"];
const here = (file) => new URL(file, import.meta.url);

/** What is told when the shared WebAssembly has ended, for every element that has a widget. */
const mounted = new Map();

/** Starts the WebAssembly, once for the whole page. An error says whether the page's security policy stands in the way (`blocked`);
 * what is not forbidden, and yet no WebAssembly, is some other file: a proxy's or a login page. */
export async function load(widget, wasm, lang) {
  readWords(lang);
  try {
    await widget.default({ module_or_path: wasm });
  } catch (cause) {
    throw Object.assign(new Error(cause.message), { blocked: !window.WebAssembly || /CSP|unsafe-eval|Content.Security/i.test(cause) });
  }
  addEventListener("error", ({ error }) => {
    if (!isOurs(error)) return;
    widget.die();
    for (const [element, fell] of mounted) {
      element.shadowRoot.replaceChildren();
      fell(error.message);
    }
    mounted.clear();
    for (const term of document.querySelectorAll("context-term")) {
      if (term.hasAttribute("auto")) term.replaceWith(...term.childNodes);
      else for (const name of ["role", "tabindex", "aria-haspopup", "aria-expanded", "data-open"]) term.removeAttribute(name);
    }
  });
  return start.bind(null, widget);
}

/** Whether an error went through the widget's code: a panic is known by its prefix, a trap or a browser function that threw by its
 * trace. Where the widget is at work at this very moment, the error has stopped before it: a site's own listener threw while it
 * was told something, which is the site's affair. */
const isOurs = (error) => /^context-cards: /.test(error?.message) || (isIn(error?.stack) && !isIn(new Error().stack));
const isIn = (trace) => ["widget.js", "widget_bg.wasm"].some((file) => trace?.includes(`${here(file)}:`));

/** Resolves when `isWanted`, which is asked whenever the article has changed and come to rest, or the address names a card. */
export const whenWanted = (isWanted, roots, signal) =>
  new Promise((done) => {
    let timer;
    const look = () => isWanted() && (observer.disconnect(), done());
    const observer = new MutationObserver(() => (clearTimeout(timer), (timer = setTimeout(look, 200))));
    for (const root of roots) observer.observe(root, { childList: true, characterData: true, subtree: true });
    addEventListener("hashchange", look, { signal });
    signal.addEventListener("abort", () => (observer.disconnect(), clearTimeout(timer)));
  });

/** The words of each language that was asked for. */
const words = new Map();

/** The widget's own words in a language: `es-MX` is spoken to in `es`, `iw` in `he`. Where there are none, or they do not
 * come, the widget speaks English, which costs the reader no context: that is no fault, and not worth a wait. Asked for once. */
const readWords = (lang) => words.get(lang) ?? words.set(lang, fetchWords(lang)).get(lang);

async function fetchWords(lang) {
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

/** Drops a selector that cannot be used, and says so. */
function check(options, name, fail) {
  const selector = options[name];
  const drop = (why) => (fail({ code: "bad-option", message: `${name}: "${selector}" ${why}` }), (options[name] = undefined));
  try {
    if (selector && !document.querySelector(selector) && name === "list") drop("matches nothing on this page");
  } catch {
    drop("is not a CSS selector");
  }
}

/** Mounts a widget, unless its element is taken away meanwhile. `fail`: told what is wrong with an option; `fell`: called if the
 * widget ever fails; `again`: called when the article has been replaced by another one, which `find` finds. */
async function start(widget, host, { roots, find, decks, options, signal, fail, fell, again }) {
  const words = await readWords(options.lang);
  if (signal.aborted) return;
  for (const name of ["skip", "list"]) check(options, name, fail);
  options.published ??= published();
  const handle = widget.mount(roots, decks, { ...options, words, host });
  mounted.set(host, fell);
  const observer = new MutationObserver(() => {
    if (roots.every((root) => root.isConnected)) return;
    try {
      find();
    } catch {
      return; // None yet.
    }
    again();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    mounted.delete(host);
    handle.free();
  });
  await handle.ready;
  return handle;
}
