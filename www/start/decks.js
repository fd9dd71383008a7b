// Reads decks, and tells without WebAssembly whether a term of theirs can stand in an article.

import { Fault, get } from "./fetch.js";

/** Milliseconds for which a deck keeps those that have come waiting. */
const PATIENCE = 1500;
/** So many UTF-16 units of a deck are parsed: `MOST_DECK` in src/deck/limits.rs. */
const MOST = 5e7;
/** Decks that came after their run had begun without them, and newer ones, by URL: the next run does not fetch them. */
export const late = new Map();

/** The decks a script has `given`, then those of `names`, in this order. One that takes long does not keep the others from working:
 * when it comes, `run.again` begins a run that finds it. `page.fail` is told of each that does not come, `page.names` becomes those of the
 * rest. `page.keep`, where there is one, reads a deck or has a copy of it (www/refresh/refresh.js). */
export async function readDecks(given, names, page) {
  const { run, signal, fail, keep } = page;
  const found = [];
  const read = names.map(async (name, at) => {
    const fetching = run.fetching[name];
    // An answer can be read once; the same deck may be named twice.
    delete run.fetching[name];
    const read = () => readDeck(name, fetching);
    found[at] = late.get(name) ?? (await (keep ? keep(name, read) : read()));
  });
  names.forEach((name) => late.delete(name));
  const all = Promise.all(read.map((deck) => deck.catch(fail)));
  const some = given.length ? Promise.resolve() : Promise.any(read);
  await Promise.race([all, some.then(() => new Promise((done) => setTimeout(done, PATIENCE)), () => all)]);
  const listed = () => [...given, ...found.filter((deck) => deck !== undefined)];
  if (!listed().length) await all;
  const decks = listed();
  page.names = names.filter((_, at) => found[at] !== undefined);
  all.then(() => {
    if (signal.aborted || listed().length === decks.length) return;
    names.forEach((name, at) => name[0] !== "#" && found[at] && late.set(name, found[at]));
    run.again();
  });
  return decks;
}

/** The parsed deck of a URL, whose answer may be `fetching` already, or of an inline script by `#id`. */
async function readDeck(name, fetching) {
  const inline = name[0] === "#" && document.getElementById(name.slice(1));
  if (inline === null) throw new Fault("deck-unreachable", `no element has the id of the deck ${name}`);
  const text = inline ? inline.textContent : await get(name, "deck-unreachable", fetching, true);
  try {
    if (text.length > MOST) throw "it is too large";
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault("deck-unreadable", `${name} could not be read`, cause);
  }
}

/** What is left of words whose every spelling is equal to the finder: their letters and digits, without case and accents. */
const fold = (words) => `${words}`.normalize("NFD").toLowerCase().replace(/ς/g, "σ").replace(/[^\p{L}\p{N}]|\p{Lm}/gu, "");

/** A deck as the finder can read it, and not a large one, which is mentioned: to look through it first is no saving. */
const isPlain = (deck) => deck?.version === 1 && deck.sources && Array.isArray(deck.cards) && !deck.cards[500] &&
  deck.cards.every((card) => Array.isArray(card?.terms));

/** Whether the finder has anything to do. Never says no where it has; a deck it cannot read is its to refuse. */
export function canStand(roots, decks) {
  const article = roots.map((root) => root.textContent).join();
  // A long article mentions something.
  if (article[4e4] || roots.some((root) => root.querySelector("context-term"))) return true;
  try {
    const used = decks.filter((deck) => deck?.enabled !== false);
    if (!used.every(isPlain)) return true;
    const terms = used.flatMap(({ cards }) => cards.flatMap(({ terms }) => terms.flatMap((term) => [term?.text ?? term, ...(term?.forms ?? [])])));
    // As it is written, which is how most articles have one, and is told at once; else in any spelling.
    return terms.some((term) => article.includes(term)) || hasSpelling(fold(article), terms);
  } catch {
    return true;
  }
}

/** Whether one of the terms stands in a folded text. Most are dismissed by three letters in a row that are nowhere in it. */
function hasSpelling(text, terms) {
  const threes = new Set();
  for (let at = 2; at < text.length; at++) threes.add(text.slice(at - 2, at + 1));
  return terms.some((term) => {
    const letters = fold(term);
    for (let at = 2; at < letters.length; at++) if (!threes.has(letters.slice(at - 2, at + 1))) return false;
    return text.includes(letters);
  });
}

/** Resolves when `isWanted`, which is asked now, and whenever the article has changed and come to rest. */
export const whenWanted = (isWanted, roots, signal) => new Promise((done) => {
  let timer;
  const look = () => (timer = 0, isWanted() && (observer.disconnect(), done()));
  const observer = new MutationObserver(() => (timer ||= setTimeout(look, 200)));
  for (const root of roots) observer.observe(root, { childList: true, characterData: true, subtree: true });
  signal.addEventListener("abort", () => (observer.disconnect(), clearTimeout(timer)));
  look();
});
