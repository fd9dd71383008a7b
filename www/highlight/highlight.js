// Paints mentions in place of marking them (CSS Custom Highlight API), for articles whose DOM is a framework's: nothing in it changes.

import css from "./highlight.css";
import { Highlights } from "./highlights.js";
import { record } from "./record.js";

/** A finder that paints what it finds. `Finder`: the one that marks; `page`: what runs the element. Where the browser cannot paint text,
 * that is told, and the mentions are only places at which cards open from the list. */
export const highlighting = (Finder, page) => class extends Finder {
  constructor({ onScanned, ...options }) {
    const canPaint = Boolean(globalThis.CSS?.highlights);
    const marks = new Highlights(canPaint, () => page.opener);
    super({ ...options, marks, onScanned: () => (marks.commit(), onScanned()) });
    this.sheet.replaceSync(css);
    // Where the widget is there it listens by itself.
    if (!page.widget) record(page, (event) => this.hit(event));
    if (canPaint) return;
    const message = "this browser cannot paint text (CSS Custom Highlight API): cards open from the list of all context alone";
    page.fail({ code: "bad-option", message: `mode: ${message}`, problems: [{ path: "mode", message }] });
  }

  /** The painted mention on which an event of a pointer happened. */
  hit(event) {
    return this.marks.at(event.composedPath()[0], event.clientX, event.clientY);
  }

  /** The mentions in reading order, each as a virtual element. */
  get painted() {
    return [...this.marks.mentions];
  }
};
