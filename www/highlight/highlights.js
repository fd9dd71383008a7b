// Keeps the painted mentions of one finder: what finder/marks.js is for marks that are elements, with the same methods.

import { virtualTerm } from "./virtual_term.js";

/** The names under which highlight.css styles them. */
const NAMES = ["context-term", "context-term-open"];
/** What is painted, by name, for all finders of the page; registered while there is any. */
const layers = {};

/** Paints a range under one of the names, or takes it away from all. */
function paint(range, name) {
  for (const other of NAMES) {
    const layer = (layers[other] ??= new Highlight());
    if (other === name) layer.add(range);
    else layer.delete(range);
    if (layer.size) CSS.highlights.set(other, layer);
    else CSS.highlights.delete(other);
  }
}

/** The text nodes of an element, each as a range. */
function textsIn(element) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges = [];
  while (texts.nextNode()) if (texts.currentNode.data) ranges.push(rangeOf(texts.currentNode, 0, texts.currentNode.length));
  return ranges;
}

function rangeOf(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

function inReadingOrder({ ranges: [one] }, { ranges: [other] }) {
  if (one.startContainer === other.startContainer) return one.startOffset - other.startOffset;
  return one.startContainer.compareDocumentPosition(other.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

const isSame = (one, other) => one.startContainer === other.startContainer && one.startOffset === other.startOffset && one.endOffset === other.endOffset;

export class Highlights {
  /** The mentions as of the last scan, each a virtual element, in reading order. */
  mentions = new Set();
  /** What the scan under way has found: `{card, ranges}`. */
  #found = [];
  /** Mentions by the elements that their text stands in. */
  #within = new Map();

  /** `canPaint`: whether the browser can; `focusable`: gives what takes the focus in place of a mention, which cannot. */
  constructor(canPaint, focusable) {
    Object.assign(this, { canPaint, focusable });
  }

  of(term) {
    return this.mentions.has(term) ? term : undefined;
  }

  /** A writer's `<context-term>` is painted too, and stays as it is. */
  adopt(term, card) {
    const ranges = textsIn(term);
    if (ranges.length) this.#found.push({ card, ranges });
  }

  mark(block, start, end, card) {
    const ranges = block.runsIn(start, end).map(({ node, start: from, length }) => rangeOf(node, Math.max(start - from, 0), Math.min(end - from, length)));
    this.#found.push({ card, ranges });
  }

  /** A scan begins, which finds everything anew. */
  removeDisconnected() {
    this.#found = [];
  }

  /** A scan has ended. A mention that it found again keeps its identity, and its card stays open: one at the same place, else, where the
   * site has written its text anew, the next one of the same card. */
  commit() {
    const before = [...this.mentions];
    const take = (isIt) => {
      const at = before.findIndex(isIt);
      return at < 0 ? undefined : before.splice(at, 1)[0];
    };
    const found = this.#found.sort(inReadingOrder);
    for (const one of found) {
      one.term = take(({ card, ranges }) => card === one.card && ranges.length === one.ranges.length && ranges.every((range, at) => isSame(range, one.ranges[at])));
    }
    for (const one of found) one.term ??= take(({ card }) => card === one.card) ?? virtualTerm(one.card, this);
    before.forEach((term) => this.#place(term, []));
    this.mentions = new Set(found.map(({ term, ranges }) => this.#place(term, ranges)));
    this.#within.clear();
    for (const term of this.mentions) {
      for (const { startContainer } of term.ranges) this.#within.set(startContainer.parentNode, [...(this.#within.get(startContainer.parentNode) ?? []), term]);
    }
  }

  remove(cards) {
    this.#found = this.#found.filter(({ card }) => !cards.has(card));
    for (const term of this.mentions) if (cards.has(term.card)) this.unmark(term);
  }

  unmark(term) {
    this.#place(term, []);
    this.mentions.delete(term);
  }

  #place(term, ranges) {
    if (this.canPaint) term.ranges.forEach((range) => paint(range));
    term.place(ranges);
    this.repaint(term);
    return term;
  }

  /** Paints a mention as its card is now: open, or not. */
  repaint(term) {
    if (this.canPaint) for (const range of term.ranges) paint(range, NAMES[Number(term.hasAttribute("data-open"))]);
  }

  /** The mention at a point of the view. `element`: what the browser says is there, so that what covers a text is never taken for it. */
  at(element, x, y) {
    const isOn = ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
    return this.canPaint ? this.#within.get(element)?.find((term) => term.isConnected && term.getClientRects().some(isOn)) : undefined;
  }
}
