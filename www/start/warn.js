// Says in the console what went wrong and how to mend it, once for each error event. Nothing else is ever written there.

const CHECK = "`context-cards check` on the deck says where and how to mend it";
/** What whoever runs the site can do, by the event's code. */
const MENDS = {
  "deck-unreachable": "Check the address, and that its host sends Access-Control-Allow-Origin",
  "deck-unreadable": CHECK,
  "deck-faulty": CHECK,
  "no-article": "Name an element of this page",
  "bad-option": "Correct the attribute of <context-cards>",
  "wasm-blocked": "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy",
  "wasm-unreachable": "Put all files of the release beside context-cards.js",
  internal: "The article was put back; please report this",
};

/** Warns of every error that is dispatched on the element until the signal aborts. */
export function warnOfErrors(element, signal) {
  element.addEventListener("context-cards:error", ({ detail: { code, message } }) => console.warn(`context-cards: ${message}. ${MENDS[code]}.`), { signal });
}
