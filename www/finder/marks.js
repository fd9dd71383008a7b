// Makes `<context-term>` marks of matches, and gives the article back exactly what it was. What this file remembers outlives a
// crash of the WebAssembly: the article can be put back after one too.

/** On marks of ours, so that a copy of one (a site that writes its article anew) is known as ours and not the writer's. */
export const AUTO = "auto";
/** What a lead needs to be reached and understood. On a writer's own `<context-term>` what is missing of it is added and taken away. */
const LEAD = { role: "button", tabindex: "0", "aria-haspopup": "dialog", "aria-expanded": "false" };

/** The mention a `<context-term>` belongs to. Here and below for all finders on the page: none takes another's mark for a writer's, and
 * several may split one text. */
const mentionOf = new WeakMap();
/** Split by its head, and by what was split off: a text node, or the element around it. */
const byHead = new WeakMap();
const byPart = new WeakMap();

/** Whether a `<context-term>` belongs to a finder. */
export const isTaken = (term) => mentionOf.has(term);
/** The split a text node is the head of, or one of whose parts a node is. */
export const splitOf = (head) => byHead.get(head);
export const splitWith = (part) => byPart.get(part);

/** All marks of one finder. A mention is `{card, pieces}`: its lead, which is the tab stop and carries the name, and for a term that
 * runs across inline elements the pieces that follow. A split is `{head, parts}`: a text node of the article, which stays first
 * in its place because a framework that made it keeps hold of it, and what was split off it, in document order. */
export class Marks {
  mentions = new Set();

  /** The mention of this finder that an element belongs to. */
  of(term) {
    const mention = mentionOf.get(term);
    return mention?.owner === this ? mention : undefined;
  }

  /** Takes a `<context-term>` that is already in the page: a writer's, or a copy of one of ours. `before`: the mention before it, to
   * which a copied further piece belongs. */
  adopt(term, card, before) {
    const isOurs = term.hasAttribute(AUTO);
    if (isOurs && before && term.hasAttribute("aria-hidden")) {
      this.#remember(term, before);
      return before;
    }
    const mention = this.#add(card, isOurs);
    // What a writer has said of it stays.
    mention.given = Object.keys(LEAD).filter((name) => isOurs || !term.hasAttribute(name));
    makeLead(term, mention.given);
    term.removeAttribute("data-open");
    this.#remember(term, mention);
    return mention;
  }

  /** Marks one match in a block. Matches are marked from the end, so that the offsets of what is left stay true. */
  mark(block, start, end, card) {
    const pieces = [];
    for (const { node, start: from, length } of block.runsIn(start, end).reverse()) {
      const [first, last] = [Math.max(start - from, 0), Math.min(end - from, length)];
      const piece = first < last && wrap(node, first, last, card);
      if (piece) pieces.unshift(piece);
    }
    const [lead, ...others] = pieces;
    if (!lead) return;
    makeLead(lead, Object.keys(LEAD));
    if (others.length) lead.setAttribute("aria-label", pieces.map((piece) => piece.textContent).join(""));
    for (const piece of others) piece.setAttribute("aria-hidden", "true");
    const mention = this.#add(card, true);
    for (const piece of pieces) this.#remember(piece, mention);
  }

  #add(card, isOurs) {
    const mention = { card, pieces: [], owner: this, isOurs, given: [] };
    this.mentions.add(mention);
    return mention;
  }

  #remember(term, mention) {
    mention.pieces.push(term);
    mentionOf.set(term, mention);
  }

  /** Takes one mention away. */
  unmark(mention) {
    unmark(mention);
  }

  /** Takes the marks of some cards away, by their ids. */
  remove(cards) {
    for (const mention of [...this.mentions]) if (cards.has(mention.card)) unmark(mention);
  }

  /** Puts back what the site has removed from the page; it may come back, and is then found anew. */
  removeDisconnected() {
    for (const mention of [...this.mentions]) if (!mention.pieces.every((piece) => piece.isConnected)) unmark(mention);
  }
}

/** Splits `start..end` out of a text node and wraps it; nothing where the page's DOM throws, and the text then reads as before. */
function wrap(head, start, end, card) {
  const term = document.createElement("context-term");
  term.setAttribute("card", card);
  term.setAttribute(AUTO, "");
  const split = byHead.get(head) ?? { head, parts: [] };
  const added = [];
  try {
    if (end < head.length) added.unshift(head.splitText(end));
    const word = head.splitText(start);
    added.unshift(word);
    // In this order, so that the word stands somewhere at any moment.
    word.before(term);
    term.append(word);
  } catch {
    // What was split stays split, and is joined with the rest.
    term.remove();
  }
  if (!added.length) return;
  split.parts.unshift(...added);
  byHead.set(head, split);
  for (const part of [...added, term]) byPart.set(part, split);
  return term.isConnected && term;
}

function makeLead(term, names) {
  for (const name of names) term.setAttribute(name, LEAD[name]);
}

function forget(mention) {
  mention.owner.mentions.delete(mention);
  for (const piece of mention.pieces) mentionOf.delete(piece);
}

/** Takes the marks of the mention away that an element belongs to. */
export function unmarkTerm(term) {
  const mention = mentionOf.get(term);
  if (mention) unmark(mention);
}

/** Puts one mention's words back as they were sent. */
function unmark(mention) {
  for (const piece of mention.pieces) {
    if (mention.isOurs) piece.replaceWith(...piece.childNodes);
    else for (const name of [...mention.given, "data-open", "aria-busy"]) piece.removeAttribute(name);
  }
  forget(mention);
  for (const piece of mention.pieces) heal(byPart.get(piece));
}

/** Makes a split text whole again in its place, once none of it is marked any more. Where its head has left the others, what the site means
 * by that is still to be heeded. */
function heal(split) {
  const isSplit = (part) => mentionOf.has(part.parentNode) || byHead.has(part);
  if (!split || split.head.nextSibling !== split.parts[0] || split.parts.some(isSplit) || !byHead.delete(split.head)) return;
  const parts = [];
  let next = split.head.nextSibling;
  for (const part of split.parts) {
    if (next !== part) break;
    next = part.nextSibling;
    parts.push(part);
  }
  // At once: each time, the browser copies all that stands there already.
  split.head.appendData(parts.map(({ data }) => data).join(""));
  parts.forEach(empty);
  // It may be a part itself.
  heal(byPart.get(split.head));
}

/** Takes a part away whose text stands elsewhere now: who keeps hold of it cannot put the text back a second time, and where the page's
 * DOM throws it stays without it. */
function empty(part) {
  part.data = "";
  try {
    part.remove();
  } catch {}
}

/** Gathers a split text in its head, as a framework means it that knows only the head: its marks go, wherever the head is now.
 * `isRewritten`: what the head says is all that is meant; `isMoved`: the head was taken out, and all of the text is meant with it. */
export function gather(split, isRewritten, isMoved) {
  if (!split || !byHead.delete(split.head)) return;
  const { head, parts } = split;
  for (const part of parts) {
    // It may have been split again.
    gather(byHead.get(part), false, isMoved);
    // What the page has taken out by itself does not come back.
    if (!isRewritten && (isMoved || part.isConnected || !head.isConnected)) head.appendData(part.data);
    const term = part.parentElement;
    empty(part);
    unwrap(term);
  }
}

/** Takes the marks of a split text away and leaves every text where it is, as a script means it that works on the nodes it sees. */
export function settle(split) {
  if (!split || !byHead.delete(split.head)) return;
  let last = split.head;
  for (const part of split.parts) {
    settle(byHead.get(part));
    unwrap(part.parentElement);
    if (part.previousSibling === last) {
      last.appendData(part.data);
      empty(part);
    } else last = part;
  }
}

/** Unwraps a mark of ours; a mention in several pieces stands or falls with each. What the site has put into it meanwhile stays. */
function unwrap(term) {
  if (term?.localName !== "context-term" || !term.hasAttribute(AUTO)) return;
  const mention = mentionOf.get(term);
  if (mention) forget(mention);
  term.replaceWith(...term.childNodes);
  for (const piece of mention?.pieces ?? []) {
    if (piece === term) continue;
    settle(byPart.get(piece));
    // One that is no part of a split is a copy.
    if (piece.parentNode && piece.hasAttribute(AUTO)) piece.replaceWith(...piece.childNodes);
  }
}
