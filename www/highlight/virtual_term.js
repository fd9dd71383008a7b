// A mention that is no element of the page and answers as its `<context-term>` would (a "virtual element", as positioning libraries call
// it): the widget asks both the same questions.

/** Stands in no document. What it says of places, it says of `ranges`, live ranges of text nodes. */
class VirtualTerm extends HTMLElement {
  get card() {
    return this.getAttribute("card");
  }

  get pieces() {
    return [this];
  }

  /** Sets where its words stand. */
  place(ranges) {
    this.ranges = ranges;
    this.textContent = ranges.join("");
  }

  /** Whether the page still says these words there. */
  get isConnected() {
    const { ranges } = this;
    return ranges.length > 0 && ranges.every(({ startContainer }) => startContainer.isConnected) && ranges.join("") === this.textContent;
  }

  /** The element whose text it is in, for whoever asks for styles, layers and scrollers around it. */
  get contextElement() {
    const [range] = this.ranges;
    return range?.startContainer.parentElement;
  }

  getClientRects() {
    return this.ranges.flatMap((range) => [...range.getClientRects()]).filter(({ width }) => width);
  }

  checkVisibility(options) {
    return this.contextElement?.checkVisibility(options) ?? false;
  }

  /** Only elements can be scrolled to: a long one, the rest of the way. */
  scrollIntoView(options) {
    this.contextElement?.scrollIntoView(options);
    const [line] = this.getClientRects();
    if (line && (line.top < 0 || line.bottom > innerHeight)) scrollBy({ top: line.top - innerHeight / 2, behavior: "instant" });
  }

  /** Text takes no focus: what leads to the list of all cards does in its place. */
  focus(options) {
    this.marks.focusable()?.focus(options);
  }

  /** With its card it looks open, or closed. */
  toggleAttribute(name, force) {
    const is = super.toggleAttribute(name, force);
    this.marks.repaint(this);
    return is;
  }
}

/** A mention of a card, nowhere yet. `marks`: what paints it. */
export function virtualTerm(card, marks) {
  const term = Object.setPrototypeOf(document.createElement("context-term"), VirtualTerm.prototype);
  // As marks of ours have it.
  term.setAttribute("auto", "");
  term.setAttribute("card", card);
  return Object.assign(term, { marks, ranges: [] });
}
