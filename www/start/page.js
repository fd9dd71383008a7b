// Runs one <context-cards>: its decks, its marks, its cards, until it is taken away.

import { attempt } from "./attempt.js";
import { blame } from "./blame.js";
import { canStand, late, readDecks, whenWanted } from "./decks.js";
import { Fault, load } from "./fetch.js";
import { optionsOf, rootsOf } from "./options.js";
import { crash, pages, program } from "./programs.js";

/** Milliseconds for which a card waits for its language. */
const PATIENCE = 3000;

/** What runs one element, until its signal aborts. */
export class Page {
  /** The finder of this element, and the module of the widget, once they are there. */
  finder = null;
  widget = null;
  /** The module for an article that was published with its marks, where it was. */
  baked;
  decks = [];
  /** What the attribute calls each of the decks that it names: the last ones. */
  names = [];
  roots = [];

  constructor(element, run) {
    Object.assign(this, { element, run, signal: run.signal, isOff: run.isOff() });
    const warn = ({ detail }) => this.isWarned || load("warnings.js").then(({ warn }) => warn(detail, this), () => run.warn(detail));
    element.addEventListener("context-cards:error", warn, { signal: this.signal });
    pages.add(this);
    this.signal.addEventListener("abort", () => this.stop());
  }

  /** Tells what is wrong, unless this run is over. */
  fail = ({ code = "internal", message, problems, deck }) => this.signal.aborted || this.isOver || this.tell("error", { code, message, problems, deck });

  /** Tells what is wrong with the deck of this number, if anything is that was not told yet. */
  blame = (problems, number) => this.signal.aborted || this.isOver || blame(this, problems, number);

  tell(name, detail) {
    attempt(() => this.element.dispatchEvent(new CustomEvent(`context-cards:${name}`, { bubbles: true, composed: true, detail })));
  }

  settle(cards, terms) {
    this.run.settle({ cards, terms });
    if (cards && !this.isReady) this.tell("ready", { cards, terms });
    this.isReady = true;
  }

  async start() {
    try {
      const options = (this.options = optionsOf(this.element, this.run.attributes, this.fail));
      const names = options.deck?.split(/\s+/) ?? [];
      const given = [this.element.decks ?? []].flat();
      if (!names.length && !given.length) throw new Fault("bad-option", '"deck" is missing: a URL, or #id of a script on the page');
      // A page's own objects may throw at any question.
      const isNoDeck = (deck) => typeof deck === "string" || attempt(() => typeof deck.then === "function");
      if (given.some(isNoDeck)) throw new Fault("bad-option", 'decks: takes parsed decks, not a promise of them; "deck" takes a URL');
      const { baked } = this.run;
      if (baked) this.baked = await load("baked.js");
      this.roots = baked && !options.for && !this.element.roots ? this.baked.articlesOf(baked) : rootsOf(this.element, options.for);
      if (options.keep || options.refresh) await load("refresh.js").then(({ attach }) => attach(this, late), this.fail);
      this.decks = await readDecks(given, names, this);
      await this.run.idle;
      if (this.signal.aborted) return;
      if (!this.decks.length) return this.settle(0, 0);
      this.watchRoots();
      addEventListener("hashchange", () => this.isLinked() && this.show(), { signal: this.signal });
      if (options.load === "eager") this.show();
      if (baked) return this.baked.start(this);
      this.run.recorded ??= this.run.record((term) => this.has(term) && (this.show(term), true), this.signal);
      if (!this.isOff) await this.find();
      else this.settle(this.cards.length, 0);
      if (this.signal.aborted || this.isOver) return;
      if (this.cards.length) this.addOpener();
      if (options.list || options.print || this.isLinked() || this.wish) this.show();
    } catch (cause) {
      this.fail(cause instanceof Fault ? cause : new Fault("internal", "the element failed", cause));
      // What forbids the finder forbids the widget.
      if (cause?.code === "wasm-blocked") {
        this.shown = this.isOver = true;
        this.run.recorded?.abandon();
      }
      if (!this.signal.aborted) this.settle(0, 0);
    } finally {
      if (!this.shown && this.run.baked) this.run.recorded.abandon();
    }
  }

  /** Has the terms found, as soon as one can stand in the article. */
  async find() {
    if (!this.wish && !this.isLinked() && !canStand(this.roots, this.decks)) {
      this.settle(this.cards.length, 0);
      await whenWanted(() => this.wish || canStand(this.roots, this.decks), this.roots, this.signal);
    }
    let { Finder } = await program("finder");
    if (this.options.mode === "highlight") Finder = (await load("highlight.js")).highlighting(Finder, this);
    if (this.signal.aborted || this.isOver) return;
    const { roots, decks, isOff, blame } = this;
    const { mark = "first", skip = "" } = this.options;
    await new Promise((done) => {
      this.over = done;
      this.signal.addEventListener("abort", done);
      const onScanned = () => (done(), this.call("update"));
      const onCrash = (error) => crash("finder", error);
      const finder = new Finder({ roots, decks, mark, skip, isOff, onScanned, onFaults: blame, onCrash });
      // What a script does when it is asked, or told of a fault, may be to take the element away.
      if (this.signal.aborted || this.isOver) return finder.release();
      this.finder = finder;
      // Asked for before there are marks: where it is in the cache, its button is drawn in the same frame.
      load("opener.js").catch(() => {});
      finder.scan();
    });
    if (!this.signal.aborted && !this.isOver) this.settle(this.cards.length, this.finder.mentions);
  }

  /** The way to the list by keyboard; without it the marks work all the same. */
  addOpener() {
    this.opening((opener) => opener.addOpener(this));
  }

  /** Asks opener.js; where that does not come in time, the answer is nothing, and the widget speaks English. */
  opening(ask) {
    return Promise.race([load("opener.js").then(ask), new Promise((done) => setTimeout(done, PATIENCE))]).catch(() => {});
  }

  /** Calls the widget, if it is there. */
  call(method, ...args) {
    try {
      return this.widget?.[method](this.element, ...args);
    } catch (error) {
      crash("widget", error);
    }
  }

  isLinked() {
    return location.hash.startsWith("#context=");
  }

  /** Whether a mark is one of this element's: its finder made it, or in a baked page it stands in its article. */
  owns(term) {
    if (this.finder) return this.finder.owns(term);
    if (this.isOff) return false;
    const isIn = (page) => !page.finder && page.roots.some((root) => root.contains(term));
    return [...pages].find(isIn) === this;
  }

  has(term) {
    return this.owns(term) && this.cards.some(({ id }) => id === term.getAttribute("card"));
  }

  /** Loads the widget, once. Until it is there, the term that wants it shows calmly that its card is coming. */
  show(term) {
    if (this.shown) return;
    const waiting = term && setTimeout(() => this.signal.aborted || term.setAttribute("aria-busy", "true"), this.options["open-delay"] ?? 300);
    this.shown = this.mount().catch((fault) => this.end("widget", fault)).finally(() => {
      clearTimeout(waiting);
      term?.removeAttribute("aria-busy");
    });
  }

  async mount() {
    const [widget, words] = await Promise.all([program("widget"), this.opening((opener) => opener.wordsIn(this.options.lang))]);
    if (this.signal.aborted || this.isOver) return;
    this.widget = widget;
    this.call("show", this, words);
    for (const wish of this.wish ?? []) wish();
    this.wish = null;
  }

  /** Turns context off, or on again, on the whole page. */
  switchOff(isOff) {
    for (const page of pages) page.setOff(isOff);
  }

  setOff(isOff) {
    this.isOff = isOff;
    if (this.finder) this.finder.setOff(isOff);
    else if (!isOff && this.isReady && !this.run.baked) this.find().catch(this.fail);
  }

  /** The article may be replaced by another one: a new run finds that. */
  watchRoots() {
    if (this.element.roots) return;
    const observer = new MutationObserver(() => {
      if (this.roots.every((root) => root.isConnected)) return;
      try {
        rootsOf(this.element, this.options.for);
      } catch {
        // None yet; a card of the one that is gone closes.
        return this.call("update");
      }
      this.run.again();
    });
    observer.observe(document, { childList: true, subtree: true });
    this.signal.addEventListener("abort", () => observer.disconnect());
  }

  get cards() {
    if (this.finder && !this.isOver) return this.finder.cards;
    const cards = this.decks.flatMap((deck) => (deck?.enabled === false ? [] : deck?.cards ?? []));
    const mentions = this.baked?.countMentions(this.run.baked);
    return cards.filter((card) => card?.id).map(({ id, kind, title }) => ({ id, kind, title, mentions: mentions?.[id] ?? 0 }));
  }

  ask(method, ...args) {
    if (this.widget) return this.call(method, ...args);
    (this.wish ??= []).push(() => this.call(method, ...args));
    if (this.isReady) this.show();
  }

  open(card) {
    this.ask("open", card);
  }

  openPanel() {
    this.ask("openPanel");
  }

  close() {
    this.wish = null;
    this.call("close");
  }

  refresh() {
    this.finder?.scan();
  }

  /** Gives everything back. */
  stop() {
    pages.delete(this);
    // Each, whatever becomes of the others.
    this.call("unmount");
    attempt(() => this.finder?.release());
    attempt(() => this.element.shadowRoot.replaceChildren());
    this.baked?.restore(this.roots);
    this.run.recorded?.abandon();
  }

  /** A program has crashed, or does not come: the article is put back; where the browser does not let it, once more when the element goes. */
  end(name, fault) {
    if (this.isOver || this.signal.aborted) return;
    this.fail(fault instanceof Fault ? fault : new Fault("internal", `the ${name} failed`, fault));
    this.isOver = true;
    if (name === "widget") this.widget = null;
    this.stop();
    this.over?.();
    this.settle(0, 0);
  }
}
