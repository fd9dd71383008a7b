// The card in the top layer: shown to be measured, put where the placement says, hidden.

import { attempt } from "../start/attempt.js";
import { giveFocus } from "./focus.js";

/** Half the arrow's square in the style sheet, with its border. */
const ARROW_HALF = 6.5;

/** The part that scrolls: the short card, or the panel that is shown. */
const scroller = (card) => card.querySelector(".brief,.panel:not([inert])");

/** Whether a popover is in the top layer. */
export const isOpen = (card) => card.matches(":popover-open");

/** Whether some of it has to be scrolled to. */
function isCut(card) {
  const part = scroller(card);
  return part?.scrollHeight > part?.clientHeight;
}

const sideOf = (card) => card.getAttribute("data-side");

/** Lets it have its natural size, with all the view's width before it. A property that is set to something else costs a browser less than one
 * that is gone and comes back. */
function free(card) {
  for (const property of ["width", "max-height"]) card.style.removeProperty(property);
  Object.assign(card.style, { height: "auto", left: 0 });
}

/** Opens the card's element in the top layer, at its natural size, at its top and out of the way, to be measured: width and height, and
 * whether even so some of it is cut off. */
export function showNatural(card) {
  // Of the sides only the sheet changes the size, and an attribute that does not change invalidates no style.
  if (sideOf(card) === "sheet") card.removeAttribute("data-side");
  free(card);
  // It arrives once: measured anew, it must not rise again.
  const isNew = !isOpen(card);
  card.toggleAttribute("data-new", isNew);
  if (isNew) attempt(() => card.showPopover());
  const { width, height } = card.getBoundingClientRect();
  // Now, while the layout is known: a browser keeps what was scrolled of an element that was hidden.
  scrollInside(card, 0);
  return [width, height, isCut(card)];
}

/** How much larger a site has zoomed the element that the card lives in: its own pixels are so many of the view's. */
function zoomOf(card) {
  const [drawn, own] = [card.getBoundingClientRect().width, card.offsetWidth];
  // Lengths are whole pixels here and fractions there.
  return Math.abs(drawn - own) > 1 && own > 0 && drawn > 0 ? drawn / own : 1;
}

/** Makes what does not fit scroll by the keys too: where nothing in the scrolling part can take the focus, it does itself. */
function openToKeys(card, cut) {
  const part = scroller(card);
  if (!part) return;
  card.toggleAttribute("data-scrolls", cut);
  const isStop = cut && !part.querySelector("a,button");
  const set = (name, value) => (isStop ? part.setAttribute(name, value) : part.removeAttribute(name));
  set("tabindex", "0");
  // A panel has its role and its name.
  if (part.matches(".panel")) return;
  set("role", "group");
  set("aria-labelledby", "title");
}

/** Puts the open card on a side of its term, `arrow` pixels from whose edge its tip is; or as a `sheet`, at most `height` high, with its lower
 * edge at `y`. `cut`: whether some of it is known to be cut off. Returns its height.
 *
 * The height is set, and not left to what is shown: what the reader opens inside moves no control. Beside a term all follows from what was
 * measured: to ask again would make the browser lay the page out once more. */
export function put(card, side, x, y, width, height, arrow, cut) {
  const zoom = zoomOf(card);
  const set = (property, pixels, { style } = card) => style.setProperty(property, `${pixels / zoom}px`);
  const [isSheet, was] = [side === "sheet", sideOf(card)];
  if (isSheet !== (was === "sheet")) free(card);
  // Of `offsetWidth`, which is whole pixels, a width differs by half of one at most. One that is set needlessly is one more that comes and goes.
  const isOtherWidth = Math.abs(card.offsetWidth - width / zoom) > 0.5;
  const grab = card.querySelector(".grab:focus");
  if (was !== side) card.setAttribute("data-side", side);
  set("left", x);
  if (isSheet) {
    // Once it stands, its height holds, also while the page scrolls behind it.
    if (was !== side) {
      set("width", width);
      set("max-height", height);
    }
    ({ height } = card.getBoundingClientRect());
    y -= height;
    cut ||= isCut(card);
  } else {
    // Beside a term there may be no handle, and what is not shown loses the focus to the page.
    if (grab && !grab.getClientRects().length) giveFocus(card);
    if (isOtherWidth) set("width", width);
    const tip = card.querySelector(".arrow");
    const [along, across] = /t$/.test(side) ? ["top", "left"] : ["left", "top"];
    tip.style.removeProperty(across);
    set(along, arrow - ARROW_HALF * zoom, tip);
  }
  set("height", height);
  set("top", y);
  openToKeys(card, cut);
  return height;
}

/** A concealed card is seen by nobody, heard by nobody and takes no focus; one that no longer is arrives now. */
export function conceal(card, isConcealed) {
  for (const name of ["data-concealed", "inert"]) card.toggleAttribute(name, isConcealed);
  if (!isConcealed) card.setAttribute("data-new", "");
}

/** Closes it. */
export const hide = (card) => isOpen(card) && attempt(() => card.hidePopover());

/** How far the card is scrolled inside. */
export const scrolled = (card) => scroller(card)?.scrollTop ?? 0;

/** Scrolls it there, as far as it goes. */
export function scrollInside(card, top) {
  const part = scroller(card);
  if (part) part.scrollTop = top;
}
