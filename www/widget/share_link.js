// The address that opens a card, `#context=cecot`.

import { attempt } from "../start/attempt.js";

const KEY = "#context=";

/** The id of the card that the page's address asks for. */
export function linked() {
  const { hash } = location;
  if (hash.startsWith(KEY)) return attempt(() => decodeURIComponent(hash.slice(KEY.length)));
}

/** Copies the address that opens a card. `copied` is called once it is on the clipboard; where a page may not write there, the address bar
 * shows it instead. It throws where the widget that asked is gone by then. */
export function copyLink(card, copied) {
  const link = location.href.split("#")[0] + KEY + encodeURIComponent(card);
  // The entry of history keeps its state.
  const show = () => attempt(() => history.replaceState(history.state, "", link));
  try {
    navigator.clipboard.writeText(link).then(() => copied(), show).catch(() => {});
  } catch {
    show();
  }
}
