// Makes `<context-term>` marks of matches, and gives the article back exactly what it was. What this file remembers outlives a
// crash of the WebAssembly: the article can be put back after one too.

/** On marks of ours, so that a copy of one (a site that writes its article anew) is known as ours and not the writer's. */
const AUTO = "auto";
/** What a lead needs to be reached and understood. On a writer's own `<context-term>` these are added and taken away. */
const LEAD = { role: "button", tabindex: "0", "aria-haspopup": "dialog", "aria-expanded": "false" };

/** The marks of all finders on the page: none takes another's for a writer's. */
const taken = new WeakSet();

/** Whether a `<context-term>` belongs to a finder. */
export const isTaken = (term) => taken.has(term);

/** All marks of one finder. A mention is `{card, pieces}`: its lead, which is the tab stop and carries the name, and for a term that
 * runs across inline elements the pieces that follow. A split is `{head, parts}`: a text node of the article, which stays first
 * in its place because a framework that made it keeps hold of it, and what was split off it, in document order. */
export class Marks {
  mentions = new Set();
  /** Mention by element. */
  #mentions = new WeakMap();
  /** Split by its head, and by what was split off: a text node, or the element around it. */
  #byHead = new WeakMap();
  #byPart = new WeakMap();

  /** The mention an element belongs to. */
  of(term) {
    return this.#mentions.get(term);
  }

  /** Takes a `<context-term>` that is already in the page: a writer's, or a copy of one of ours. `before`: the mention before it, to
   * which a copied further piece belongs. */
  adopt(term, card, before) {
    const isPiece = before && term.hasAttribute("aria-hidden") && term.hasAttribute(AUTO);
    if (!isPiece) {
      makeLead(term);
      term.removeAttribute("data-open");
    }
    const mention = isPiece ? before : this.#add(card, []);
    mention.pieces.push(term);
    this.#remember(term, mention);
    return mention;
  }

  /** Marks one match in a block. Matches are marked from the end, so that the offsets of what is left stay true. */
  mark(block, start, end, card) {
    const pieces = [];
    for (const { node, start: from, length } of block.runs.toReversed?.() ?? [...block.runs].reverse()) {
      const [first, last] = [Math.max(start - from, 0), Math.min(end - from, length)];
      const piece = first < last && this.#wrap(node, first, last, card);
      if (piece) pieces.unshift(piece);
    }
    const [lead, ...others] = pieces;
    if (!lead) return;
    makeLead(lead);
    if (others.length) lead.setAttribute("aria-label", pieces.map((piece) => piece.textContent).join(""));
    for (const piece of others) piece.setAttribute("aria-hidden", "true");
    const mention = this.#add(card, pieces);
    for (const piece of pieces) this.#remember(piece, mention);
  }

  #add(card, pieces) {
    const mention = { card, pieces };
    this.mentions.add(mention);
    return mention;
  }

  #remember(term, mention) {
    taken.add(term);
    this.#mentions.set(term, mention);
  }

  #forget(mention) {
    this.mentions.delete(mention);
    for (const piece of mention.pieces) {
      taken.delete(piece);
      this.#mentions.delete(piece);
    }
  }

  /** Splits `start..end` out of a text node and wraps it; nothing where the page's DOM throws, and the text then reads as before. */
  #wrap(head, start, end, card) {
    const term = document.createElement("context-term");
    term.setAttribute("card", card);
    term.setAttribute(AUTO, "");
    const split = this.#byHead.get(head) ?? { head, parts: [] };
    const added = [];
    try {
      if (end < head.length) added.unshift(head.splitText(end));
      const word = head.splitText(start);
      added.unshift(word);
      word.replaceWith(term);
      term.append(word);
    } catch {
      // What was split stays split, and is joined with the rest.
    }
    if (!added.length) return;
    split.parts.unshift(...added);
    this.#byHead.set(head, split);
    for (const part of [...added, term]) this.#byPart.set(part, split);
    return term.isConnected && term;
  }

  /** Gives back what the site has written, removed, moved or parted, as these records of a MutationObserver say. Frameworks keep
   * hold of the text nodes they made, know nothing of our splits, and mean by a node the whole of what stood there. */
  release(records) {
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type === "characterData") this.#join(this.#byHead.get(target), true);
      else if (type === "childList") {
        for (const node of removedNodes) this.#join(this.#byHead.get(node));
        for (const node of addedNodes) this.#join(this.#byHead.get(node));
        // Something was put between two nodes that were one: it comes after the whole text.
        const split = addedNodes.length && this.#byPart.get(nextSibling);
        if (split && (split.head === previousSibling || this.#byPart.get(previousSibling) === split)) this.#join(split);
      }
    }
  }

  /** Makes a split text whole again, and its marks go. `isRewritten`: what its head says now is all that is meant. */
  #join(split, isRewritten) {
    if (!split || !this.#byHead.delete(split.head)) return;
    for (const part of split.parts) {
      // It may have been split again.
      this.#join(this.#byHead.get(part));
      if (!isRewritten) split.head.appendData(part.data);
      const term = part.parentElement;
      part.remove();
      const mention = term && this.#mentions.get(term);
      if (!mention || !term.hasAttribute(AUTO)) continue;
      this.#forget(mention);
      // A mention in several pieces stands or falls with each.
      for (const piece of mention.pieces) if (piece !== term) this.#join(this.#byPart.get(piece));
      // What the site has put into it meanwhile stays.
      term.replaceWith(...term.childNodes);
    }
  }

  /** Takes the marks of some cards away, by their ids. */
  remove(cards) {
    for (const mention of [...this.mentions]) if (cards.has(mention.card)) this.#unmark(mention);
  }

  #unmark(mention) {
    this.#forget(mention);
    for (const piece of mention.pieces) {
      if (piece.hasAttribute(AUTO)) piece.replaceWith(...piece.childNodes);
      else for (const name of [...Object.keys(LEAD), "data-open", "aria-busy"]) piece.removeAttribute(name);
      this.#heal(this.#byPart.get(piece));
    }
  }

  /** Makes a split text whole again in its place, once none of it is marked any more. */
  #heal(split) {
    const isSplit = (part) => taken.has(part.parentNode) || this.#byHead.has(part);
    if (!split || split.parts.some(isSplit) || !this.#byHead.delete(split.head)) return;
    for (const part of split.parts) {
      if (split.head.nextSibling !== part) break;
      split.head.appendData(part.data);
      part.remove();
    }
    // It may be a part itself.
    this.#heal(this.#byPart.get(split.head));
  }

  /** Puts the article back: every mark of ours unwrapped, every split text whole again, a writer's terms bare. */
  clear() {
    for (const mention of [...this.mentions]) this.#unmark(mention);
  }

  /** Forgets what the site has removed from the page; it may come back, and is then found anew. */
  removeDisconnected() {
    for (const mention of [...this.mentions]) if (!mention.pieces[0].isConnected) this.#forget(mention);
  }
}

function makeLead(term) {
  for (const name in LEAD) term.setAttribute(name, LEAD[name]);
}
