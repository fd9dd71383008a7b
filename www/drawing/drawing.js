// Draws what few cards have: figures and locator maps. Fetched with the first of them.

import { drawFigure } from "./figure.js";
import { drawMap } from "./map.js";
import css from "./drawing.css";

let sheet;
/** What each holder shows: the same element may come to hold another card's drawing. */
const shown = new WeakMap();

/** Draws into `holder` what its `data-draw` names of a card: "figure" or "map". `card`: as the deck has it, read without a fault; `lang`: of
 * numbers and dates; `words`: phrases by key. */
export function draw(holder, card, lang, words) {
  const data = card[holder.dataset.draw];
  if (shown.get(holder) === data) return;
  shown.set(holder, data);
  const root = holder.getRootNode();
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  (holder.dataset.draw === "map" ? drawMap : drawFigure)(holder, data, lang, words);
}
