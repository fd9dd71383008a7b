// Articles at random, each made twice: one is marked, and its twin is not. What a script does to the one it does to the other, through the
// nodes it has made itself, as a framework does; and both must say the same.

const TERMS = ["CECOT", "federal court order", "Bitcoin policy", "café"];
const DECK = {
  version: 1,
  lang: "en",
  title: "Random",
  sources: [],
  cards: TERMS.map((term, nth) => ({ id: `card-${nth}`, kind: "concept", title: term, terms: [term], summary: "Words.", updated: "2026-02-12" })),
};
const WORDS = [
  ...TERMS, ...TERMS, "CECOT’s", "cafe\u0301", "federal", "federal ", "court ", "order", "Bitcoin\u00a0policy", "bitcoin", "policy", "CECO", "T",
  "the", "of", ",", ".", "-", "", "\n  ", "𝒳", "👩‍👩‍👧", "\u200d", "\ufffc", "ſ", "İ", "（", "監獄",
];
const INLINE = ["em", "b", "span", "a", "code", "sup", "mark", "ruby"];
const BLOCKS = ["p", "p", "p", "div", "ul", "li", "h2", "section", "blockquote", "figcaption", "table"];

/** Numbers from 0 to below 1, the same for the same seed. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // Its low bits repeat soon.
    return (state >>> 8) / 0x1000000;
  };
}

class Article {
  /** What scripts know: `{real, twin}` each, a text or an element. */
  known = [];
  steps = [];

  constructor(seed) {
    this.next = numbers(seed);
    for (let nth = 0; nth < 5; nth++) this.next();
    this.root = this.element("article");
    this.fill(this.root, 3, BLOCKS);
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  words() {
    return Array.from({ length: this.below(6) }, () => this.pick(WORDS)).join(this.pick(["", " ", " "]));
  }

  pair(make) {
    const pair = { real: make(), twin: make() };
    this.known.push(pair);
    return pair;
  }

  element(name) {
    return this.pair(() => document.createElement(name));
  }

  text() {
    const words = this.words();
    return this.pair(() => document.createTextNode(words));
  }

  /** A text, or an element with content. */
  node(depth, names) {
    const kind = this.next();
    if (!depth || kind < 0.45) return this.text();
    if (kind < 0.5) return this.pair(() => document.createComment("a place"));
    if (kind < 0.53) return this.element("br");
    const element = this.element(this.pick(names));
    if (this.next() < 0.05) this.both(element, ({ dataset }) => (dataset.contextCards = "off"));
    this.fill(element, depth - 1, names === BLOCKS && this.next() < 0.3 ? BLOCKS : INLINE);
    return element;
  }

  fill(parent, depth, names) {
    for (let count = 1 + this.below(5); count; count--) this.place(this.node(depth, names), parent);
  }

  both({ real, twin }, act) {
    act(real);
    act(twin);
  }

  /** Puts a node at the end of a parent, or before another node. */
  place(node, parent, before) {
    parent.real.insertBefore(node.real, before?.real ?? null);
    parent.twin.insertBefore(node.twin, before?.twin ?? null);
  }

  isElement = ({ twin }) => twin.nodeType === 1;
  isIn = ({ twin }) => this.root.twin.contains(twin) && twin !== this.root.twin;
  pairOf = (twin) => this.known.find((pair) => pair.twin === twin);

  /** Makes links of a word, in all texts of a tree, as a script does that sees the nodes. `isInPlace`: the last piece takes the text's place and
   * the others are put before it; otherwise all are put before the text, which is removed. */
  link(tree, isInPlace) {
    const texts = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) if (texts.currentNode.data.includes("the")) found.push(texts.currentNode);
    for (const text of found) {
      const pieces = text.data.split(/(the)/).map((piece) => {
        if (piece !== "the") return document.createTextNode(piece);
        const link = document.createElement("a");
        link.textContent = piece;
        return link;
      });
      if (isInPlace) {
        const last = pieces.pop();
        text.replaceWith(last);
        for (let before = last; pieces.length; before = before.previousSibling) before.before(pieces.pop());
      } else {
        text.before(...pieces);
        text.remove();
      }
    }
  }

  /** One thing that a script does; a promise where it does it in a task of its own. */
  act() {
    const [texts, elements] = [[], [this.root]];
    for (const pair of this.known) if (this.isIn(pair)) (this.isElement(pair) ? elements : texts).push(pair);
    const any = [...texts, ...elements.slice(1)];
    const node = this.pick(any);
    const parent = this.pick(elements);
    const say = (name, ...what) => this.steps.push([name, ...what.map((pair) => `${pair?.twin?.nodeName ?? "end"} ${JSON.stringify(pair?.twin?.textContent?.slice(0, 40) ?? "")}`)].join(" "));
    const acts = {
      rewrite: () => {
        const text = this.pick(texts);
        const words = this.words();
        if (!text) return;
        say(`rewrite as ${JSON.stringify(words)}`, text);
        this.both(text, (text) => (text.data = words));
      },
      remove: () => node && (say("remove", node), this.both(node, (node) => node.remove())),
      move: () => {
        if (!node || node.twin.contains(parent.twin)) return;
        const before = this.pick([undefined, ...any.filter(({ twin }) => twin.parentNode === parent.twin && twin !== node.twin)]);
        say("move", node, parent, before);
        this.place(node, parent, before);
      },
      insert: () => {
        const made = this.node(1, INLINE);
        const before = this.pick([undefined, ...any.filter(({ twin }) => twin.parentNode === parent.twin)]);
        say("insert", made, parent, before);
        this.place(made, parent, before);
      },
      replace: () => {
        if (!node) return;
        const made = this.node(1, INLINE);
        say("replace", node, made);
        const holder = this.pairOf(node.twin.parentNode);
        holder.real.replaceChild(made.real, node.real);
        holder.twin.replaceChild(made.twin, node.twin);
      },
      textContent: () => {
        const words = this.words();
        say("textContent", parent);
        this.both(parent, (element) => (element.textContent = words));
      },
      hide: () => (say("hide", parent), this.both(parent, (element) => element.toggleAttribute("hidden"))),
      link: async () => {
        // In a task of its own: what another script has taken out in this one may still be seen.
        await Promise.resolve();
        const isInPlace = this.next() < 0.5;
        say(isInPlace ? "link in place" : "link", this.root);
        this.both(this.root, (tree) => this.link(tree, isInPlace));
        // Who works on what it sees knows no text any more.
        this.known = this.known.filter(this.isElement);
      },
      bringBack: () => {
        const gone = this.pick(this.known.filter((pair) => !pair.twin.parentNode && pair !== this.root));
        if (!gone) return;
        say("bringBack", gone, parent);
        this.place(gone, parent);
      },
    };
    return acts[this.pick(Object.keys(acts))]();
  }
}

/** What is wrong with a page whose article was made from this seed, marked, changed and given back; empty if nothing is. */
async function tryOne(seed) {
  const article = new Article(seed);
  const { root } = article;
  const host = document.createElement("context-cards");
  host.setAttribute("mark", article.pick(["first", "section", "all"]));
  host.decks = [DECK];
  host.roots = [root.real];
  document.querySelector("main").append(root.real, host);
  const wrong = [];
  const expect = (is, words) => is || wrong.push(`${words}, after: ${article.steps.join("; ") || "nothing"}`);
  const said = () => JSON.stringify([root.real.textContent, root.twin.textContent]);
  const reads = (when) => expect(root.real.textContent === root.twin.textContent, `${when}, the article reads differently: ${said()}`);
  await host.ready;
  reads("marked");
  const { length } = root.real.querySelectorAll("context-term:not([aria-hidden])");
  for (let act = article.below(8); act && !wrong.length; act--) {
    const done = article.act();
    if (done instanceof Promise) await done;
    // The page hears of a change once the script that made it has ended.
    if (article.next() < 0.5) await Promise.resolve();
    else continue;
    reads("changed");
    if (article.next() < 0.05) await new Promise((done) => setTimeout(done, 200));
  }
  await Promise.resolve();
  if (!wrong.length) reads("changed");
  for (const mark of root.real.querySelectorAll("context-term:empty")) expect(false, `an empty mark: ${mark.outerHTML}`);
  host.remove();
  expect(root.real.innerHTML === root.twin.innerHTML, `given back, the article is another: ${root.real.innerHTML} instead of ${root.twin.innerHTML}`);
  for (const { real, twin } of article.known) {
    if (!root.twin.contains(twin)) continue;
    expect(root.real.contains(real) && (twin.nodeType === 1 || real.data === twin.data), `a node that a script holds is not its own any more: ${twin.nodeName} ${twin.data}`);
  }
  root.real.remove();
  return { wrong, length };
}

/** Tries seeds from `first` on, for so many milliseconds. */
async function tryMany(first, milliseconds) {
  let [seed, marks] = [first, 0];
  for (const end = performance.now() + milliseconds; performance.now() < end; seed++) {
    const { wrong, length } = await tryOne(seed);
    if (wrong.length) return { seed, wrong };
    marks += length;
  }
  return { seed, marks };
}
