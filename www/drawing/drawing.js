// Draws what few cards have: figures and locator maps. Fetched with the first of them.

import { drawFigure } from "./figure.js";
import { drawMap } from "./map.js";
import { styled } from "./style.js";
import css from "./drawing.css";
import tableCss from "./table.css";

const style = styled(css + tableCss);
/** What each holder shows: the same element may come to hold another card's drawing. */
const shown = new WeakMap();

/** Draws into `holder` what its `data-draw` names of a card: "figure" or "map". `card`: as the deck has it, read without a fault; `lang`: of
 * numbers and dates; `words`: phrases by key. */
export function draw(holder, card, lang, words) {
  const data = card[holder.dataset.draw];
  if (shown.get(holder) === data) return;
  shown.set(holder, data);
  style(holder.getRootNode());
  // It may have shown a table before.
  holder.style.padding = "";
  (holder.dataset.draw === "map" ? drawMap : drawFigure)(holder, data, lang, words);
}
