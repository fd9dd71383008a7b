// The finder of one <context-cards>: reads decks, finds their terms in WebAssembly, walks the article, marks it, and keeps it marked.

import { Terms } from "glue";
import { DeckQueue } from "./deck_queue.js";
import { Marks, isTaken } from "./marks.js";
import { OBSERVED, release } from "./mutations.js";
import { keepSelection, selected } from "./selection.js";
import { TextWalker, excluder } from "./text_walker.js";
import { inSlices } from "./time_slice.js";
import css from "./term.css";

export { initSync } from "glue";

/** How long the article must be still before it is scanned again, and the longest wait for that, in milliseconds: several paragraphs
 * put in one by one are scanned once, a reader does not notice the wait, and a ticker that never rests keeps nothing unmarked. */
const DEBOUNCE = 120;
const MAX_WAIT = 1000;

/** All finders of the page: several may work on one article, and none hears of the others' changes. */
const finders = new Set();

/** What was changed since was our own doing. */
const forgetRecords = () => finders.forEach((finder) => finder.observer.takeRecords());

export class Finder {
  #isScanning = false;
  #scanAgain = false;
  #timer;
  #since = 0;
  #isReleased = false;

  /** Nothing is found before `scan`. `roots`: the article's elements; `decks`: parsed decks, earlier ones win; `mark`: `first`, `section` or `all`;
   * `skip`: CSS selector of parts never marked; `isOff`: whether the reader has turned context off; `onScanned` is called after
   * each scan, first when all mentions are marked; `onFaults` with what is wrong with a deck and its number; `onCrash` with what a
   * scan threw; `marks`: what marks them, where that is not `<context-term>` elements. */
  constructor({ roots, decks, ...options }) {
    Object.assign(this, { marks: new Marks(), ...options });
    // An article inside another article is read with it.
    this.roots = roots.filter((root) => !roots.some((other) => other !== root && other.contains(root)));
    this.terms = new Terms();
    this.decks = new DeckQueue(decks, this.terms);
    this.observer = new MutationObserver((records) => this.#quietly(() => this.#heed(records)));
    finders.add(this);
    for (const root of this.roots) this.observer.observe(root, OBSERVED);
    // One sheet a document or shadow root is enough. Constructed sheets are not markup: `style-src` does not block them.
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(css);
    this.trees = [...new Set(this.roots.map((root) => root.getRootNode()))];
    for (const tree of this.trees) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, this.sheet];
  }

  /** Marks what is not yet marked. */
  scan() {
    // A scan under way goes on to its end, whatever changes meanwhile.
    this.#scanAgain = this.#isScanning;
    if (this.#isScanning) return;
    this.#isScanning = true;
    inSlices(this.#scan(), (error) => this.onCrash(error));
  }

  *#scan() {
    while (!this.#isReleased && this.decks.step()) yield;
    if (this.#isReleased) return;
    this.decks.takeFaults().forEach(this.onFaults);
    if (this.#isReleased) return;
    this.marks.removeDisconnected();
    // Where a selection must be kept, in one piece: its ends are measured anew for each change.
    if (this.isOff && selected()) this.#unmark();
    else yield* this.isOff ? this.#unmarkAll() : this.#markAll();
    this.#isScanning = false;
    if (this.#isReleased) return;
    this.onScanned();
    if (this.#scanAgain) this.scan();
  }

  *#markAll() {
    const walkers = this.roots.map((root) => new TextWalker(root, this.skip));
    for (const walker of walkers) yield* walker.walk();
    // Asked before anything is changed: later the answer would cost a layout.
    const keep = selected() ? keepSelection : (root, change) => change();
    if (this.isOff || this.#isReleased) return;
    this.terms.begin(this.mark);
    this.#quietly(() => walkers.forEach((walker) => this.#takeTerms(walker)));
    for (const { blocks, terms } of this.#parts(walkers)) {
      this.#beginPart(terms);
      for (const { root, block } of blocks) {
        if (this.isOff || this.#isReleased) return;
        const found = this.terms.find(block.text);
        if (found.length) this.#quietly(() => keep(root, () => this.#markBlock(root, block, found)));
        yield;
      }
    }
  }

  /** The parts of the article in which a card is marked once, each with its blocks, those of prose first, and the terms that stand in
   * it: its sections, or all of it. */
  #parts(walkers) {
    const parts = new Map();
    walkers.forEach(({ root, blocks, terms }, number) => {
      const partOf = (section) => {
        const key = this.mark === "section" ? `${number} ${section}` : "";
        if (!parts.has(key)) parts.set(key, { blocks: [], terms: [] });
        return parts.get(key);
      };
      for (const block of blocks) partOf(block.section).blocks.push({ root, block });
      for (const { term, section } of terms) partOf(section).terms.push(term);
    });
    for (const { blocks } of parts.values()) blocks.sort((one, other) => one.block.isAside - other.block.isAside);
    return parts.values();
  }

  /** The terms that are there already: a writer's, copies of ours, and ours. */
  #takeTerms({ terms }) {
    let before;
    for (const { term } of terms) {
      const card = this.#card(term);
      const mention = this.marks.of(term);
      if (!card || (!mention && isTaken(term))) continue;
      this.terms.placed(card.number, false);
      before = mention ?? this.marks.adopt(term, card.id, before);
    }
  }

  #beginPart(terms) {
    this.terms.beginSection();
    for (const term of terms) {
      const card = this.#card(term);
      if (card && term.hasAttribute("auto") && this.marks.of(term)) this.terms.placed(card.number, true);
    }
  }

  #card(term) {
    return this.decks.card(term.getAttribute("card"));
  }

  /** `found`: card, start and end of each match. */
  #markBlock(root, block, found) {
    const matches = [];
    for (let at = 0; at < found.length; at += 3) {
      const [card, start, end] = found.slice(at, at + 3);
      if (block.runsIn(start, end)[0] && this.terms.accept(card)) matches.unshift([start, end, this.decks.cards[card].id]);
    }
    if (!matches.length || !block.isUnchanged(root)) return;
    for (const match of matches) {
      this.marks.mark(block, ...match);
      // Each record keeps all that the text said: of one with thousands of marks, gigabytes.
      forgetRecords();
    }
  }

  /** Gives back what the site's changes concern. */
  #heed(records) {
    release(records, (element) => {
      const by = excluder(element, this.skip);
      return by && this.roots.some((root) => root !== by && root.contains(by));
    });
    this.#scanSoon();
  }

  #scanSoon() {
    const now = performance.now();
    this.#since ||= now;
    if (now - this.#since > MAX_WAIT) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#since = 0;
      this.scan();
    }, DEBOUNCE);
  }

  /** Makes a change of ours that no observer hears of. What the site has changed before is heeded first. */
  #quietly(change) {
    const heard = [...finders].map((finder) => [finder, finder.observer.takeRecords()]);
    for (const [finder, records] of heard) if (records.length) finder.#heed(records);
    change();
    forgetRecords();
  }

  /** Takes every mark away, or marks again: in slices, as the reader's page goes on meanwhile. */
  setOff(isOff) {
    this.isOff = isOff;
    this.scan();
  }

  /** Puts the article back: every mark of ours unwrapped, every split text whole again, a writer's terms bare. Where the page's DOM
   * throws, what is left can be put back by another call. */
  *#unmarkAll() {
    for (const mention of this.marks.mentions) {
      try {
        this.#quietly(() => this.marks.unmark(mention));
      } catch {}
      yield;
    }
  }

  /** Leaves cards out in which the widget has found a fault. */
  refuse(ids) {
    this.decks.refuse(ids);
    this.#quietly(() => this.marks.remove(new Set(ids)));
  }

  /** The cards that are not left out, as `{id, kind, title, mentions}`. */
  get cards() {
    const mentions = { __proto__: null };
    for (const { card, pieces } of this.marks.mentions) if (pieces[0].isConnected) mentions[card] = (mentions[card] ?? 0) + 1;
    return this.decks.summaries(mentions);
  }

  /** Whether a fault was found in the card of this id; of one that was not read yet, none. */
  isLeftOut(id) {
    return this.decks.isLeftOut(id);
  }

  /** Whether a mark is one of this finder's. */
  owns(term) {
    return this.marks.of(term) !== undefined;
  }

  /** How many mentions are marked. */
  get mentions() {
    return [...this.marks.mentions].filter(({ pieces }) => pieces[0].isConnected).length;
  }

  #unmark() {
    keepSelection(this.roots[0], () => [...this.#unmarkAll()]);
  }

  /** Puts the article back, at once: nobody is there afterwards to go on. Also after a crash of the WebAssembly. What the page's
   * DOM has not let it put back, another call may. */
  release() {
    this.#isReleased = true;
    this.#unmark();
    this.observer.disconnect();
    finders.delete(this);
    clearTimeout(this.#timer);
    for (const tree of this.trees) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    this.decks.release();
    try {
      this.terms.free();
    } catch {} // Its memory went with the crash.
  }
}
