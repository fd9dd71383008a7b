// Keeps the last good copy of a deck on the reader's device (`keep`), and asks for newer decks while the page is open (`refresh`). Fetched
// where one of these attributes is set.

import { TIMEOUT } from "../start/fetch.js";

/** Where copies are kept: one JSON answer a deck, under its address, dated by when it came. */
const CACHE = "context-cards-decks";
/** How many decks are kept: a reader of more articles than that loses the oldest. */
const MOST = 30;

/** What the finder would not refuse whole. */
const isGood = (deck) => deck?.version === 1 && Array.isArray(deck.cards) && Array.isArray(deck.sources);

const isUrl = (name) => name[0] !== "#";
const address = (name) => new URL(name, document.baseURI).href;

/** What the attributes may say. */
const RULES = {
  keep: [/^last-good$/, "last-good"],
  refresh: [/^[1-9]\d{1,4}$/, "whole seconds from 10 to 99999"],
};

/** Does for a page what its options ask for, until its run ends. `late`: decks that its next run finds, by their names. */
export function attach(page, late) {
  const { keep, refresh } = rightOptions(page);
  if (keep) page.keep = (name, read) => (isUrl(name) ? lastGood(name, read, page) : read());
  const names = (page.options.deck ?? "").split(/\s+/).filter((name) => name && isUrl(name));
  if (refresh && names.length) askAgain(page, names, refresh * 1000, late);
}

/** These attributes; a wrong one is told and left out, as the others are by www/start/options.js. */
function rightOptions(page) {
  const options = {};
  const problems = [];
  for (const [path, [rule, wanted]] of Object.entries(RULES)) {
    const value = page.options[path];
    if (!value) continue;
    if (rule.test(value)) options[path] = value;
    else problems.push({ path, message: `"${value}" is not understood and the default is used (use ${wanted})` });
  }
  if (problems[0]) page.fail({ code: "bad-option", message: `${problems[0].path}: ${problems[0].message}`, problems });
  return options;
}

/** The deck that `read` gives. Where it fails, or gives something else than a deck, that is told and the last good copy is the
 * answer; without one, all is as `read` has it. */
async function lastGood(name, read, page) {
  let cache;
  try {
    cache = await caches.open(CACHE);
  } catch {
    // Not over http, and not where the reader's device keeps nothing.
    return read();
  }
  let deck, fault;
  try {
    deck = await read();
    if (isGood(deck)) {
      store(cache, address(name), deck).catch(() => {});
      return deck;
    }
    fault = { code: "deck-unreadable", message: `${name} is no deck of version 1` };
  } catch (cause) {
    fault = cause;
  }
  const copy = await cache.match(address(name)).catch(() => {});
  if (!copy) {
    if (deck !== undefined) return deck;
    throw fault;
  }
  const kept = copy.headers.get("date");
  const { code, message } = fault;
  if (!page.signal.aborted) page.tell("error", { code, message: `${message}; its copy of ${kept} is used`, kept });
  return copy.json();
}

async function store(cache, url, deck) {
  await cache.delete(url);
  await cache.put(url, new Response(JSON.stringify(deck), { headers: { date: new Date().toUTCString() } }));
  const all = await cache.keys();
  for (const oldest of all.slice(0, Math.max(0, all.length - MOST))) await cache.delete(oldest);
}

/** Asks for decks every `pause` milliseconds, while the page is seen. Those that have changed are put among the `late` ones and a new
 * run begins, when that takes no card from the reader and no focus; at once where one of them is switched off. */
function askAgain(page, names, pause, late) {
  const { signal, element } = page;
  /** What was last read of each, as text; those of the page's own reading have no names. */
  const known = new Map();
  const changed = new Map();
  let timer;
  let decks;

  /** Whether the reader is at a card, or the keyboard at a term. */
  const isBusy = () => element.shadowRoot.querySelector(":popover-open") || document.activeElement === element ||
    document.activeElement?.closest("context-term");
  const settle = () => {
    if (signal.aborted || !changed.size) return;
    const isSwitchedOff = [...changed.values()].some((deck) => deck.enabled === false);
    if (isBusy() && !isSwitchedOff) return;
    changed.forEach((deck, name) => late.set(name, deck));
    page.run.again();
  };
  const soon = () => setTimeout(settle);

  async function ask() {
    // What is behind another page asks once it is seen again.
    if (document.hidden) return (timer = 0);
    decks ??= page.decks.map((deck) => JSON.stringify(deck));
    for (const name of names) {
      try {
        // The browser asks whether its own copy is still good.
        const answer = await fetch(name, { cache: "no-cache", signal: AbortSignal.timeout(TIMEOUT) });
        const deck = answer.ok && (await answer.json());
        if (!isGood(deck)) continue;
        const text = JSON.stringify(deck);
        if (known.has(name) ? known.get(name) !== text : !decks.includes(text)) changed.set(name, deck);
        known.set(name, text);
      } catch {
        // What the page has is good until there is something better.
      }
    }
    if (signal.aborted) return;
    settle();
    if (!signal.aborted) wait();
  }
  const wait = () => (timer = setTimeout(ask, pause));
  wait();
  document.addEventListener("visibilitychange", () => timer === 0 && ask(), { signal });
  document.addEventListener("focusout", soon, { signal, passive: true });
  element.addEventListener("context-cards:close", soon, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
}
