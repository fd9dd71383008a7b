// Adds the button by which the list of all cards is reached with the keyboard.

import css from "./opener.css";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** The button by which the list of all cards is reached with the keyboard: it shows itself when it has the focus, as a skip link does.
 * `coming`: a promise of the widget's own words, of none for English. */
export async function addOpener(page, coming) {
  const words = await coming;
  if (page.signal.aborted || page.opener) return;
  const button = (page.opener = document.createElement("button"));
  button.type = "button";
  button.className = "opener";
  button.lang = words ? page.options.lang : "en";
  button.textContent = words?.listAll ?? "All context in this article";
  button.addEventListener("click", () => page.openPanel());
  const { shadowRoot } = page.element;
  if (!shadowRoot.adoptedStyleSheets.includes(sheet)) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  shadowRoot.prepend(button);
}
