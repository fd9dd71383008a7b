// How does the widget come to a page that wants it? Its WebAssembly and its words are fetched, it is mounted, and if it ever fails
// the article is put back from here, for its own memory is not to be trusted then.

import init, { die, mount } from "./widget.js";

/** The languages in `words/`, beside English. */
const LANGUAGES = ["ar", "de", "es", "fr", "he", "hi", "ja", "pt", "zh"];
const here = (file) => new URL(file, import.meta.url);

/** What is told when the shared WebAssembly has ended, for every element that has a widget. */
const mounted = new Map();

/** Starts the WebAssembly, once for the whole page. An error says whether the page's security policy stands in the way (`blocked`);
 * what is not forbidden, and yet no WebAssembly, is some other file: a proxy's or a login page. */
export async function load(wasm, lang) {
  try {
    readWords(lang);
    await init({ module_or_path: wasm });
  } catch (cause) {
    throw Object.assign(new Error(cause.message), { blocked: !window.WebAssembly || /CSP|unsafe-eval|Content.Security/i.test(cause) });
  }
  // A panic, a trap, or a browser function that threw into the widget: it is known by its prefix or by where it came through.
  addEventListener("error", ({ error }) => {
    if (!/^context-cards: /.test(error?.message) && !error?.stack?.includes(here("widget").href)) return;
    die();
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
  return start;
}

/** The widget's own words in a language: `es-MX` is spoken to in `es`, `iw` in `he`. Where there are none, or they do not
 * come, the widget speaks English, which costs the reader no context: that is no fault, and not worth a wait. Asked for once. */
const words = new Map();
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

/** Mounts a widget, unless its element is taken away meanwhile. `fail`: told what is wrong with an option; `fell`: called if the widget ever fails. */
async function start(host, { roots, decks, options, signal, fail, fell }) {
  const words = await readWords(options.lang);
  if (signal.aborted) return;
  for (const name of ["skip", "list"]) check(options, name, fail);
  options.published ??= published();
  const handle = mount(roots, decks, { ...options, words, host });
  mounted.set(host, fell);
  signal.addEventListener("abort", () => {
    mounted.delete(host);
    handle.free();
  });
  await handle.ready;
  return handle;
}
