// Where focus goes: from the term into its card, through it, and out after the term, as if the card stood there.

import { attempt } from "../start/attempt.js";
import { view } from "./measure.js";

const STOPS = ":is(a[href],button,input,[tabindex='0']):not([tabindex='-1'],:disabled,[inert] *)";

/** Gives an element the focus without scrolling the page. */
export const giveFocus = (element) => attempt(() => element.focus({ preventScroll: true }));

/** What has the focus, the host's shadow root looked into. */
export function focused(host) {
  const active = document.activeElement;
  return (active === host && host.shadowRoot?.activeElement) || active;
}

/** Where Tab leads from the open card (`onStop` false) or from its term's tab stop: in after the term, out after the card. The same wherever
 * the card's element stands in the page. Nothing where the browser's own move does. */
export function tabTarget(card, stop, onStop, back) {
  const stops = [...card.querySelectorAll(STOPS)].filter((stop) => stop.getClientRects().length);
  if (onStop) return back ? stop : stops[0];
  const at = stops.indexOf(card.querySelector(":focus"));
  if (back ? at < 1 : at >= 0 && at === stops.length - 1) return stop;
}

/** Gives `stop` the focus, from where the browser's own move goes on. Where that stands just before or after the card's element, the move
 * would lead straight back into the card: for that one move nothing in it can be reached. */
export function passCard(stop, card) {
  giveFocus(stop);
  card.setAttribute("inert", "");
  setTimeout(() => card.removeAttribute("inert"));
}

/** Gives the focus to the `nth` element of the card that fits `target`, from 0, or with an empty one to the card itself; then brings into view
 * what fits `shown`, or else what has got the focus. */
export function moveFocus(card, target, nth, shown) {
  const to = target === "" ? card : target && card.querySelectorAll(target)[nth];
  if (to) giveFocus(to);
  const seen = shown ? card.querySelector(shown) : to !== card && to;
  if (!seen) return;
  seen.scrollIntoView({ block: "nearest" });
  // Below the last line of a card at the lower edge of the view is no room for a source: above it is.
  const [, top, , height] = view();
  seen.toggleAttribute("data-up", seen.matches(".layer") && seen.getBoundingClientRect().bottom > top + height);
}
