// Adds the button by which the list of all cards is reached with the keyboard, and knows the widget's own words, in which it speaks.

import css from "./opener.css";
import { wordsIn } from "./words.js";

export { wordsIn };

let sheet;

/** The button by which the list of all cards is reached with the keyboard: it shows itself when it has the focus, as a skip link does. */
export async function addOpener(page) {
  const words = await wordsIn(page.options.lang);
  if (page.signal.aborted || page.isOver || page.opener) return;
  const button = (page.opener = document.createElement("button"));
  button.type = "button";
  button.className = "opener";
  button.lang = words ? page.options.lang : "en";
  // Drawn only where it is seen: to find the font and shape the words takes as long as marking a dozen terms.
  button.setAttribute("aria-label", words?.listAll ?? "All context in this article");
  button.addEventListener("click", () => page.openPanel());
  const { shadowRoot } = page.element;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!shadowRoot.adoptedStyleSheets.includes(sheet)) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  shadowRoot.prepend(button);
}
